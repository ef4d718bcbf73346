import type { setup as english } from '../en/setup.ts';
import type { Translated } from '../message.ts';

export const setup: Translated<typeof english> = {
  'setup.step': 'Krok {step} z {steps}',
  'setup.shop.title': 'Przygotujmy Twoją firmę',
  'setup.shop.text':
    'Trzy krótkie strony i możesz zaczynać. Wszystko zostaje na tym komputerze: bez konta, bez internetu.',
  'setup.shopName': 'Jak nazywa się firma?',
  'setup.shopName.missing': 'Wpisz nazwę firmy; będzie widoczna na ekranie i w raportach.',
  'setup.trade': 'Czym się zajmujecie?',
  'setup.trade.salon': 'Salon',
  'setup.trade.dental': 'Gabinet stomatologiczny',
  'setup.trade.workshop': 'Warsztat',
  'setup.trade.shop': 'Sklep',
  'setup.trade.gym': 'Siłownia',
  'setup.trade.other': 'Coś innego',
  'setup.currency': 'W jakiej walucie płacą klienci',
  'setup.timeZone': 'Strefa czasowa',
  'setup.start.title': 'Jak chcesz zacząć?',
  'setup.start.text':
    'Nic nie jest na zawsze: importować możesz w każdej chwili, a dane pokazowe znikają jednym kliknięciem.',
  'setup.start.empty': 'Od pustej firmy',
  'setup.start.empty.text': 'Zapisujesz wizyty od dzisiaj.',
  'setup.start.import': 'Od tego, co już mam',
  'setup.start.import.text':
    'Wizyty albo klienci z kasy, programu do rezerwacji lub arkusza. Za chwilę otworzy się import.',
  'setup.start.demo': 'Najpierw rozejrzę się w firmie pokazowej',
  'setup.start.demo.text':
    'Trzy zmyślone lata firmy takiej jak Twoja, wszędzie oznaczone jako pokazowe. Nie ma tam nic Twojego.',
  'setup.demo.make': 'Utwórz firmę pokazową',
  'setup.demo.title': 'Powstają trzy zmyślone lata',
  'setup.demo.text': 'Klienci, wizyty i opinie firmy, której nigdy nie było.',
  'setup.usual.title': 'Co oferujesz?',
  'setup.usual.text': 'Zaznacz, co pasuje. Ceny i całą resztę dodasz w każdej chwili w Ustawieniach.',
  'setup.usual.skip': 'Zacznij bez nich',
  'setup.usual.open': {
    zero: 'Otwórz recepcję',
    one: 'Dodaj {count} i otwórz recepcję',
    few: 'Dodaj {count} i otwórz recepcję',
    many: 'Dodaj {count} i otwórz recepcję',
    other: 'Dodaj {count} i otwórz recepcję',
  },
  'setup.protection.title': 'Kto może otworzyć Twoje dane?',
  'setup.protection.text': 'Będą tu nazwiska i telefony klientów. Wybierz, jak Revino ma je chronić.',
  'setup.keyStore': 'Otwiera je ten komputer',
  'setup.keyStore.text':
    'Logujesz się do komputera jak zwykle i niczego nie musisz pamiętać. Gdy komputer się zepsuje, kopię danych otworzy tylko klucz odzyskiwania, który za chwilę dostaniesz.',
  'setup.keyStore.missing':
    'Na tym komputerze nie ma gdzie bezpiecznie przechować klucza, więc tej możliwości nie da się tu wybrać.',
  'setup.passphrase': 'Hasło',
  'setup.passphrase.text':
    'Wpisujesz je przy każdym uruchomieniu. Jeśli zgubisz i hasło, i klucz odzyskiwania, nikt już nie otworzy Twoich danych, my też nie.',
  'setup.passphrase.field': {
    one: 'Hasło, co najmniej {count} znak',
    few: 'Hasło, co najmniej {count} znaki',
    many: 'Hasło, co najmniej {count} znaków',
    other: 'Hasło, co najmniej {count} znaku',
  },
  'setup.passphrase.again': 'Jeszcze raz to samo',
  'setup.passphrase.tooShort': {
    one: 'Za krótkie: wpisz co najmniej {count} znak. Dobre są trzy albo cztery słowa.',
    few: 'Za krótkie: wpisz co najmniej {count} znaki. Dobre są trzy albo cztery słowa.',
    many: 'Za krótkie: wpisz co najmniej {count} znaków. Dobre są trzy albo cztery słowa.',
    other: 'Za krótkie: wpisz co najmniej {count} znaku. Dobre są trzy albo cztery słowa.',
  },
  'setup.passphrase.different': 'To nie to samo, co wyżej. Wpisz jeszcze raz.',
  'setup.none': 'Bez zabezpieczenia',
  'setup.none.text':
    'Kto usiądzie przy tym komputerze albo dostanie kopię pliku, przeczyta wszystko. Nie ma za to klucza, który można by zgubić.',
  'setup.create': 'Załóż firmę w Revino',
  'setup.recovery.title': 'Zachowaj klucz odzyskiwania',
  'setup.recovery.text':
    'Otwiera Twoje dane na każdym komputerze, gdy ten się zepsuje, zginie albo zapomni swój klucz. Trzymaj go na papierze albo na pendrivie, z dala od tego komputera.',
  'setup.recovery.groups': 'Klucz odzyskiwania firmy {shop}',
  'setup.recovery.savePdf': 'Zapisz jako PDF',
  'setup.recovery.print': 'Wydrukuj',
  'setup.recovery.saved': 'Zapisano.',
  'setup.recovery.kept': 'Mam klucz na papierze albo zapisany poza tym komputerem.',
  'setup.recovery.done': 'Otwórz Revino',
  'setup.unlock.title': 'Twoje dane są zablokowane',
  'setup.unlock.passphrase': 'Wpisz hasło, żeby je odblokować.',
  'setup.unlock.byKey': 'Wpisz klucz odzyskiwania z kartki wydrukowanej lub zapisanej przy zakładaniu firmy.',
  'setup.unlock.keyStoreLost':
    'Ten komputer nie może już sam ich otworzyć: zmieniło się miejsce, w którym trzymał klucz. Nic nie zginęło. Wpisz klucz odzyskiwania z zachowanej kartki.',
  'setup.unlock.keyFileMissing':
    'W folderze z danymi brakuje pliku z kluczem. Nic nie zginęło. Wpisz klucz odzyskiwania z zachowanej kartki.',
  'setup.unlock.recoveryKey': 'Klucz odzyskiwania',
  'setup.unlock.open': 'Otwórz',
  'setup.unlock.useKey': 'Nie pamiętam hasła: użyj klucza odzyskiwania',
  'setup.unlock.usePassphrase': 'Użyj hasła',
  'setup.failed.title': 'Revino nie może otworzyć Twoich danych',
  'setup.failed.copy': 'Skopiuj szczegóły',
  'setup.failed.copied': 'Skopiowano.',
  'setup.failed.after': 'Gdy usuniesz przyczynę, zamknij Revino i uruchom je jeszcze raz.',
};
