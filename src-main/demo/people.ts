/** Names as people in each country bear them, and phone numbers from ranges that ring nowhere in particular. */
import type { Locale } from '../../src-shared/contract/values.ts';
import type { Random } from './random.ts';

interface Names {
  readonly women: readonly string[];
  readonly men: readonly string[];
  /** Surnames that differ by gender carry both forms, `Kowalska/Kowalski`. */
  readonly surnames: readonly string[];
  /** Country code and the digits a mobile number begins with; `length` digits follow the code. */
  readonly phone: { readonly code: string; readonly starts: readonly string[]; readonly length: number };
}

const words = (text: string): string[] => text.trim().split(/\s+/);

const NAMES: Record<Locale, Names> = {
  pl: {
    women: words(
      'Anna Maria Katarzyna Małgorzata Agnieszka Barbara Ewa Krystyna Elżbieta Magdalena Joanna Aleksandra Zofia Monika Teresa Natalia Julia Karolina Beata Marta Dorota Danuta Renata Halina Irena Paulina Iwona Grażyna Alicja Wiktoria Justyna Sylwia Bożena Ola Weronika Kinga Łucja Żaneta Hanna Oliwia',
    ),
    men: words(
      'Piotr Krzysztof Andrzej Tomasz Paweł Jan Michał Marcin Jakub Adam Łukasz Marek Grzegorz Mateusz Wojciech Mariusz Dariusz Maciej Zbigniew Jerzy Rafał Robert Kamil Jacek Dawid Szymon Tadeusz Kacper Bartosz Artur Sławomir Filip Bogdan Stanisław Józef',
    ),
    surnames: words(
      'Nowak Kowalska/Kowalski Wiśniewska/Wiśniewski Wójcik Kowalczyk Kamińska/Kamiński Lewandowska/Lewandowski Zielińska/Zieliński Szymańska/Szymański Woźniak Dąbrowska/Dąbrowski Kozłowska/Kozłowski Mazur Jankowska/Jankowski Kwiatkowska/Kwiatkowski Krawczyk Kaczmarek Piotrowska/Piotrowski Grabowska/Grabowski Zając Pawłowska/Pawłowski Król Michalska/Michalski Wróbel Wieczorek Jabłońska/Jabłoński Majewska/Majewski Stępień Olszewska/Olszewski Jaworska/Jaworski Malinowska/Malinowski Adamczyk Dudek Górska/Górski Nowicka/Nowicki Pawlak Sikora Witkowska/Witkowski Rutkowska/Rutkowski Walczak Baran Szewczyk Tomaszewska/Tomaszewski Pietrzak Zalewska/Zalewski Wróblewska/Wróblewski Marciniak Jasińska/Jasiński Sadowska/Sadowski Bąk Duda Włodarczyk Lis Chmielewska/Chmielewski Borkowska/Borkowski Sokołowska/Sokołowski Szczepańska/Szczepański Kubiak Kalinowska/Kalinowski Wysocka/Wysocki Mazurek Błaszczyk Gajewska/Gajewski Żak Ślusarczyk',
    ),
    phone: {
      code: '48',
      starts: ['50', '51', '53', '60', '66', '69', '72', '73', '78', '79', '88'],
      length: 9,
    },
  },
  ro: {
    women: words(
      'Maria Elena Ana Ioana Andreea Mihaela Cristina Alexandra Daniela Gabriela Alina Simona Raluca Georgiana Roxana Laura Ramona Oana Diana Florentina Adriana Corina Carmen Bianca Nicoleta Larisa Irina Loredana Mădălina Ștefania Anca Claudia Liliana Sorina Teodora Denisa Cătălina Ilinca Ruxandra Țuța',
    ),
    men: words(
      'Andrei Alexandru Mihai Ion Gheorghe Ștefan Cristian Adrian Ionuț Florin Marius Daniel Bogdan Vlad Gabriel Răzvan Cătălin Sorin George Radu Nicolae Constantin Vasile Dan Lucian Cosmin Tudor Ovidiu Claudiu Robert Sebastian Laurențiu Dragoș Costin Liviu',
    ),
    surnames: words(
      'Popescu Ionescu Popa Radu Dumitru Stan Stoica Gheorghe Matei Ciobanu Rusu Constantin Marin Lazăr Dumitrescu Munteanu Barbu Moldovan Dinu Nistor Florea Toma Neagu Tudor Șerban Ene Oprea Voicu Mocanu Preda Dobre Bălan Cojocaru Ungureanu Diaconu Manole Sandu Pavel Ilie Nagy Szabo Crăciun Bucur Vasilescu Dragomir Iancu Zamfir Păun Grigore Avram Muntean Suciu Chiriac Lupu Crețu Enache Țăranu Mureșan Pîrvu Ștefănescu Anghel Cristea Badea Rădulescu Olteanu',
    ),
    phone: { code: '40', starts: ['72', '73', '74', '75', '76', '77', '78'], length: 9 },
  },
  en: {
    women: words(
      'Olivia Emma Charlotte Amelia Sophie Grace Emily Isabella Chloe Jessica Lucy Hannah Megan Rebecca Laura Sarah Rachel Claire Nicola Karen Alison Helen Joanne Fiona Zoe Natalie Abigail Ruth Molly Eleanor Freya Imogen Naomi Aisha Priya',
    ),
    men: words(
      'James Oliver Jack Harry Thomas William George Daniel Matthew Joseph David Andrew Paul Mark Stephen Peter Michael Robert Adam Ben Luke Samuel Ryan Connor Liam Nathan Simon Kevin Graham Owen Callum Rhys Arjun Omar',
    ),
    surnames: words(
      "Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Wright Walker Evans Roberts Robinson Thompson Hughes White Edwards Green Hall Wood Harris Clarke Lewis Jackson Turner Hill Moore Clark Cooper Ward Morris King Watson Baker Harrison Morgan Young Allen Mitchell James Anderson Phillips Lee Bell Parker Davis Bennett Cook Shaw Collins Murphy Kelly O'Brien Khan Ahmed Ali Richardson Cox Marshall",
    ),
    phone: { code: '44', starts: ['73', '74', '75', '77', '78', '79'], length: 10 },
  },
};

export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly phoneE164: string;
}

/** `womenShare` from 0 to 1: a salon has other customers than a workshop. */
export const makePerson = (random: Random, locale: Locale, womenShare: number): Person => {
  const names = NAMES[locale];
  const isWoman = random.chance(womenShare);
  const [female = '', male = female] = random.pick(names.surnames).split('/');
  const { code, starts, length } = names.phone;
  const start = random.pick(starts);
  const rest = Array.from({ length: length - start.length }, () => random.between(0, 9)).join('');
  return {
    firstName: random.pick(isWoman ? names.women : names.men),
    lastName: isWoman ? female : male,
    phoneE164: `+${code}${start}${rest}`,
  };
};
