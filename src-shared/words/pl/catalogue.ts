import type { catalogue as english } from '../en/catalogue.ts';
import type { Translated } from '../message.ts';

export const catalogue: Translated<typeof english> = {
  'catalogue.add': 'Dodaj',
  'catalogue.actions': 'Co można zrobić',
  'catalogue.name': 'Nazwa',
  'catalogue.nameMissing': 'Wpisz nazwę.',
  'catalogue.category': 'Kategoria',
  'catalogue.price': 'Cena, {currency}',
  'catalogue.tax': 'VAT',
  'catalogue.cost': 'Koszt, {currency}',
  'catalogue.interval': 'Ponownie po',
  'catalogue.days': {
    one: '{count} dzień',
    few: '{count} dni',
    many: '{count} dni',
    other: '{count} dnia',
  },
  'catalogue.weeks': {
    one: '{count} tydzień',
    few: '{count} tygodnie',
    many: '{count} tygodni',
    other: '{count} tygodnia',
  },
  'catalogue.notAnAmount': 'Wpisz kwotę, na przykład {example}.',
  'catalogue.notARate': 'Wpisz stawkę od 0 do 100 %, na przykład 23.',
  'catalogue.notAnInterval': 'Wpisz dni albo tygodnie, na przykład „6 tygodni”.',
  'catalogue.search': 'Szukaj',
  'catalogue.archive': 'Do archiwum',
  'catalogue.archiveNamed': 'Przenieś do archiwum: {name}',
  'catalogue.unarchive': 'Przywróć',
  'catalogue.unarchiveNamed': 'Przywróć: {name}',
  'catalogue.delete': 'Usuń',
  'catalogue.deleteNamed': 'Usuń: {name}',
  'catalogue.archived': '<b>{name}</b> jest w archiwum: nie ma na listach, zostaje w historii.',
  'catalogue.backAgain': '<b>{name}</b>: z powrotem na liście.',
  'catalogue.deleted': 'Usunięto: <b>{name}</b>. Nic się do tego nie odwoływało.',
  'catalogue.showArchived': {
    one: 'Pokaż archiwum ({count})',
    few: 'Pokaż archiwum ({count})',
    many: 'Pokaż archiwum ({count})',
    other: 'Pokaż archiwum ({count})',
  },
  'catalogue.offerings': 'Oferta',
  'catalogue.offerings.title': 'Co oferujesz',
  'catalogue.offerings.text':
    'Kliknij wartość, żeby ją zmienić; Enter przechodzi do następnego wiersza. Oprócz nazwy wszystko może poczekać.',
  'catalogue.offerings.new': 'Nowa pozycja',
  'catalogue.offerings.kept':
    '<b>{name}</b> przeniesiono do archiwum zamiast usunąć: jest w zapisanych wizytach, a ich historia zostaje bez zmian.',
  'catalogue.offerings.empty.title': 'Lista jest jeszcze pusta',
  'catalogue.offerings.empty.text':
    'Dzięki liście wizytę zapisuje się dwoma klawiszami, a wskaźniki pokazują, po co klienci wracają. Import wizyt wypełni ją sam.',
  'catalogue.categories.title': 'Kategorie',
  'catalogue.categories.text': 'Nowa nazwa obowiązuje wszędzie, także w tym, co już zapisano.',
  'catalogue.categories.kept':
    '<b>{name}</b> przeniesiono do archiwum zamiast usunąć: należą do niej pozycje oferty albo wizyty.',
  'catalogue.usual.title': 'Typowe w Twojej branży',
  'catalogue.usual.text': 'Same nazwy, bez cen. Weź to, co pasuje.',
  'catalogue.usual.show': {
    one: 'Pokaż {count} propozycję',
    few: 'Pokaż {count} propozycje',
    many: 'Pokaż {count} propozycji',
    other: 'Pokaż {count} propozycji',
  },
  'catalogue.usual.add': {
    zero: 'Dodaj wybrane',
    one: 'Dodaj {count}',
    few: 'Dodaj {count}',
    many: 'Dodaj {count}',
    other: 'Dodaj {count}',
  },
  'catalogue.staff': 'Pracownicy',
  'catalogue.staff.title': 'Kto tu pracuje',
  'catalogue.staff.text':
    'Żeby przy wizycie było wiadomo, kto ją wykonał. Najważniejszy jest zespół; nikt nie jest ustawiany w rankingu.',
  'catalogue.staff.new': 'Nowa osoba',
  'catalogue.staff.kept':
    '<b>{name}</b>: przeniesiono do archiwum zamiast usunąć. Ta osoba jest w zapisanych wizytach, a ich historia zostaje bez zmian.',
  'catalogue.sources': 'Skąd przychodzą',
  'catalogue.sources.title': 'Skąd przychodzą nowi klienci',
  'catalogue.sources.text':
    'Co odpowiadają klienci na pytanie, skąd o Was wiedzą. Zaznacz te, które są poleceniem.',
  'catalogue.sources.new': 'Nowe źródło',
  'catalogue.sources.recommendation': 'Polecenie',
  'catalogue.sources.kept':
    '<b>{name}</b> przeniesiono do archiwum zamiast usunąć: jest na kartach klientów albo wydano na nie pieniądze.',
  'catalogue.sources.renamed': {
    one: '<b>{name}</b>: zmieniono na {count} karcie.',
    few: '<b>{name}</b>: zmieniono na {count} kartach.',
    many: '<b>{name}</b>: zmieniono na {count} kartach.',
    other: '<b>{name}</b>: zmieniono na {count} karty.',
  },
  'catalogue.sources.unlisted': 'Te są na kartach klientów, a nie ma ich jeszcze na liście:',
  'catalogue.sources.addOne': 'Dodaj „{name}”',
  'catalogue.tags': 'Etykiety',
  'catalogue.tags.title': 'Słowa na kartach',
  'catalogue.tags.text':
    'Stoją na kartach klientów i do nich można zawęzić listę. Etykieta nazwana jak inna staje się tamtą.',
  'catalogue.tags.none':
    'Na żadnej karcie nie ma jeszcze etykiety. Wpisuje się je na karcie albo nadaje wielu naraz na liście klientów.',
  'catalogue.tags.customers': 'Klienci',
  'catalogue.tags.remove': 'Zdejmij ze wszystkich kart',
  'catalogue.tags.renamed': 'Nowa nazwa na wszystkich kartach: {name}.',
  'catalogue.tags.merged': 'Obie etykiety są teraz jedną: {name}.',
  'catalogue.tags.removed': 'Zdjęta ze wszystkich kart: {name}.',
  'catalogue.tags.undone': 'Etykieta wróciła: {name}.',
};
