import type { errors as english } from '../en/errors.ts';
import type { Translated } from '../message.ts';

export const errors: Translated<typeof english> = {
  'error.door.foreignSender':
    'Revino odrzuciło żądanie, które nie przyszło z jego okna. Nic nie zostało zmienione.',
  'error.door.unknownProcedure':
    'Okno poprosiło o coś, czego ta wersja Revino nie zna. Nic nie zostało zmienione; uruchom Revino ponownie.',
  'error.door.invalidInput':
    'We wpisanych danych coś się nie zgadza. Nic nie zostało zmienione; sprawdź zaznaczone pola.',
  'error.door.tooLarge': 'To za dużo naraz. Nic nie zostało zmienione; wpisz mniej.',
  'error.internal':
    'Revino popełniło błąd. Z tego kroku nic nie zapisano, a wszystko zapisane wcześniej jest bezpieczne. Spróbuj jeszcze raz, a jeśli to się powtórzy, uruchom Revino ponownie.',
  'error.database.notFound':
    'W miejscu {file} nie ma bazy Revino. Nic nie zostało zmienione; sprawdź ścieżkę albo załóż bazę poleceniem „init”.',
  'error.database.alreadyExists':
    'W miejscu {file} już jest plik. Został taki, jaki był; wybierz inne miejsce.',
  'error.database.inUse':
    'Z bazy {file} korzysta inne uruchomione Revino. Nic nie zostało zmienione; zamknij je albo poczekaj, aż skończy wczytywanie.',
  'error.database.newer':
    'Tę bazę utworzyła nowsza wersja Revino. Nic w niej nie ruszono; zainstaluj najnowszą wersję, żeby ją otworzyć.',
  'error.database.foreign': 'Plik {file} nie jest bazą Revino. Nic w nim nie ruszono; wybierz inny.',
  'error.database.corrupt':
    'Baza {file} jest uszkodzona. Revino nic w niej nie zmieniło; przywróć ostatnią kopię zapasową, a uszkodzony plik zachowaj dla pomocy technicznej.',
  'error.database.keyNeeded':
    'Baza jest zaszyfrowana, a nie podano klucza. Nic nie zostało zmienione; podaj klucz odzyskiwania albo plik z kluczem.',
  'error.database.wrongKey':
    'Ten klucz nie pasuje do bazy {file}. Nic nie zostało zmienione; sprawdź, czy to na pewno klucz do tej bazy.',
  'error.database.noSpace':
    'Na dysku nie ma miejsca. Z tego kroku nic nie zapisano, a wszystko zapisane wcześniej jest bezpieczne; zwolnij miejsce i spróbuj jeszcze raz.',
  'error.database.notWritable':
    'Revino nie może zapisywać w {file}. Nic nie zostało zmienione; sprawdź uprawnienia folderu albo wybierz inny.',
  'error.database.migrationFailed':
    'Nie udało się dostosować bazy do tej wersji Revino ({tag}: {reason}). Jest dokładnie taka jak przedtem; wyślij ten komunikat do pomocy technicznej.',
  'error.database.backupFailed':
    'Nie udało się zrobić kopii zapasowej przed aktualizacją, więc aktualizacji nie zaczęto. Baza jest taka, jaka była; sprawdź, czy w folderze kopii zapasowych można zapisywać i czy jest tam miejsce.',
  'error.database.syncedFolder':
    'Baza leży w folderze synchronizowanym lub sieciowym ({file}), gdzie mogłaby się uszkodzić. Nic nie zostało zmienione; trzymaj ją na tym komputerze, a w takim folderze tylko kopie zapasowe.',
  'error.key.storeUnavailable':
    'Magazyn kluczy tego komputera, w którym Revino trzyma swój klucz, jest niedostępny. Nic nie zostało zmienione; użyj hasła albo podaj klucz odzyskiwania.',
  'error.key.storeLost':
    'Ten komputer nie może już odczytać klucza do bazy. Twoje dane są bezpieczne; wpisz wydrukowany klucz odzyskiwania.',
  'error.key.wrongPassphrase': 'Hasło jest błędne. Nic nie zostało zmienione; spróbuj jeszcze raz.',
  'error.key.weakPassphrase':
    'Hasło jest za krótkie: potrzeba co najmniej {minLength} znaków. Nic nie zostało zmienione.',
  'error.key.fileUnreadable':
    'Nie można odczytać pliku klucza {file}. Nic nie zostało zmienione; sprawdź, czy tam jest i czy wolno go otworzyć.',
  'error.key.malformedRecoveryKey':
    'To nie jest klucz odzyskiwania: powinien mieć 56 liter i cyfr, a tu któraś jest błędna albo jej brakuje. Nic nie zostało zmienione; porównaj go z wydrukiem.',
  'error.shop.none':
    'W tej bazie nie ma jeszcze firmy. Nic nie zostało zmienione; uruchom Revino, żeby ją założyć, albo utwórz nową bazę poleceniem „init”.',
  'error.shop.exists': 'W tej bazie już jest firma. Została taka, jaka była.',
  'error.shop.invalidTimeZone':
    'Revino nie zna strefy czasowej {timeZone}. Nic nie zostało zmienione; zapisz ją na przykład tak: Europe/Warsaw.',
  'error.shop.invalidCurrency':
    'Revino nie zna waluty {currency}. Nic nie zostało zmienione; wpisz jej trzy litery, na przykład PLN.',
  'error.shop.currencyLocked':
    'Waluta zostaje {currency}: są już zapisane kwoty w {currency}, a zmiana zamieniłaby każdą z nich na inną. Nic się nie zmieniło. Jeśli potrzebujesz innej waluty, załóż nową firmę.',
  'error.shop.notDemo': 'To nie jest firma pokazowa, więc Revino jej nie usunie. Nic się nie zmieniło.',
  'error.catalogue.nameTaken':
    'Na liście jest już „{name}”. Nic się nie zmieniło. Wybierz inną nazwę, a jeśli tamta pozycja jest w archiwum, przywróć ją.',
  'error.catalogue.notFound':
    'Tej pozycji już nie ma: została w międzyczasie usunięta. Nic się nie zmieniło. Spójrz jeszcze raz na listę.',
  'error.ownField.choicesMissing':
    'Pole z wyborem potrzebuje co najmniej dwóch różnych możliwości. Nic się nie zmieniło. Wpisz każdą w osobnym wierszu.',
  'error.survey.wordingMissing':
    'Pytanie nie ma jeszcze treści w tym języku: {language}. Nic nie zapisano. Wpisz treść albo usuń ten język z ankiety.',
  'error.survey.choicesDiffer':
    'Pytanie potrzebuje co najmniej dwóch odpowiedzi, po tyle samo w każdym języku. Nic nie zapisano. Wpisz każdą w osobnym wierszu.',
  'error.survey.kindOnce':
    'Ta ankieta ma już pytanie tego rodzaju, a drugie pomieszałoby odpowiedzi. Nic nie zapisano. Dodaj je do innej ankiety albo przenieś pierwsze do archiwum.',
  'error.import.fileUnreadable':
    'Nie udało się odczytać pliku {fileName}. Nic nie zostało zmienione; sprawdź, czy plik istnieje i czy można go otworzyć.',
  'error.import.fileEmpty':
    'Plik {fileName} jest pusty. Nic nie zostało zmienione; wyeksportuj go jeszcze raz.',
  'error.import.lineTooLong':
    'Wiersz {line} pliku {fileName} ma ponad milion znaków, więc nie jest to tabela wizyt. Nic nie zostało zmienione; wyeksportuj plik jeszcze raz jako CSV.',
  'error.import.notText':
    'Plik {fileName} nie jest plikiem tekstowym. Nic nie zostało zmienione; zapisz go jako CSV w programie, z którego pochodzi.',
  'error.import.wrongEncoding':
    'Większości liter takich jak ą czy é nie da się odczytać jako {encoding}. Nic nie zostało zmienione; wybierz inne kodowanie albo „auto”.',
  'error.import.missingColumn':
    'Nie podano kolumny dla pola „{field}”. Nic nie zostało zmienione; wskaż ją przy wczytywaniu albo w pliku opisu (--map).',
  'error.import.unmappedColumn':
    'W pliku nie ma kolumny dla pola „{field}” (szukano: {column}). Nic nie zostało zmienione; wskaż kolumnę jeszcze raz.',
  'error.import.invalidMapping':
    'Opis kolumn jest niepełny albo błędny ({detail}). Nic nie zostało zmienione; popraw go.',
  'error.import.noUsableRows':
    'Z pliku {fileName} nie udało się wczytać żadnego wiersza. Nic nie zostało zmienione; zobacz powody i popraw kolumny albo format daty.',
  'error.import.fileChanged':
    'Plik {fileName} zmienił się podczas czytania. Nic z niego nie wczytano; spróbuj jeszcze raz, gdy będzie gotowy.',
  'error.import.unknownBatch': 'Tego importu już tu nie ma. Nic się nie zmieniło.',
  'error.import.alreadyUndone': 'Ten import został już wcześniej cofnięty. Nic więcej się nie zmieniło.',
  'error.import.unknownPreset':
    'Tego zapisanego sposobu odczytu już nie ma. Nic się nie zmieniło; wskaż kolumny ręcznie.',
  'error.import.unknownFile':
    'Revino nie pamięta już wybranego pliku. Nic nie zostało zmienione; wybierz go jeszcze raz.',
  'error.import.oldWorkbook':
    'Plik {fileName} to skoroszyt Excela w starym formacie. Nic nie zostało zmienione; otwórz go w Excelu lub LibreOffice i zapisz jako XLSX albo CSV.',
  'error.import.openDocument':
    'Plik {fileName} to arkusz OpenDocument. Nic nie zostało zmienione; otwórz go w LibreOffice i zapisz jako XLSX albo CSV.',
  'error.import.encryptedWorkbook':
    'Plik {fileName} jest chroniony hasłem. Nic nie zostało zmienione; otwórz go w Excelu, usuń hasło i zapisz ponownie.',
  'error.import.damagedWorkbook':
    'Skoroszyt {fileName} jest uszkodzony ({reason}). Nic nie zostało zmienione; otwórz go w Excelu lub LibreOffice i zapisz ponownie albo zapisz jako CSV.',
  'error.import.workbookTooLarge':
    'Skoroszyt {fileName} jest zbyt duży, żeby bezpiecznie go wczytać. Nic nie zostało zmienione; zapisz go jako CSV, który może mieć dowolną wielkość.',
  'error.import.unknownSheet':
    'W skoroszycie nie ma arkusza „{sheet}”. Nic nie zostało zmienione; wybierz arkusz jeszcze raz.',
  'error.import.archive':
    'Plik {fileName} to spakowany folder. Nic nie zostało zmienione; rozpakuj go i wybierz plik, który jest w środku.',
  'error.import.pdf':
    'Plik {fileName} to PDF: służy do druku i nie ma w nim tabeli. Nic nie zostało zmienione; wyeksportuj dane jako XLSX albo CSV.',
  'error.import.image':
    'Plik {fileName} to obraz. Nic nie zostało zmienione; wyeksportuj dane jako XLSX albo CSV.',
  'error.job.unknown': 'Tego zadania już nie ma. Nic nie zostało zmienione.',
  'error.job.cancelled': 'Przerwano. Nic z tego nie zapisano.',
  'error.job.busy':
    'Trwa jeszcze inne wczytywanie. Nic nie zostało zmienione; poczekaj, aż się skończy, albo je przerwij.',
  'error.export.shopNotEmpty':
    'Ta firma ma już klientów, wizyty lub importy. Eksport całej firmy można wczytać tylko do firmy bez danych. Nic nie zostało zmienione.',
  'error.export.damaged':
    'Plik eksportu jest uszkodzony w wierszu {line}. Nic nie zostało wczytane. Użyj innej kopii tego pliku.',
  'error.export.newer':
    'Plik eksportu pochodzi z nowszej wersji Revino (zawiera „{name}”). Nic nie zostało wczytane. Najpierw zaktualizuj Revino.',
  'error.report.noData':
    'Do miesiąca {month} nie ma żadnych wizyt, więc raport byłby pusty. Nic nie zapisano; wybierz późniejszy miesiąc.',
  'error.report.renderFailed':
    'Nie udało się utworzyć pliku PDF. Twoje dane są bezpieczne; spróbuj jeszcze raz, a jeśli to się powtórzy, uruchom Revino ponownie.',
  'error.report.notWritable':
    'Nie udało się zapisać pliku {file}. Starszy, jeśli był, pozostał bez zmian; zamknij go w innych programach albo wybierz inne miejsce.',
  'error.logo.unreadable':
    'Revino nie mogło odczytać tego obrazka: {reason}. Nic się nie zmieniło; wybierz inny plik.',
  'error.logo.notPicture':
    'Ten plik nie jest obrazkiem PNG ani JPEG. Nic się nie zmieniło; zapisz logo jako PNG lub JPEG i wybierz je jeszcze raz.',
  'error.logo.tooLarge':
    'Ten obrazek jest za duży: może mieć najwyżej {megabytes} MB i {megapixels} mln pikseli. Nic się nie zmieniło; zapisz go w mniejszym rozmiarze i wybierz jeszcze raz.',
  'error.report.noDisplay':
    'Do utworzenia pliku PDF potrzebny jest ekran, a tu go nie ma. Nic nie zapisano; zainstaluj xvfb albo zrób raport w oknie.',
  'error.access.signedOut': 'Kasa jest zablokowana. Nic się nie zmieniło; zaloguj się i zrób to jeszcze raz.',
  'error.access.notAllowed': 'Twoja rola na to nie pozwala. Nic się nie zmieniło; mogą to zrobić: {people}.',
  'error.access.pinMissing':
    '{name} nie ma jeszcze PIN-u, a bez niego nikt się nie zaloguje. Nic się nie zmieniło; nadaj PIN.',
  'error.access.ownerFirst':
    'Jako pierwszy musi się logować właściciel, inaczej nikt nie wpuściłby pozostałych. Nic się nie zmieniło; najpierw nadaj PIN właścicielowi.',
  'error.access.lastOwner':
    '{name} to jedyna osoba, która loguje się jako właściciel. Nic się nie zmieniło; najpierw nadaj tę rolę jeszcze komuś.',
  'error.access.noKey':
    'Ta firma nie ma klucza, który pokazałby, kto jest właścicielem. Nic się nie zmieniło; kody PIN usuwa się w wierszu poleceń: revino --cli pins --remove.',
  'error.access.waitFirst': 'Za dużo prób. Nic się nie zmieniło; odczekaj {seconds} s i spróbuj jeszcze raz.',
  'error.undo.notYours':
    'Recepcja cofa tylko własne zmiany z dzisiaj. Nic się nie zmieniło; poproś właściciela albo kierownika.',
  'error.undo.tooLate':
    'Tego nie da się już cofnąć: zmiany można cofać przez {days} dni. Nic teraz nie zmieniono; popraw wpis ręcznie.',
  'error.undo.changedSince':
    'Ktoś to później zmienił jeszcze raz, a cofnięcie skasowałoby nowszy wpis. Nic nie zostało zmienione; popraw wpis ręcznie.',
  'error.backup.placeUnreachable':
    'Folderu {folder} teraz nie ma albo to inny dysk niż wybrany. Nic nie przepadło; podłącz go, a Revino samo zrobi kopię.',
  'error.backup.placeNotWritable':
    'Revino nie może pisać w {folder}. Nic nie przepadło; zdejmij blokadę zapisu albo wybierz inny folder.',
  'error.backup.placeFull':
    'W {folder} nie ma już miejsca na kolejną kopię. Starsze są nietknięte; zrób miejsce albo wybierz inny folder.',
  'error.backup.placeIsOwn':
    'W tym folderze leżą dane, a kopie już tu są. Niczego nie zmieniono; wybierz folder na innym dysku.',
  'error.backup.unknownPlace': 'Tego miejsca nie ma już na liście. Niczego nie zmieniono.',
  'error.backup.running': 'Kopia właśnie powstaje. Poczekaj chwilę i spróbuj ponownie.',
  'error.backup.failed':
    'Nie udało się dokończyć kopii w {folder} ({reason}). Dane i starsze kopie są nietknięte; spróbuj ponownie albo wybierz inny folder.',
  'error.backup.unknown':
    'Tej kopii już nie ma albo nie da się jej otworzyć. Niczego nie zmieniono; zajrzyj na listę jeszcze raz.',
  'error.backup.noKeyFile':
    'Hasło nie otworzy tych kopii: nie ma przy nich pliku z kluczem. Niczego nie zmieniono; wpisz klucz odzyskiwania.',
  'error.backup.keyFitsNone':
    'Ten klucz nie otwiera żadnej z tych kopii. Niczego nie zmieniono; sprawdź, czy kartka jest od tej firmy, albo otwórz inny plik.',
  'error.restore.failed':
    'Nie udało się przywrócić kopii ({reason}). Dane są takie jak wcześniej; spróbuj ponownie albo wybierz inną kopię.',
  'error.customer.cardNumberTaken': 'Ten numer karty ma już {name}. Nic nie zapisano; sprawdź numer.',
  'error.customer.recommendsItself':
    'Polecenia zatoczyłyby koło: ta osoba trafiła tu dzięki temu klientowi. Nic nie zapisano; wybierz kogoś innego.',
  'error.customer.invalidValue':
    'Pole „{field}” nie przyjmuje takiej wartości. Nic nie zapisano; popraw to pole.',
  'error.erasure.merged':
    'Tę kartę połączono z inną. Nic nie zostało wymazane; otwórz tę osobę po nazwisku i wymaż tamtą kartę, a ta zniknie razem z nią.',
  'error.customer.forgotten':
    'Ta osoba poprosiła o zapomnienie i jej karta jest opróżniona. Nic nie zostało zapisane. Jeśli znów jest klientem, załóż nową kartę.',
  'error.privacy.nameDiffers':
    'Wpisane imię i nazwisko nie zgadza się z kartą. Nic nie zostało wymazane; przepisz je dokładnie albo wróć.',
  'error.privacy.tidyLater':
    'Wymazane dane zniknęły już ze wszystkich list i plików Revino, ale nie udało się zapisać bazy od nowa, bo cały czas coś ją czytało. Revino zrobi to samo przy następnym uruchomieniu.',
  'error.privacy.listDamaged':
    'Nie da się odczytać listy osób, które poprosiły o zapomnienie ({file}). Nic nie zostało zmienione. Przywróć ten plik z folderu kopii zapasowych; bez niego mógłby wrócić ktoś, kogo wymazano.',
  'error.merge.notPossible':
    'Jedną z tych kart ktoś w międzyczasie połączył z inną albo wymazał. Nic nie zostało zmienione; otwórz ponownie listę powtórzonych kart.',
  'error.merge.undoLaterFirst':
    'Tę kartę połączono później z jeszcze inną. Najpierw cofnij tamto późniejsze połączenie; teraz nic nie zostało zmienione.',
  'error.customer.notFound': 'Tego klienta już nie ma. Nic nie zostało zmienione.',
  'error.record.changedMeanwhile':
    'Gdy to wypełniasz, ten wpis zmieniono w innym miejscu. To, co wpisujesz, nadal tu stoi i niczego nie nadpisano: wczytaj nowszą wersję albo zapisz swoją w jej miejsce.',
  'error.visit.notFound': 'Tej wizyty już nie ma. Nic nie zostało zmienione.',
  'error.visit.inFuture':
    'Nie można zapisać wizyty z przyszłą datą. Nic nie zostało zmienione; wybierz inny dzień.',
  'error.visit.tooLongAgo': 'Wizyty zapisuje się od 1900 roku. Nic nie zostało zmienione; sprawdź rok.',
  'error.visit.cancelled': 'Ta wizyta jest anulowana. Nic nie zmieniono; najpierw ją przywróć.',
  'error.visit.lineUnknown': 'Tej pozycji nie ma już w wizycie. Nic nie zmieniono; otwórz wizytę ponownie.',
  'error.visit.hasRefunds':
    'Za część tej wizyty zwrócono pieniądze. Nic nie zmieniono; najpierw anuluj zwrot.',
  'error.visit.refundTooLarge':
    'Zwrot byłby większy niż to, co kupiono i czego jeszcze nie zwrócono. Nic nie zmieniono; wpisz mniejszą ilość lub kwotę.',
  'error.visit.wrongOwnValue': 'Wartość pola „{field}” nie pasuje. Nic nie zmieniono; popraw ją.',
  'error.gesture.overOneBudget':
    '„{name}” kosztuje {cost}, a personel może sam dać jednorazowo najwyżej {most}. Niczego nie zapisano. Wybierz coś mniejszego albo poproś właściciela lub kierownika.',
  'error.gesture.overMonthBudget':
    '„{name}” kosztuje {cost}, a z budżetu na gesty w tym miesiącu zostało {left}. Niczego nie zapisano. Wybierz coś mniejszego albo poproś właściciela lub kierownika.',
  'error.case.opinionHasCase':
    'Ta opinia ma już swoją sprawę. Nic się nie zmieniło; otwórz ją na liście spraw.',
  'error.wish.notSolved':
    'Nikt jeszcze nie znalazł rozwiązania tego życzenia, więc nie ma o czym powiadomić. Nic się nie zmieniło; najpierw zapisz rozwiązanie.',
  'error.opinion.notFound': 'Tej opinii już nie ma. Nic nie zmieniono.',
  'error.opinion.empty': 'Nie ma żadnej odpowiedzi, więc nie ma czego zapisać.',
  'error.opinion.wrongAnswer':
    'Jedna z odpowiedzi nie należy do tej ankiety. Nic nie zapisano; ankieta mogła się zmienić, więc otwórz ją ponownie.',
  'error.staff.notFound': 'Tej osoby nie ma już w zespole. Nic nie zmieniono; wybierz kogoś innego.',
  'error.benefit.notFound':
    'Tego karnetu, karty lub bonu już tu nie ma. Nic się nie zmieniło; spójrz na listę jeszcze raz.',
  'error.benefit.notEnough':
    'Na „{name}” jest za mało, stan na {date}. Nic się nie zmieniło; weź mniej albo przyjmij za tę pozycję zapłatę.',
  'error.benefit.usedSince':
    'To, co tu sprzedano lub naliczono na „{name}”, wykorzystano później, {date}. Nic się nie zmieniło; najpierw cofnij tamtą wizytę albo zwróć tylko to, co zostało.',
  'error.benefit.doesNotPay':
    '„{name}” tego nie obejmuje albo nie w takiej kwocie. Nic się nie zmieniło; odznacz tę pozycję albo sprawdź w ustawieniach, co obejmuje.',
  'error.benefit.notHeldThen':
    '„{name}” nie obowiązywał w dniu {date}. Nic się nie zmieniło; przyjmij zapłatę za tę pozycję albo najpierw przedłuż.',
  'error.benefit.otherCustomer':
    '„{name}” należy do innego klienta. Nic się nie zmieniło; wybierz coś, co należy do tej osoby.',
  'error.benefit.needsCustomer':
    'Tylko bon może być na okaziciela, tu potrzebny jest klient. Nic się nie zmieniło; najpierw wybierz klienta.',
  'error.benefit.codeTaken': 'Bon o numerze {code} już jest. Nic się nie zmieniło; sprawdź numer.',
  'error.benefit.takenBackBefore': 'Ten wpis cofnięto już wcześniej. Nic więcej nie zmieniono.',
  'error.benefit.belongsToVisit':
    'To wykorzystano podczas wizyty. Nic się nie zmieniło; otwórz tę wizytę i tam odznacz pozycję.',
  'error.benefit.kindStays':
    'Rodzaju nie można zmienić, bo klienci mają to na tych zasadach. Nic się nie zmieniło; utwórz nowy, a ten zarchiwizuj.',
  'error.analytics.failed':
    'Nie udało się policzyć wskaźników. Twoje dane są bezpieczne; spróbuj jeszcze raz, a jeśli to się powtórzy, uruchom Revino ponownie.',
};
