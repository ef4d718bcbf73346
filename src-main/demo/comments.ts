/** What customers of a demo shop write, by how content they are. Attitude is what they remember. */
import type { Locale } from '../../src-shared/contract/values.ts';

export type Mood = 'glad' | 'lukewarm' | 'angry';

export const COMMENTS: Record<Locale, Record<Mood, readonly string[]>> = {
  en: {
    glad: [
      'They remembered what we talked about last time.',
      'Quick, friendly, exactly as agreed.',
      'I would not go anywhere else.',
      'My sister sent me here and she was right.',
      'Everything explained, no pressure at all.',
    ],
    lukewarm: [
      'Good work, but I waited twenty minutes.',
      'Fine, nothing special.',
      'It is hard to get through by phone.',
      'Prices went up again.',
    ],
    angry: [
      'Nobody said a word to me for half an hour.',
      'They forgot my appointment.',
      'I was told one price and paid another.',
      'I asked for something to be put right and felt like a nuisance.',
    ],
  },
  pl: {
    glad: [
      'Pamiętali, o czym rozmawialiśmy ostatnio.',
      'Szybko, miło i dokładnie tak, jak się umówiliśmy.',
      'Nie chodzę już nigdzie indziej.',
      'Siostra mnie tu przysłała i miała rację.',
      'Wszystko wyjaśnione, bez naciągania.',
    ],
    lukewarm: [
      'Dobra robota, ale czekałam dwadzieścia minut.',
      'W porządku, bez rewelacji.',
      'Trudno się dodzwonić.',
      'Znowu podrożało.',
    ],
    angry: [
      'Przez pół godziny nikt się do mnie nie odezwał.',
      'Zapomnieli o mojej wizycie.',
      'Cena miała być inna niż na rachunku.',
      'Poprosiłem o poprawkę i poczułem się jak intruz.',
    ],
  },
  ro: {
    glad: [
      'Și-au amintit ce am vorbit data trecută.',
      'Repede, cu zâmbetul pe buze, exact cum ne-am înțeles.',
      'Nu mai merg în altă parte.',
      'M-a trimis sora mea și a avut dreptate.',
      'Totul explicat, fără insistențe.',
    ],
    lukewarm: [
      'Treabă bună, dar am așteptat douăzeci de minute.',
      'În regulă, nimic deosebit.',
      'Greu de prins la telefon.',
      'Iar s-au scumpit.',
    ],
    angry: [
      'Jumătate de oră nu mi-a spus nimeni nimic.',
      'Au uitat de programarea mea.',
      'Mi s-a spus un preț și am plătit altul.',
      'Am cerut o remediere și m-am simțit în plus.',
    ],
  },
};
