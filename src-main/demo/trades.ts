/** What a shop of each trade sells, how often people come for it, who works there and when it is busy. */
import type { Locale, Trade } from '../../src-shared/contract/values.ts';

export interface DemoOffering {
  readonly name: Record<Locale, string>;
  readonly category: Record<Locale, string>;
  /** Price in euro; other currencies are scaled and rounded as a shop would. */
  readonly priceEur: number;
  /** Usual days until the same customer wants it again. */
  readonly gapDays: number;
  /** How often it is the reason for a visit, relative to the others. */
  readonly weight: number;
  /** Sold along with something else rather than by itself. */
  readonly isExtra?: boolean;
  /** A recall the shop plans for everyone, such as a dental check. */
  readonly plannedIntervalDays?: number;
}

export interface DemoTrade {
  readonly shopName: Record<Locale, string>;
  readonly offerings: readonly DemoOffering[];
  readonly staff: Record<Locale, readonly string[]>;
  readonly womenShare: number;
  /** Steadiness of gaps: the shape of their gamma distribution. */
  readonly steadiness: number;
  /** Chance that a first visit is ever followed by another, before staff and source change it. */
  readonly firstReturn: number;
  /** Relative busyness, January to December. */
  readonly months: readonly number[];
  /** Relative busyness, Sunday to Saturday; 0 is closed. */
  readonly weekdays: readonly number[];
  /** Walk-ins per visit of a known customer. */
  readonly walkIns: number;
}

const same = (name: string): Record<Locale, string> => ({ en: name, pl: name, ro: name });
const said = (en: string, pl: string, ro: string): Record<Locale, string> => ({ en, pl, ro });

const hair = said('Hair', 'Włosy', 'Păr');
const colour = said('Colour', 'Koloryzacja', 'Vopsit');
const care = said('Care', 'Pielęgnacja', 'Îngrijire');
const hands = said('Nails', 'Paznokcie', 'Unghii');
const check = said('Check-ups', 'Profilaktyka', 'Profilaxie');
const treatment = said('Treatment', 'Leczenie', 'Tratament');
const cosmetic = said('Aesthetics', 'Estetyka', 'Estetică');
const service = said('Servicing', 'Serwis', 'Service');
const repair = said('Repairs', 'Naprawy', 'Reparații');
const tyres = said('Tyres', 'Opony', 'Anvelope');
const food = said('Food', 'Żywność', 'Alimente');
const drinks = said('Coffee and tea', 'Kawa i herbata', 'Cafea și ceai');
const gifts = said('Gifts', 'Prezenty', 'Cadouri');
const training = said('Training', 'Treningi', 'Antrenamente');
const bar = said('Bar', 'Bar', 'Bar');

