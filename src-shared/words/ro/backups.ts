import type { backups as english } from '../en/backups.ts';
import type { Translated } from '../message.ts';

export const backups: Translated<typeof english> = {
  'backups.title': 'Copii de siguranță',
  'backups.lastGood': 'Ultima copie bună a fost făcută pe <b>{date}, la {time}</b>.',
  'backups.none': 'Nu există încă nicio copie. Pe prima o face Revino singur, imediat.',
  'backups.text':
    'Revino le face singur: la scurt timp după pornire, o dată pe zi și la închidere, dacă s-a schimbat ceva. Fiecare este deschisă și verificată înainte să conteze.',
  'backups.now': 'Fă o copie acum',
  'backups.running': 'Copia se face…',
  'backups.done': {
    one: 'Gata: copia se află într-un singur loc.',
    few: 'Gata: copia se află în {count} locuri.',
    other: 'Gata: copia se află în {count} de locuri.',
  },
  'backups.doneSome': 'Gata, dar nu peste tot: vezi mai jos.',
  'backups.late': {
    one: 'Ultima copie bună e de acum o zi. Datele sunt în siguranță, dar ce e mai nou s-ar pierde dacă s-ar strica discul: fă o copie acum.',
    few: 'Ultima copie bună e de acum {count} zile. Datele sunt în siguranță, dar ce e mai nou s-ar pierde dacă s-ar strica discul: fă o copie acum.',
    other:
      'Ultima copie bună e de acum {count} de zile. Datele sunt în siguranță, dar ce e mai nou s-ar pierde dacă s-ar strica discul: fă o copie acum.',
  },
  'backups.never': 'Nu există încă o copie bună a acestor date. Fă una acum.',
  'backups.lateElsewhere': {
    one: 'Locurile alese n-au mai primit o copie de o zi. Dacă se strică acest calculator, rămâne doar aceea: conectează discul, de rest se ocupă Revino.',
    few: 'Locurile alese n-au mai primit o copie de {count} zile. Dacă se strică acest calculator, rămâne doar aceea: conectează discul, de rest se ocupă Revino.',
    other:
      'Locurile alese n-au mai primit o copie de {count} de zile. Dacă se strică acest calculator, rămâne doar aceea: conectează discul, de rest se ocupă Revino.',
  },
  'backups.neverElsewhere':
    'Locurile alese n-au primit încă nicio copie. Dacă se strică acest calculator, nu rămâne nimic: conectează discul, de rest se ocupă Revino.',
  'backups.damaged':
    'O verificare a găsit date deteriorate. Nu s-a schimbat nimic: revino la cea mai nouă copie de mai jos și nu șterge niciuna.',
  'backups.mark.late': {
    one: 'Ultima copie: acum o zi',
    few: 'Ultima copie: acum {count} zile',
    other: 'Ultima copie: acum {count} de zile',
  },
  'backups.mark.never': 'Nicio copie de siguranță',
  'backups.mark.damaged': 'Datele sunt deteriorate',
  'backups.places': 'Unde ajung',
  'backups.places.text':
    'Adaugă un stick USB, un disc extern sau un dosar pe care OneDrive, Dropbox ori Nextcloud îl păstrează și în altă parte. Copiile sunt protejate la fel ca datele.',
  'backups.places.onlyHere':
    'Deocamdată copiile sunt numai pe acest calculator: dacă se strică discul, se pierd odată cu el.',
  'backups.place.own': 'Acest calculator, lângă date',
  'backups.place.good': 'Ultima copie bună: {date}, {time}',
  'backups.place.none': 'Aici nu există încă nicio copie',
  'backups.place.away':
    'Nu este conectat acum sau e alt disc în locul lui. Conectează-l, iar Revino face singur copia.',
  'backups.place.open': 'Deschide dosarul',
  'backups.place.openNamed': 'Deschide dosarul {folder}',
  'backups.place.remove': 'Nu-l mai folosi',
  'backups.place.removeNamed': 'Nu mai folosi {folder}',
  'backups.place.removed': 'Revino nu mai face copii în {folder}. Cele aflate acolo rămân.',
  'backups.place.add': 'Adaugă un loc…',
  'backups.kept': 'Se păstrează copiile din ultimele 7 zile, 4 săptămâni și 12 luni. Cele mai vechi fac loc.',
  'backups.back': 'Înapoi la o copie',
  'backups.back.text':
    'Readuce datele așa cum erau când s-a făcut copia. Și datele de acum se păstrează și te poți întoarce la ele în același fel.',
  'backups.back.show': 'Arată copiile',
  'backups.list': 'Copii, cele mai noi întâi',
  'backups.list.empty': 'În aceste locuri nu s-a găsit nicio copie.',
  'backups.list.megabytes': '{megabytes} MB',
  'backups.list.customers': {
    one: 'un client',
    few: '{count} clienți',
    other: '{count} de clienți',
  },
  'backups.list.visits': {
    one: 'o vizită',
    few: '{count} vizite',
    other: '{count} de vizite',
  },
  'backups.list.newest': 'ultima vizită {date}',
  'backups.list.kind.beforeUpdate': 'dinaintea unei actualizări Revino',
  'backups.list.kind.replaced': 'datele care au fost înlocuite',
  'backups.list.kind.other': 'fișierul {file}',
  'backups.list.older': 'dintr-un Revino mai vechi; va fi adusă la zi',
  'backups.list.plain': 'fără protecție',
  'backups.list.state.otherKey': 'blocată cu o cheie necunoscută aici; deblocheaz-o mai jos',
  'backups.list.state.damaged': 'deteriorată; alege alta',
  'backups.list.state.newer': 'dintr-un Revino mai nou; instalează-l mai întâi',
  'backups.list.state.foreign': 'nu este o copie Revino',
  'backups.list.restore': 'Întoarce-te la ea',
  'backups.list.restoreNamed': 'Întoarce-te la copia din {date}, {time}',
  'backups.list.more': {
    one: 'Mai arată una',
    few: 'Mai arată {count}',
    other: 'Mai arată {count}',
  },
  'backups.list.file': 'Deschide alt fișier…',
  'backups.list.again': 'Caută din nou',
  'backups.secret.title': 'Unele copii sunt blocate',
  'backups.secret.text': 'Scrie cheia de recuperare de pe foaia păstrată când ai creat firma sau parola.',
  'backups.secret.label': 'Cheia de recuperare sau parola',
  'backups.secret.open': 'Deblochează',
  'backups.confirm.title': 'Te întorci la copia din {date}, {time}?',
  'backups.confirm.text':
    'Conține {customers} și {visits}. Ce s-a scris după ea nu se află acolo; datele de acum se păstrează alături.',
  'backups.confirm.fresh': 'Conține {customers} și {visits} din firma {shop}.',
  'backups.confirm.plain': 'Copia nu este protejată, așa că nici datele nu vor fi.',
  'backups.confirm.passphrase':
    'Acest calculator nu are unde să păstreze cheia. Alege o parolă cu care vei deschide datele de acum înainte, de cel puțin {count} caractere.',
  'backups.confirm.passphraseLabel': 'Parolă nouă',
  'backups.confirm.repeat': 'Aceeași parolă, încă o dată',
  'backups.confirm.different': 'Nu e la fel ca mai sus. Scrie-o încă o dată.',
  'backups.confirm.do': 'Întoarce-te la ea',
  'backups.confirm.not': 'Lasă cum este',
  'backups.restoring': 'Copia se verifică și se pune la loc…',
  'backups.restored': 'Datele sunt din nou ca pe {date}, la {time}.',
  'backups.page.title': 'Înapoi la o copie',
  'backups.page.text':
    'Alege cea mai nouă copie care conține ce te aștepți să găsești. Dacă e pe un stick sau în alt dosar, conectează-l și deschide fișierul.',
  'backups.page.fresh': 'Am o copie de siguranță',
  'backups.page.offer': 'Întoarce-te la o copie',
  'dialog.backupFolder': 'Alege un dosar pentru copii',
  'dialog.backupFile': 'Alege o copie de siguranță',
  'dialog.backupFiles': 'Copii de siguranță Revino',
};
