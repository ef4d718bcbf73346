import type { report as english } from '../en/report.ts';
import type { Translated } from '../message.ts';

export const report: Translated<typeof english> = {
  'report.title': 'Raport miesięczny',
  'report.lead': 'Jedna strona o tym, kto do Ciebie wraca: dla Ciebie, wspólnika albo banku.',
  'report.sentence': 'Raport za miesiąc:',
  'report.monthLabel': 'Miesiąc raportu',
  'report.languageLabel': 'Język raportu',
  'report.in.en': 'po angielsku',
  'report.in.pl': 'po polsku',
  'report.in.ro': 'po rumuńsku',
  'report.running': 'Ten miesiąc jeszcze trwa: raport obejmie dni do {date}.',
  'report.contains': 'Co w nim będzie',
  'report.contains.sentences':
    'Trzy zdania: ilu jest stałych klientów, ilu nowych wraca i kto był w tym miesiącu',
  'report.contains.chart': 'Udział stałych klientów w ciągu 13 miesięcy, z przedziałem 95%',
  'report.contains.table':
    'Wskaźniki miesiąca: na ile są pewne, z ilu osób są policzone i jakie były miesiąc i rok wcześniej',
  'report.save': 'Zapisz PDF',
  'report.making': 'Tworzę PDF…',
  'report.cancel': 'Anuluj',
  'report.saved': 'Zapisano jako <b>{fileName}</b>.',
  'report.cancelled': 'Anulowano; niczego nie zapisano.',
  'report.empty.title': 'Tu powstanie Twój raport miesięczny',
  'report.empty.text':
    'Gdy Revino pozna Twoje wizyty, zmieści miesiąc na jednej stronie: kto był, kto wrócił i jak to wygląda na tle zeszłego roku.',
  'report.empty.action': 'Wczytaj wizyty',

  'report.page.header': 'Powroty klientów · {month}',
  'report.page.chart': 'Udział stałych klientów',
  'report.page.chartNote':
    'Osoby z co najmniej trzema wizytami, które się nie spóźniają, na 100 osób, które były w ciągu roku. Pas to przedział 95%.',
  'report.page.axis': 'Oś zaczyna się od {from}.',
  'report.page.noChart': 'Nie ma jeszcze stałych klientów, których można by pokazać.',
  'report.page.shortRecords': 'dane za mniej niż rok',
  'report.page.monthBefore': 'Miesiąc wcześniej',
  'report.page.oneMonth': 'Linia zacznie się od drugiego miesiąca.',
  'report.page.table': 'Wskaźniki miesiąca',
  'report.page.upTo': 'Miesiąc jeszcze trwa: wskaźniki do {date}.',
  'report.page.madeOn': 'Przygotowano w Revino {date}. Definicje w wersji {version}.',
  'report.page.demo': 'Dane pokazowe: to nie jest prawdziwa firma.',
  'report.page.number': 'strona {page} z {pages}',
  'report.sub.regularShare': 'trzy wizyty lub więcej, bez spóźnienia',
  'report.sub.firstReturn': 'szacunek, także z niepełnych 60 dni',
  'report.sub.monthRetention': 'byli w poprzednim miesiącu i w tym',
  'report.sub.activeCustomers': 'z co najmniej jedną wizytą',
  'report.sub.newCustomers': 'pierwsza wizyta w tym miesiącu',
  'report.sub.netPerOccasion': 'znane osoby, po odjęciu zwrotów',
  'report.sub.turnover': 'z podatkiem, po odjęciu zwrotów',
  'report.sub.identifiedShare': 'reszta to goście bez karty',

  'report.key.title': 'Klucz odzyskiwania',
  'report.key.lead':
    'Ten klucz otwiera dane Twojej firmy na każdym komputerze. Przechowuj go jak klucz do sejfu.',
  'report.key.use.title': 'Kiedy się przyda',
  'report.key.use':
    'Gdy komputer się zepsuje, zginie albo przestanie otwierać Revino: zainstaluj Revino na innym, otwórz dane lub kopię zapasową i wpisz ten klucz. Wielkość liter i odstępy nie mają znaczenia.',
  'report.key.keep.title': 'Gdzie go trzymać',
  'report.key.keep':
    'Na papierze, z dala od komputera: w sejfie, z dokumentami w domu albo u kogoś, komu ufasz. Dwie kopie w dwóch miejscach są lepsze niż jedna.',
  'report.key.beware.title': 'Na co uważać',
  'report.key.beware':
    'Kto ma tę kartkę i kopię danych, może przeczytać wszystko. A gdy zginą i kartka, i komputer, danych nie otworzy już nikt: ani Ty, ani my.',
};
