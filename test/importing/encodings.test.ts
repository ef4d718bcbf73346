/**
 * How well the encoding is told from the letters alone: names as they stand in registers, one to a file, five to a file, and all of
 * them. What counts is that the names come out right; where two tables have the same bytes for them, either will do.
 */
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decoderFor, detectEncoding } from '../../src-main/importing/textEncoding.ts';

const POLISH =
  `Łucja Żółć, Błażej Święcicki, Grażyna Wąs, Świętosława Ćwik, Stanisław Gęś, Małgorzata Źdźbło, Łukasz Śliwiński,
 Józef Dąbrowski, Michał Krawiec, Żaneta Kołodziej, Agnieszka Wójcik, Paweł Zając, Ewa Gołębiewska, Rafał Ćma, Krzysztof Świątek,
 Kazimierz Żmuda, Jagoda Pająk, Bożena Trzcińska, Wiesław Łoś, Zdzisława Chrząszcz, Róża Ostrów, Tomasz Wąsik, Jakub Śniady,
 Anna Kończak, Mikołaj Źrebiec, Sławomir Jeż, Danuta Bąk, Przemysław Góra, Elżbieta Cień, Dorota Nędza, Piotr Żyła, Maria Łęcka`
    .split(',')
    .map((name) => name.trim());
const ROMANIAN =
  `Ștefan Țepeș, Ioana Brânză, Mălina Brânzoi, Crăița Mândruță, Cătălin Țîrlea, Bogdan Pătrașcu, Mădălina Ștefănescu,
 Andreea Țuțea, Răzvan Lupșa, Ilinca Sârbu, Simona Pușcaș, Gheorghiță Mîndru, Lăcrămioara Ghiță, Ionuț Crețu, Doinița Bălan,
 Nicușor Țăranu, Ruxandra Vînătoru, Sânziana Pârvu, Costică Zăvoianu, Ancuța Mureșan, Dănuț Rădulescu, Viorica Cârstea,
 Horațiu Șerban, Anișoara Bârlea, Mitică Păun, Lenuța Boștină, Fănel Căruntu, Măriuca Țîțeică, Ștefania Înăscu, Ilie Șofrone`
    .split(',')
    .map((name) => name.trim());
/** Guests from the west; where Windows-1250 has a letter of its own at the same place, nothing but the eye can tell. */
const WESTERN =
  `Jürgen Müller, François Lefèvre, Zoë Garçon, José Peña, João Gonçalves, Søren Kjær, Åsa Lindström, Chloé Bérard,
 Márquez Núñez, Björn Großmann, Hélène Rivière, Noël d’Amboise`
    .split(',')
    .map((name) => name.trim());

/** As the table has them: those of before 1999 know the cedilla only. */
const writable = (text: string, encoding: string): string =>
  ['windows-1250', 'iso-8859-2', 'cp852'].includes(encoding)
    ? text.replaceAll('ș', 'ş').replaceAll('Ș', 'Ş').replaceAll('ț', 'ţ').replaceAll('Ț', 'Ţ')
    : text;

/** Names of the list in groups of `size`, each group a file with nothing else in it that could tell. */
const filesOf = (names: readonly string[], size: number): string[] => {
  const files: string[] = [];
  for (let at = 0; at < names.length; at += size) {
    files.push(
      ['Nr;Data;Klient', ...names.slice(at, at + size).map((name) => `1;2024-01-05;${name}`)].join('\r\n'),
    );
  }
  return files;
};

const rightShare = (names: readonly string[], size: number, encoding: string): number => {
  const files = filesOf(names, size);
  const right = files.filter((text) => {
    const bytes = iconv.encode(writable(text, encoding), encoding);
    const decoder = decoderFor(detectEncoding(bytes, 'x.csv', false).encoding);
    return decoder.write(bytes) + decoder.end() === text;
  });
  return right.length / files.length;
};

describe('names come out right', () => {
  it.each([
    // Share of files of one name, of five, of all.
    ['Polish', 'windows-1250', 1, 1, 1],
    ['Polish', 'iso-8859-2', 1, 1, 1],
    ['Polish', 'iso-8859-16', 1, 1, 1],
    ['Polish', 'cp852', 0.9, 1, 1],
    ['Polish', 'utf-8', 1, 1, 1],
    ['Polish', 'utf-16le', 1, 1, 1],
    ['Polish', 'utf-16be', 1, 1, 1],
    ['Romanian', 'windows-1250', 1, 1, 1],
    ['Romanian', 'iso-8859-2', 1, 1, 1],
    ['Romanian', 'iso-8859-16', 1, 1, 1],
    ['Romanian', 'cp852', 0.93, 1, 1],
    ['Romanian', 'utf-8', 1, 1, 1],
    ['Romanian', 'utf-16le', 1, 1, 1],
    ['Romanian', 'utf-16be', 1, 1, 1],
    ['Western', 'windows-1252', 0.33, 0, 0],
    ['Western', 'utf-8', 1, 1, 1],
  ] as const)('%s in %s', (language, encoding, one, five, all) => {
    const names = { Polish: POLISH, Romanian: ROMANIAN, Western: WESTERN }[language];
    expect(rightShare(names, 1, encoding)).toBeGreaterThanOrEqual(one);
    expect(rightShare(names, 5, encoding)).toBeGreaterThanOrEqual(five);
    expect(rightShare(names, names.length, encoding)).toBeGreaterThanOrEqual(all);
  });
});
