/**
 * The surveys a shop starts with, in all three languages: a short one for the end of a visit, and a longer one for now
 * and then. A beginning: the owner changes whatever does not fit.
 */
import type { QuestionWording } from '../../src-shared/contract/surveyContract.ts';
import type { Locale, Trade } from '../../src-shared/contract/values.ts';
import type { QuestionKind } from '../../src-shared/domain/closedLists.ts';

export interface UsualQuestion {
  readonly kind: QuestionKind;
  readonly wording: QuestionWording;
  readonly isRequired?: boolean;
}

export interface UsualSurvey {
  readonly name: Readonly<Record<Locale, string>>;
  readonly questions: readonly UsualQuestion[];
}

type Said = Readonly<Record<Locale, string>>;
const said = (en: string, pl: string, ro: string): Said => ({ en, pl, ro });

const asked = (kind: QuestionKind, text: Said, choices: readonly Said[] = []): UsualQuestion => {
  const inLocale = (locale: Locale) => ({
    text: text[locale],
    ...(choices.length === 0 ? {} : { choices: choices.map((choice) => choice[locale]) }),
  });
  return { kind, wording: { en: inLocale('en'), pl: inLocale('pl'), ro: inLocale('ro') } };
};

const RECOMMEND = asked(
  'nps',
  said(
    'How likely are you to recommend us to friends or family?',
    'Na ile prawdopodobne jest, że polecą nas Państwo znajomym lub rodzinie?',
    'Cât de probabil este să ne recomandați prietenilor sau familiei?',
  ),
);
const BETTER = asked(
  'text',
  said('What could we do better?', 'Co możemy robić lepiej?', 'Ce am putea face mai bine?'),
);

const attitude = said('How I was treated', 'To, jak mnie potraktowano', 'Felul în care sunt primit(ă)');
const result = said('The result', 'Efekt', 'Rezultatul');
const time = said('No waiting', 'Brak czekania', 'Fără așteptare');
const price = said('The price', 'Cena', 'Prețul');
const explained = said(
  'That everything was explained',
  'To, że wszystko wyjaśniono',
  'Că mi s-a explicat totul',
);
const choiceOfGoods = said('The choice of goods', 'Wybór towaru', 'Varietatea mărfurilor');
const place = said('The place itself', 'Samo miejsce', 'Locul în sine');
const hours = said('The opening hours', 'Godziny otwarcia', 'Programul');

interface OfTrade {
  readonly satisfied: Said;
  readonly easy: Said;
  readonly matters: readonly Said[];
}

const OF_TRADE: Readonly<Record<Trade, OfTrade>> = {
  salon: {
    satisfied: said(
      'How happy are you with the result today?',
      'Jak zadowoleni są Państwo z dzisiejszego efektu?',
      'Cât de mulțumit(ă) sunteți de rezultatul de azi?',
    ),
    easy: said(
      'It was easy to get an appointment.',
      'Łatwo było umówić wizytę.',
      'A fost ușor să obțin o programare.',
    ),
    matters: [attitude, result, time, price, place],
  },
  dental: {
    satisfied: said(
      'How well were you looked after today?',
      'Jak oceniają Państwo dzisiejszą opiekę?',
      'Cât de bine am avut grijă de dumneavoastră azi?',
    ),
    easy: said(
      'It was easy to get an appointment.',
      'Łatwo było umówić wizytę.',
      'A fost ușor să obțin o programare.',
    ),
    matters: [attitude, explained, result, time, price],
  },
  workshop: {
    satisfied: said(
      'How satisfied are you with the work on your car?',
      'Jak zadowoleni są Państwo z naprawy samochodu?',
      'Cât de mulțumit(ă) sunteți de lucrarea la mașină?',
    ),
    easy: said(
      'It was easy to arrange the repair with us.',
      'Łatwo było załatwić u nas naprawę.',
      'A fost ușor să stabilesc reparația.',
    ),
    matters: [attitude, explained, result, time, price],
  },
  shop: {
    satisfied: said(
      'How satisfied are you with your shopping today?',
      'Jak zadowoleni są Państwo z dzisiejszych zakupów?',
      'Cât de mulțumit(ă) sunteți de cumpărăturile de azi?',
    ),
    easy: said(
      'It was easy to find what I came for.',
      'Łatwo było znaleźć to, po co tu przyszłam lub przyszedłem.',
      'A fost ușor să găsesc lucrul pentru care am venit.',
    ),
    matters: [attitude, choiceOfGoods, price, time, hours],
  },
  gym: {
    satisfied: said(
      'How satisfied are you with your visit today?',
      'Jak zadowoleni są Państwo z dzisiejszej wizyty?',
      'Cât de mulțumit(ă) sunteți de vizita de azi?',
    ),
    easy: said(
      'It is easy to train here when it suits me.',
      'Łatwo tu trenować wtedy, kiedy mi pasuje.',
      'Este ușor să mă antrenez aici când îmi convine.',
    ),
    matters: [attitude, result, place, hours, price],
  },
};

const surveysOf = ({ satisfied, easy, matters }: OfTrade): readonly UsualSurvey[] => [
  {
    name: said('After the visit', 'Po wizycie', 'După vizită'),
    questions: [{ ...RECOMMEND, isRequired: true }, asked('csat', satisfied), BETTER],
  },
  {
    name: said('How we are doing', 'Jak sobie radzimy', 'Cum ne descurcăm'),
    questions: [
      RECOMMEND,
      asked('ces', easy),
      asked(
        'choice',
        said(
          'What matters most to you here?',
          'Co jest tu dla Państwa najważniejsze?',
          'Ce contează cel mai mult pentru dumneavoastră aici?',
        ),
        matters,
      ),
      BETTER,
    ],
  },
];

export const USUAL_SURVEYS: Readonly<Record<Trade, readonly UsualSurvey[]>> = {
  salon: surveysOf(OF_TRADE.salon),
  dental: surveysOf(OF_TRADE.dental),
  workshop: surveysOf(OF_TRADE.workshop),
  shop: surveysOf(OF_TRADE.shop),
  gym: surveysOf(OF_TRADE.gym),
};
