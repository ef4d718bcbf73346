/** What shops of a trade usually offer, without prices: a beginning for the owner's own list, taken over by choice. */
import type { Locale, Trade } from '../../src-shared/contract/values.ts';

export interface UsualOffering {
  readonly name: Readonly<Record<Locale, string>>;
  readonly category: Readonly<Record<Locale, string>>;
  /** Where the trade itself plans the next visit, such as a dental check. */
  readonly plannedIntervalDays?: number;
}

type Said = Readonly<Record<Locale, string>>;
const said = (en: string, pl: string, ro: string): Said => ({ en, pl, ro });
const offered = (category: Said, name: Said, plannedIntervalDays?: number): UsualOffering => ({
  name,
  category,
  ...(plannedIntervalDays === undefined ? {} : { plannedIntervalDays }),
});

const HALF_YEAR_DAYS = 182;
const YEAR_DAYS = 365;

const hair = said('Hair', 'Włosy', 'Păr');
const colour = said('Colour', 'Koloryzacja', 'Vopsit');
const nails = said('Nails', 'Paznokcie', 'Unghii');
const face = said('Face', 'Twarz', 'Față');
const prevention = said('Check-ups', 'Profilaktyka', 'Profilaxie');
const treatment = said('Treatment', 'Leczenie', 'Tratament');
const aesthetics = said('Aesthetics', 'Estetyka', 'Estetică');
const servicing = said('Servicing', 'Serwis', 'Întreținere');
const repairs = said('Repairs', 'Naprawy', 'Reparații');
const tyres = said('Tyres', 'Opony', 'Anvelope');
const goods = said('Goods', 'Towary', 'Mărfuri');
const services = said('Services', 'Usługi', 'Servicii');
const entries = said('Entries', 'Wejścia', 'Intrări');
const classes = said('Classes', 'Zajęcia', 'Clase');
const bar = said('Bar', 'Bar', 'Bar');

export const USUAL_OFFERINGS: Readonly<Record<Trade, readonly UsualOffering[]>> = {
  salon: [
    offered(hair, said('Women’s cut', 'Strzyżenie damskie', 'Tuns damă')),
    offered(hair, said('Men’s cut', 'Strzyżenie męskie', 'Tuns bărbați')),
    offered(hair, said('Children’s cut', 'Strzyżenie dziecięce', 'Tuns copii')),
    offered(hair, said('Blow-dry', 'Modelowanie', 'Coafat')),
    offered(colour, said('Colouring', 'Koloryzacja', 'Vopsit')),
    offered(colour, said('Highlights', 'Pasemka', 'Șuvițe')),
    offered(nails, said('Manicure', 'Manicure', 'Manichiură')),
    offered(nails, said('Pedicure', 'Pedicure', 'Pedichiură')),
    offered(face, said('Beard trim', 'Strzyżenie brody', 'Aranjat barba')),
    offered(face, said('Eyebrows', 'Regulacja brwi', 'Pensat sprâncene')),
  ],
  dental: [
    offered(prevention, said('Check-up', 'Przegląd', 'Control'), HALF_YEAR_DAYS),
    offered(prevention, said('Scaling', 'Skaling', 'Detartraj'), HALF_YEAR_DAYS),
    offered(prevention, said('X-ray', 'Zdjęcie RTG', 'Radiografie')),
    offered(treatment, said('Filling', 'Wypełnienie', 'Plombă')),
    offered(treatment, said('Root canal treatment', 'Leczenie kanałowe', 'Tratament de canal')),
    offered(treatment, said('Extraction', 'Usunięcie zęba', 'Extracție')),
    offered(treatment, said('Crown', 'Korona', 'Coroană')),
    offered(aesthetics, said('Whitening', 'Wybielanie', 'Albire')),
  ],
  workshop: [
    offered(
      servicing,
      said('Oil and filters', 'Wymiana oleju i filtrów', 'Schimb ulei și filtre'),
      YEAR_DAYS,
    ),
    offered(servicing, said('Inspection', 'Przegląd', 'Revizie'), YEAR_DAYS),
    offered(servicing, said('Air conditioning', 'Serwis klimatyzacji', 'Încărcare climatizare')),
    offered(servicing, said('Diagnostics', 'Diagnostyka komputerowa', 'Diagnoză')),
    offered(tyres, said('Tyre change', 'Wymiana opon', 'Schimb anvelope'), HALF_YEAR_DAYS),
    offered(tyres, said('Wheel alignment', 'Geometria kół', 'Geometrie roți')),
    offered(repairs, said('Brakes', 'Naprawa hamulców', 'Reparație frâne')),
    offered(repairs, said('Timing belt', 'Wymiana rozrządu', 'Schimb distribuție')),
    offered(repairs, said('Other repair', 'Inna naprawa', 'Altă reparație')),
  ],
  shop: [
    offered(goods, said('Purchase', 'Zakupy', 'Cumpărături')),
    offered(goods, said('Special order', 'Zamówienie indywidualne', 'Comandă specială')),
    offered(goods, said('Gift card', 'Karta podarunkowa', 'Card cadou')),
    offered(services, said('Delivery', 'Dostawa', 'Livrare')),
    offered(services, said('Gift wrapping', 'Pakowanie na prezent', 'Ambalare cadou')),
    offered(services, said('Advice', 'Doradztwo', 'Consultanță')),
  ],
  gym: [
    offered(entries, said('Single entry', 'Wejście jednorazowe', 'Intrare unică')),
    offered(entries, said('Entry with a pass', 'Wejście z karnetem', 'Intrare cu abonament')),
    offered(classes, said('Yoga class', 'Zajęcia jogi', 'Clasă de yoga')),
    offered(classes, said('Spinning', 'Spinning', 'Spinning')),
    offered(classes, said('Fitness class', 'Zajęcia fitness', 'Clasă de fitness')),
    offered(classes, said('Personal training', 'Trening personalny', 'Antrenament personal')),
    offered(bar, said('Drinks and snacks', 'Napoje i przekąski', 'Băuturi și gustări')),
  ],
};
