import type { setup as english } from '../en/setup.ts';
import type { Translated } from '../message.ts';

export const setup: Translated<typeof english> = {
  'setup.step': 'Pasul {step} din {steps}',
  'setup.shop.title': 'Să pregătim firma ta',
  'setup.shop.text':
    'Trei pagini scurte și poți începe. Totul rămâne pe acest calculator: fără cont, fără internet.',
  'setup.shopName': 'Cum se numește firma?',
  'setup.shopName.missing': 'Scrie numele firmei; apare pe ecran și în rapoarte.',
  'setup.trade': 'Cu ce vă ocupați?',
  'setup.trade.salon': 'Salon',
  'setup.trade.dental': 'Cabinet stomatologic',
  'setup.trade.workshop': 'Atelier',
  'setup.trade.shop': 'Magazin',
  'setup.trade.gym': 'Sală de sport',
  'setup.trade.other': 'Altceva',
  'setup.currency': 'În ce monedă plătesc clienții',
  'setup.timeZone': 'Fusul orar',
  'setup.start.title': 'Cum vrei să începi?',
  'setup.start.text': 'Nimic nu e definitiv: poți importa oricând, iar demonstrația dispare cu un clic.',
  'setup.start.empty': 'Cu o firmă goală',
  'setup.start.empty.text': 'Înregistrezi vizite de azi înainte.',
  'setup.start.import': 'Cu ce am deja',
  'setup.start.import.text':
    'Vizite sau clienți din casa de marcat, programul de rezervări sau o foaie de calcul. Urmează importul.',
  'setup.start.demo': 'Mai întâi văd o firmă demonstrativă',
  'setup.start.demo.text':
    'Trei ani inventați ai unei firme ca a ta, marcați peste tot ca demonstrativi. Nu conține nimic de-al tău.',
  'setup.demo.make': 'Creează firma demonstrativă',
  'setup.demo.title': 'Se inventează trei ani',
  'setup.demo.text': 'Clienți, vizite și păreri ale unei firme care n-a existat.',
  'setup.usual.title': 'Ce oferi?',
  'setup.usual.text': 'Bifează ce se potrivește. Prețurile și restul se pot adăuga oricând în Setări.',
  'setup.usual.skip': 'Începe fără ele',
  'setup.usual.open': {
    zero: 'Deschide recepția',
    one: 'Adaugă {count} și deschide recepția',
    few: 'Adaugă {count} și deschide recepția',
    other: 'Adaugă {count} și deschide recepția',
  },
  'setup.protection.title': 'Cine poate deschide datele tale?',
  'setup.protection.text': 'Aici vor fi numele și telefoanele clienților. Alege cum le protejează Revino.',
  'setup.keyStore': 'Le deschide acest calculator',
  'setup.keyStore.text':
    'Te conectezi la calculator ca de obicei și nu ai nimic de ținut minte. Dacă acesta se strică, o copie a datelor se deschide numai cu cheia de recuperare pe care o primești imediat.',
  'setup.keyStore.missing':
    'Acest calculator nu are unde să păstreze o cheie în siguranță, așa că aici nu poți alege asta.',
  'setup.passphrase': 'Parolă',
  'setup.passphrase.text':
    'O scrii la fiecare pornire. Dacă pierzi și parola, și cheia de recuperare, nimeni nu mai poate deschide datele, nici noi.',
  'setup.passphrase.field': {
    one: 'Parola, cel puțin un caracter',
    few: 'Parola, cel puțin {count} caractere',
    other: 'Parola, cel puțin {count} de caractere',
  },
  'setup.passphrase.again': 'Aceeași parolă, încă o dată',
  'setup.passphrase.tooShort': {
    one: 'Prea scurtă: scrie cel puțin un caracter. Trei sau patru cuvinte sunt bune.',
    few: 'Prea scurtă: scrie cel puțin {count} caractere. Trei sau patru cuvinte sunt bune.',
    other: 'Prea scurtă: scrie cel puțin {count} de caractere. Trei sau patru cuvinte sunt bune.',
  },
  'setup.passphrase.different': 'Nu e la fel ca mai sus. Scrie-o încă o dată.',
  'setup.none': 'Fără protecție',
  'setup.none.text':
    'Cine ajunge la acest calculator sau la o copie a fișierului poate citi tot. În schimb, nu există nicio cheie de pierdut.',
  'setup.create': 'Creează firma în Revino',
  'setup.recovery.title': 'Păstrează cheia de recuperare',
  'setup.recovery.text':
    'Deschide datele tale pe orice calculator, dacă acesta se strică, dispare sau își uită cheia. Ține-o pe hârtie sau pe un stick, departe de acest calculator.',
  'setup.recovery.groups': 'Cheia de recuperare a firmei {shop}',
  'setup.recovery.savePdf': 'Salvează ca PDF',
  'setup.recovery.print': 'Tipărește',
  'setup.recovery.saved': 'Salvat.',
  'setup.recovery.kept': 'Am cheia pe hârtie sau salvată în altă parte decât pe acest calculator.',
  'setup.recovery.done': 'Deschide Revino',
  'setup.unlock.title': 'Datele tale sunt blocate',
  'setup.unlock.passphrase': 'Scrie parola ca să le deblochezi.',
  'setup.unlock.byKey': 'Scrie cheia de recuperare de pe foaia tipărită sau salvată când ai creat firma.',
  'setup.unlock.keyStoreLost':
    'Acest calculator nu le mai poate deschide singur: locul în care ținea cheia s-a schimbat. Nu s-a pierdut nimic. Scrie cheia de recuperare de pe foaia păstrată.',
  'setup.unlock.keyFileMissing':
    'Din dosarul cu date lipsește fișierul cu cheia. Nu s-a pierdut nimic. Scrie cheia de recuperare de pe foaia păstrată.',
  'setup.unlock.recoveryKey': 'Cheia de recuperare',
  'setup.unlock.open': 'Deschide',
  'setup.unlock.useKey': 'Am uitat parola: folosește cheia de recuperare',
  'setup.unlock.usePassphrase': 'Folosește parola',
  'setup.failed.title': 'Revino nu poate deschide datele tale',
  'setup.failed.copy': 'Copiază detaliile',
  'setup.failed.copied': 'Copiat.',
  'setup.failed.after': 'După ce înlături cauza, închide Revino și pornește-l din nou.',
};