export const TRADES_OF_DEMO: Record<Trade, DemoTrade> = {
  salon: {
    shopName: said('Willow Salon', 'Salon Pod Wierzbą', 'Salonul Salcia'),
    offerings: [
      {
        name: said('Women’s cut', 'Strzyżenie damskie', 'Tuns damă'),
        category: hair,
        priceEur: 28,
        gapDays: 42,
        weight: 30,
      },
      {
        name: said('Men’s cut', 'Strzyżenie męskie', 'Tuns bărbați'),
        category: hair,
        priceEur: 16,
        gapDays: 28,
        weight: 24,
      },
      {
        name: said('Colouring', 'Koloryzacja', 'Vopsit'),
        category: colour,
        priceEur: 62,
        gapDays: 56,
        weight: 18,
      },
      {
        name: said('Highlights', 'Pasemka', 'Șuvițe'),
        category: colour,
        priceEur: 75,
        gapDays: 84,
        weight: 8,
      },
      {
        name: said('Blow-dry', 'Modelowanie', 'Coafat'),
        category: hair,
        priceEur: 20,
        gapDays: 14,
        weight: 9,
      },
      {
        name: said('Manicure', 'Manicure', 'Manichiură'),
        category: hands,
        priceEur: 24,
        gapDays: 21,
        weight: 11,
      },
      {
        name: said('Regeneration', 'Regeneracja', 'Regenerare'),
        category: care,
        priceEur: 26,
        gapDays: 60,
        weight: 4,
        isExtra: true,
      },
      {
        name: said('Shampoo to take home', 'Szampon do domu', 'Șampon pentru acasă'),
        category: care,
        priceEur: 14,
        gapDays: 60,
        weight: 6,
        isExtra: true,
      },
    ],
    staff: {
      en: ['Kate', 'Sophie', 'Grace', 'Maya', 'Tom'],
      pl: ['Ania', 'Kasia', 'Marta', 'Ola', 'Tomek'],
      ro: ['Ioana', 'Mihaela', 'Alina', 'Oana', 'Andrei'],
    },
    womenShare: 0.72,
    steadiness: 7,
    firstReturn: 0.66,
    months: [0.85, 0.88, 1, 1.05, 1.1, 1.05, 0.9, 0.85, 1, 1, 1.02, 1.3],
    weekdays: [0, 0.6, 0.9, 1, 1.1, 1.4, 1.3],
    walkIns: 0.08,
  },
  dental: {
    shopName: said('Lime Street Dental', 'Stomatologia Lipowa', 'Dent Teiului'),
    offerings: [
      {
        name: said('Check-up', 'Przegląd', 'Control'),
        category: check,
        priceEur: 30,
        gapDays: 182,
        weight: 40,
        plannedIntervalDays: 182,
      },
      {
        name: said('Scaling', 'Skaling', 'Detartraj'),
        category: check,
        priceEur: 55,
        gapDays: 182,
        weight: 20,
        plannedIntervalDays: 182,
      },
      {
        name: said('Filling', 'Wypełnienie', 'Plombă'),
        category: treatment,
        priceEur: 70,
        gapDays: 120,
        weight: 26,
      },
      {
        name: said('Root canal', 'Leczenie kanałowe', 'Tratament de canal'),
        category: treatment,
        priceEur: 190,
        gapDays: 14,
        weight: 7,
      },
      {
        name: said('Crown', 'Korona', 'Coroană'),
        category: treatment,
        priceEur: 320,
        gapDays: 21,
        weight: 4,
      },
      {
        name: said('Whitening', 'Wybielanie', 'Albire'),
        category: cosmetic,
        priceEur: 210,
        gapDays: 365,
        weight: 3,
      },
      {
        name: said('X-ray', 'Zdjęcie RTG', 'Radiografie'),
        category: check,
        priceEur: 18,
        gapDays: 365,
        weight: 8,
        isExtra: true,
      },
    ],
    staff: {
      en: ['Dr Patel', 'Dr Lewis', 'Dr Shaw'],
      pl: ['dr Mazur', 'dr Górska', 'dr Baran'],
      ro: ['Dr. Matei', 'Dr. Șerban', 'Dr. Lupu'],
    },
    womenShare: 0.55,
    steadiness: 4,
    firstReturn: 0.72,
    months: [1.05, 1.05, 1.05, 1, 1, 0.95, 0.75, 0.7, 1.1, 1.15, 1.1, 0.9],
    weekdays: [0, 1, 1.1, 1.1, 1.1, 0.9, 0.3],
    walkIns: 0.02,
  },
  workshop: {
    shopName: said('Mill Lane Garage', 'Warsztat Młyńska', 'Service Auto Moara'),
    offerings: [
      {
        name: said('Oil and filters', 'Wymiana oleju i filtrów', 'Schimb ulei și filtre'),
        category: service,
        priceEur: 95,
        gapDays: 365,
        weight: 26,
        plannedIntervalDays: 365,
      },
      {
        name: said('Inspection', 'Przegląd', 'Revizie'),
        category: service,
        priceEur: 60,
        gapDays: 365,
        weight: 20,
      },
      {
        name: said('Tyre change', 'Wymiana opon', 'Schimb anvelope'),
        category: tyres,
        priceEur: 45,
        gapDays: 182,
        weight: 28,
      },
      { name: said('Brakes', 'Hamulce', 'Frâne'), category: repair, priceEur: 180, gapDays: 540, weight: 12 },
      {
        name: said('Air conditioning', 'Klimatyzacja', 'Climatizare'),
        category: service,
        priceEur: 55,
        gapDays: 365,
        weight: 9,
      },
      {
        name: said('Repair', 'Naprawa', 'Reparație'),
        category: repair,
        priceEur: 220,
        gapDays: 240,
        weight: 14,
      },
      {
        name: said('Wiper blades', 'Wycieraczki', 'Ștergătoare'),
        category: repair,
        priceEur: 24,
        gapDays: 365,
        weight: 7,
        isExtra: true,
      },
    ],
    staff: {
      en: ['Dave', 'Mick', 'Steve'],
      pl: ['Marek', 'Darek', 'Zbyszek'],
      ro: ['Sorin', 'Nelu', 'Costel'],
    },
    womenShare: 0.35,
    steadiness: 3,
    firstReturn: 0.62,
    months: [0.85, 0.85, 1.15, 1.35, 1, 1, 0.9, 0.85, 0.95, 1.35, 1.2, 0.8],
    weekdays: [0, 1.2, 1.1, 1, 1, 1.1, 0.6],
    walkIns: 0.05,
  },
  shop: {
    shopName: said('Corner Deli', 'Delikatesy Na Rogu', 'Băcănia din Colț'),
    offerings: [
      { name: said('Cheese', 'Sery', 'Brânzeturi'), category: food, priceEur: 9, gapDays: 14, weight: 24 },
      {
        name: said('Cold cuts', 'Wędliny', 'Mezeluri'),
        category: food,
        priceEur: 11,
        gapDays: 12,
        weight: 24,
      },
      { name: said('Bread', 'Pieczywo', 'Pâine'), category: food, priceEur: 4, gapDays: 5, weight: 22 },
      { name: said('Wine', 'Wino', 'Vin'), category: drinks, priceEur: 12, gapDays: 20, weight: 14 },
      { name: said('Coffee', 'Kawa', 'Cafea'), category: drinks, priceEur: 10, gapDays: 25, weight: 12 },
      {
        name: said('Gift basket', 'Kosz prezentowy', 'Coș cadou'),
        category: gifts,
        priceEur: 48,
        gapDays: 180,
        weight: 3,
      },
      {
        name: said('Olives', 'Oliwki', 'Măsline'),
        category: food,
        priceEur: 5,
        gapDays: 20,
        weight: 12,
        isExtra: true,
      },
      {
        name: said('Chocolate', 'Czekolada', 'Ciocolată'),
        category: gifts,
        priceEur: 4,
        gapDays: 20,
        weight: 10,
        isExtra: true,
      },
    ],
    staff: { en: ['Ellen', 'Rob', 'Nina'], pl: ['Ela', 'Robert', 'Nina'], ro: ['Elena', 'Radu', 'Nina'] },
    womenShare: 0.6,
    steadiness: 2,
    firstReturn: 0.55,
    months: [0.85, 0.9, 1, 1.1, 1, 0.95, 0.85, 0.85, 0.95, 1, 1.05, 1.5],
    weekdays: [0, 0.8, 0.9, 0.9, 1, 1.4, 1.6],
    walkIns: 0.6,
  },
  gym: {
    shopName: same('Move'),
    offerings: [
      {
        name: said('Single entry', 'Wejście jednorazowe', 'Intrare unică'),
        category: training,
        priceEur: 8,
        gapDays: 6,
        weight: 34,
      },
      {
        name: said('Yoga class', 'Zajęcia jogi', 'Clasă de yoga'),
        category: training,
        priceEur: 10,
        gapDays: 8,
        weight: 22,
      },
      {
        name: said('Personal training', 'Trening personalny', 'Antrenament personal'),
        category: training,
        priceEur: 32,
        gapDays: 10,
        weight: 12,
      },
      {
        name: said('Spinning', 'Spinning', 'Spinning'),
        category: training,
        priceEur: 9,
        gapDays: 7,
        weight: 18,
      },
      {
        name: said('Protein shake', 'Koktajl białkowy', 'Shake proteic'),
        category: bar,
        priceEur: 5,
        gapDays: 10,
        weight: 14,
        isExtra: true,
      },
      {
        name: said('Water', 'Woda', 'Apă'),
        category: bar,
        priceEur: 2,
        gapDays: 7,
        weight: 20,
        isExtra: true,
      },
    ],
    staff: { en: ['Ben', 'Zoe', 'Liam'], pl: ['Bartek', 'Zuza', 'Kuba'], ro: ['Bogdan', 'Diana', 'Vlad'] },
    womenShare: 0.5,
    steadiness: 2,
    firstReturn: 0.58,
    months: [1.4, 1.25, 1.1, 1, 0.95, 0.85, 0.7, 0.7, 1.15, 1.1, 1, 0.7],
    weekdays: [0.5, 1.3, 1.2, 1.2, 1.1, 0.9, 0.8],
    walkIns: 0.12,
  },
};
