import type { errors as english } from '../en/errors.ts';
import type { Translated } from '../message.ts';

export const errors: Translated<typeof english> = {
  'error.door.foreignSender':
    'Revino a respins o cerere care nu venea din fereastra lui. Nu s-a schimbat nimic.',
  'error.door.unknownProcedure':
    'Fereastra a cerut ceva ce versiunea aceasta de Revino nu cunoaște. Nu s-a schimbat nimic; repornește Revino.',
  'error.door.invalidInput':
    'Ceva din datele introduse nu este în regulă. Nu s-a schimbat nimic; verifică câmpurile marcate.',
  'error.door.tooLarge': 'Este prea mult deodată. Nu s-a schimbat nimic; introdu mai puțin.',
  'error.internal':
    'Revino a greșit. Din acest pas nu s-a salvat nimic, iar tot ce era salvat este în siguranță. Încearcă din nou și repornește Revino dacă se repetă.',
  'error.database.notFound':
    'Nu există nicio bază de date Revino la {file}. Nu s-a schimbat nimic; verifică locul sau creează o bază de date cu „init”.',
  'error.database.alreadyExists': 'La {file} există deja un fișier. A rămas așa cum era; alege alt loc.',
  'error.database.inUse':
    'Baza de date {file} este folosită de un alt Revino pornit. Nu s-a schimbat nimic; închide-l sau așteaptă să-și termine importul.',
  'error.database.newer':
    'Această bază de date a fost creată de o versiune mai nouă de Revino. Nu a fost atinsă; instalează cea mai nouă versiune ca s-o deschizi.',
  'error.database.foreign': 'Fișierul {file} nu este o bază de date Revino. Nu a fost atins; alege altul.',
  'error.database.corrupt':
    'Baza de date {file} este deteriorată. Revino nu a schimbat nimic în ea; restaurează ultima copie de rezervă și păstrează fișierul deteriorat pentru asistență.',
  'error.database.keyNeeded':
    'Baza de date este criptată, iar cheia lipsește. Nu s-a schimbat nimic; introdu cheia de recuperare sau indică fișierul cu cheia.',
  'error.database.wrongKey':
    'Cheia nu se potrivește cu baza de date {file}. Nu s-a schimbat nimic; verifică dacă este cheia acestei baze de date.',
  'error.database.noSpace':
    'Discul este plin. Din acest pas nu s-a salvat nimic, iar tot ce era salvat este în siguranță; eliberează spațiu și încearcă din nou.',
  'error.database.notWritable':
    'Revino nu poate scrie în {file}. Nu s-a schimbat nimic; verifică permisiunile dosarului sau alege altul.',
  'error.database.migrationFailed':
    'Baza de date nu a putut fi adusă la această versiune de Revino ({tag}: {reason}). Este exact cum era înainte; trimite acest mesaj la asistență.',
  'error.database.backupFailed':
    'Copia de rezervă de dinaintea actualizării nu a putut fi făcută, așa că actualizarea nu a început. Baza de date este cum era; verifică dacă se poate scrie în dosarul cu copiile de rezervă și dacă mai e loc.',
  'error.database.syncedFolder':
    'Baza de date se află într-un dosar sincronizat sau de rețea ({file}), unde s-ar putea deteriora. Nu s-a schimbat nimic; ține-o pe acest calculator, iar într-un astfel de dosar doar copiile de rezervă.',
  'error.key.storeUnavailable':
    'Depozitul de chei al acestui calculator, în care Revino își ține cheia, nu poate fi folosit. Nu s-a schimbat nimic; folosește o parolă sau introdu cheia de recuperare.',
  'error.key.storeLost':
    'Acest calculator nu mai poate deschide cheia bazei de date. Datele tale sunt în siguranță; introdu cheia de recuperare pe care ai tipărit-o.',
  'error.key.wrongPassphrase': 'Parola este greșită. Nu s-a schimbat nimic; încearcă din nou.',
  'error.key.weakPassphrase':
    'Parola este prea scurtă: are nevoie de cel puțin {minLength} caractere. Nu s-a schimbat nimic.',
  'error.key.fileUnreadable':
    'Fișierul cheii {file} nu poate fi citit. Nu s-a schimbat nimic; verifică dacă există și dacă poate fi deschis.',
  'error.key.malformedRecoveryKey':
    'Aceasta nu este o cheie de recuperare: o astfel de cheie are 56 de litere și cifre, iar aici una este greșită sau lipsește. Nu s-a schimbat nimic; compar-o cu cea tipărită.',
  'error.shop.none':
    'În această bază de date nu există încă nicio firmă. Nu s-a schimbat nimic; pornește Revino ca s-o creezi sau creează o bază de date nouă cu „init”.',
  'error.shop.exists': 'În această bază de date există deja o firmă. A rămas așa cum era.',
  'error.shop.invalidTimeZone':
    'Revino nu cunoaște fusul orar {timeZone}. Nu s-a schimbat nimic; scrie-l, de exemplu, așa: Europe/Bucharest.',
  'error.shop.invalidCurrency':
    'Revino nu cunoaște moneda {currency}. Nu s-a schimbat nimic; scrie cele trei litere ale ei, de exemplu RON.',
  'error.shop.currencyLocked':
    'Moneda rămâne {currency}: există deja sume în {currency}, iar schimbarea ar face din fiecare altă sumă. Nu s-a schimbat nimic. Pentru altă monedă, creează o firmă nouă.',
  'error.shop.notDemo':
    'Aceasta nu este o firmă demonstrativă, așa că Revino nu o șterge. Nu s-a schimbat nimic.',
  'error.catalogue.nameTaken':
    'În listă există deja „{name}”. Nu s-a schimbat nimic. Alege alt nume; dacă celălalt este în arhivă, adu-l înapoi.',
  'error.catalogue.notFound':
    'Acest rând nu mai există: a fost șters între timp. Nu s-a schimbat nimic. Uită-te din nou la listă.',
  'error.ownField.choicesMissing':
    'Un câmp cu variante are nevoie de cel puțin două, diferite între ele. Nu s-a schimbat nimic. Scrie câte una pe rând.',
  'error.survey.wordingMissing':
    'Întrebarea nu are încă text în limba: {language}. Nu s-a salvat nimic. Scrie textul sau scoate limba din chestionar.',
  'error.survey.choicesDiffer':
    'Întrebarea are nevoie de cel puțin două răspunsuri, la fel de multe în fiecare limbă. Nu s-a salvat nimic. Scrie câte unul pe rând.',
  'error.survey.kindOnce':
    'Chestionarul are deja o întrebare de acest fel, iar a doua ar amesteca răspunsurile. Nu s-a salvat nimic. Pune-o în alt chestionar sau arhiveaz-o pe prima.',
  'error.import.fileUnreadable':
    'Fișierul {fileName} nu a putut fi citit. Nu s-a schimbat nimic; verifică dacă există și dacă poate fi deschis.',
  'error.import.fileEmpty': 'Fișierul {fileName} este gol. Nu s-a schimbat nimic; exportă-l din nou.',
  'error.import.lineTooLong':
    'Rândul {line} din {fileName} are peste un milion de caractere, deci nu este un tabel de vizite. Nu s-a schimbat nimic; exportă-l din nou ca CSV.',
  'error.import.notText':
    'Fișierul {fileName} nu este un fișier text. Nu s-a schimbat nimic; salvează-l ca CSV în programul din care provine.',
  'error.import.wrongEncoding':
    'Majoritatea literelor cu diacritice nu pot fi citite ca {encoding}. Nu s-a schimbat nimic; alege altă codificare sau „auto”.',
  'error.import.missingColumn':
    'Nu este numită nicio coloană pentru „{field}”. Nu s-a schimbat nimic; alege-o în program sau numește-o într-un fișier de descriere (--map).',
  'error.import.unmappedColumn':
    'Coloana pentru „{field}” nu este în fișier (căutată: {column}). Nu s-a schimbat nimic; alege din nou coloana.',
  'error.import.invalidMapping':
    'Descrierea coloanelor este incompletă sau greșită ({detail}). Nu s-a schimbat nimic; corecteaz-o.',
  'error.import.noUsableRows':
    'Niciun rând din {fileName} nu a putut fi preluat. Nu s-a schimbat nimic; uită-te la motive și corectează coloanele sau formatul datei.',
  'error.import.fileChanged':
    'Fișierul {fileName} s-a schimbat în timp ce era citit. Nu s-a preluat nimic din el; încearcă din nou când este gata.',
  'error.import.unknownBatch': 'Acest import nu mai este cunoscut aici. Nu s-a schimbat nimic.',
  'error.import.alreadyUndone': 'Acest import a fost deja anulat. Nu s-a mai schimbat nimic.',
  'error.import.unknownPreset':
    'Acest mod de citire salvat nu mai există. Nu s-a schimbat nimic; alege coloanele manual.',
  'error.import.unknownFile': 'Revino nu mai știe ce fișier ai ales. Nu s-a schimbat nimic; alege-l din nou.',
  'error.import.oldWorkbook':
    'Fișierul {fileName} este un registru Excel în formatul vechi. Nu s-a schimbat nimic; deschide-l în Excel sau LibreOffice și salvează-l ca XLSX sau CSV.',
  'error.import.openDocument':
    'Fișierul {fileName} este o foaie de calcul OpenDocument. Nu s-a schimbat nimic; deschide-l în LibreOffice și salvează-l ca XLSX sau CSV.',
  'error.import.encryptedWorkbook':
    'Fișierul {fileName} este protejat cu parolă. Nu s-a schimbat nimic; deschide-l în Excel, elimină parola și salvează-l din nou.',
  'error.import.damagedWorkbook':
    'Registrul {fileName} este deteriorat ({reason}). Nu s-a schimbat nimic; deschide-l în Excel sau LibreOffice și salvează-l din nou sau salvează-l ca CSV.',
  'error.import.workbookTooLarge':
    'Registrul {fileName} este prea mare pentru a fi citit în siguranță. Nu s-a schimbat nimic; salvează-l ca CSV, care poate avea orice mărime.',
  'error.import.unknownSheet':
    'Registrul nu are foaia „{sheet}”. Nu s-a schimbat nimic; alege din nou foaia.',
  'error.import.archive':
    'Fișierul {fileName} este un dosar arhivat. Nu s-a schimbat nimic; dezarhivează-l și alege fișierul din interior.',
  'error.import.pdf':
    'Fișierul {fileName} este un PDF: este făcut pentru tipărire și nu conține un tabel. Nu s-a schimbat nimic; exportă datele ca XLSX sau CSV.',
  'error.import.image':
    'Fișierul {fileName} este o imagine. Nu s-a schimbat nimic; exportă datele ca XLSX sau CSV.',
  'error.job.unknown': 'Această operație nu mai există. Nu s-a schimbat nimic.',
  'error.job.cancelled': 'Oprit. Nu s-a salvat nimic.',
  'error.job.busy':
    'Un alt import este încă în curs. Nu s-a schimbat nimic; așteaptă să se termine sau oprește-l.',
  'error.export.shopNotEmpty':
    'Această firmă are deja clienți, vizite sau importuri. Exportul întregii firme poate fi adus doar într-o firmă fără înregistrări. Nu s-a schimbat nimic.',
  'error.export.damaged':
    'Fișierul de export este deteriorat la linia {line}. Nu s-a adus nimic. Folosiți altă copie a fișierului.',
  'error.export.newer':
    'Exportul provine dintr-o versiune mai nouă de Revino (conține „{name}”). Nu s-a adus nimic. Actualizați mai întâi Revino.',
  'error.report.noData':
    'Până în luna {month} nu există vizite, deci raportul ar fi gol. Nu s-a scris nimic; alege o lună ulterioară.',
  'error.report.renderFailed':
    'PDF-ul nu a putut fi creat. Datele tale sunt în siguranță; încearcă din nou și repornește Revino dacă se repetă.',
  'error.report.notWritable':
    'Fișierul {file} nu a putut fi scris. Cel vechi, dacă exista, a rămas neschimbat; închide-l în alte programe sau alege alt loc.',
  'error.logo.unreadable':
    'Revino nu a putut citi imaginea: {reason}. Nu s-a schimbat nimic; alege alt fișier.',
  'error.logo.notPicture':
    'Fișierul nu este o imagine PNG sau JPEG. Nu s-a schimbat nimic; salvează logoul ca PNG sau JPEG și alege-l din nou.',
  'error.logo.tooLarge':
    'Imaginea este prea mare: poate avea cel mult {megabytes} MB și {megapixels} milioane de pixeli. Nu s-a schimbat nimic; salveaz-o mai mică și alege-o din nou.',
  'error.report.noDisplay':
    'PDF-ul are nevoie de un ecran, iar aici nu este niciunul. Nu s-a scris nimic; instalează xvfb sau creează raportul din fereastra Revino.',
  'error.access.signedOut': 'Casa este blocată. Nu s-a schimbat nimic; autentifică-te și fă-o din nou.',
  'error.access.notAllowed': 'Rolul tău nu permite asta. Nu s-a schimbat nimic; o pot face: {people}.',
  'error.access.pinMissing':
    '{name} nu are încă un PIN, iar fără el nu se autentifică nimeni. Nu s-a schimbat nimic; dă un PIN.',
  'error.access.ownerFirst':
    'Primul care se autentifică trebuie să fie un proprietar, altfel nimeni nu i-ar putea lăsa pe ceilalți să intre. Nu s-a schimbat nimic; dă mai întâi un PIN proprietarului.',
  'error.access.lastOwner':
    '{name} este singura persoană care se autentifică drept proprietar. Nu s-a schimbat nimic; dă mai întâi rolul acesta și altcuiva.',
  'error.access.noKey':
    'Această firmă nu are o cheie care să arate cine e proprietarul. Nu s-a schimbat nimic; PIN-urile se scot din linia de comandă: revino --cli pins --remove.',
  'error.access.waitFirst':
    'S-a încercat de prea multe ori. Nu s-a schimbat nimic; așteaptă {seconds} s și încearcă din nou.',
  'error.undo.notYours':
    'La recepție se iau înapoi doar propriile schimbări de azi. Nu s-a schimbat nimic; cere-i proprietarului sau managerului.',
  'error.undo.tooLate':
    'Acest lucru nu mai poate fi anulat: modificările se pot anula timp de {days} de zile. Nu s-a schimbat nimic acum; corectează direct înregistrarea.',
  'error.undo.changedSince':
    'Între timp s-a schimbat din nou, iar anularea ar șterge datele mai noi. Nu s-a schimbat nimic; corectează direct înregistrarea.',
  'error.backup.placeUnreachable':
    'Dosarul {folder} nu este acum la locul lui sau nu e discul ales. Nu s-a pierdut nimic; conectează-l, iar Revino face singur copia.',
  'error.backup.placeNotWritable':
    'Revino nu poate scrie în {folder}. Nu s-a pierdut nimic; scoate protecția la scriere sau alege alt dosar.',
  'error.backup.placeFull':
    'În {folder} nu mai este loc pentru încă o copie. Cele mai vechi sunt neatinse; fă loc sau alege alt dosar.',
  'error.backup.placeIsOwn':
    'În acest dosar se află datele, iar copiile sunt deja aici. Nu s-a schimbat nimic; alege un dosar de pe alt disc.',
  'error.backup.unknownPlace': 'Acest loc nu mai este în listă. Nu s-a schimbat nimic.',
  'error.backup.running': 'Chiar acum se face o copie. Așteaptă puțin și încearcă din nou.',
  'error.backup.failed':
    'Copia din {folder} nu a putut fi terminată ({reason}). Datele și copiile mai vechi sunt neatinse; încearcă din nou sau alege alt dosar.',
  'error.backup.unknown':
    'Copia nu mai este acolo sau nu poate fi deschisă. Nu s-a schimbat nimic; mai uită-te o dată în listă.',
  'error.backup.noKeyFile':
    'Parola nu deschide aceste copii: lângă ele lipsește fișierul cu cheia. Nu s-a schimbat nimic; scrie cheia de recuperare.',
  'error.backup.keyFitsNone':
    'Cheia nu deschide niciuna dintre aceste copii. Nu s-a schimbat nimic; verifică dacă foaia este a acestei firme sau deschide alt fișier.',
  'error.restore.failed':
    'Copia nu a putut fi pusă la loc ({reason}). Datele sunt ca înainte; încearcă din nou sau alege altă copie.',
  'error.customer.cardNumberTaken':
    'Acest număr de card îi aparține deja lui {name}. Nu s-a salvat nimic; verifică numărul.',
  'error.customer.recommendsItself':
    'Recomandările s-ar închide în cerc: persoana aleasă a venit chiar prin acest client. Nu s-a salvat nimic; alege pe altcineva.',
  'error.customer.invalidValue':
    'Câmpul „{field}” nu acceptă această valoare. Nu s-a salvat nimic; corectează câmpul.',
  'error.erasure.merged':
    'Această fișă a fost unită cu alta. Nu s-a șters nimic; deschide persoana după nume și șterge acea fișă, iar aceasta dispare odată cu ea.',
  'error.customer.forgotten':
    'Această persoană a cerut să fie uitată, iar fișa ei a fost golită. Nu s-a scris nimic. Dacă este din nou client, fă o fișă nouă.',
  'error.privacy.nameDiffers':
    'Numele scris nu este cel de pe fișă. Nu s-a șters nimic; scrie-l așa cum apare acolo sau întoarce-te.',
  'error.privacy.tidyLater':
    'Ce a fost șters a dispărut deja din toate listele și fișierele Revino, dar baza de date nu a putut fi rescrisă, pentru că ceva o citea tot timpul. Revino o face singur la următoarea pornire.',
  'error.privacy.listDamaged':
    'Lista persoanelor care au cerut să fie uitate nu poate fi citită ({file}). Nu s-a schimbat nimic. Pune fișierul la loc dintr-un dosar cu copii de siguranță; fără el, cineva care a fost șters ar putea reveni.',
  'error.merge.notPossible':
    'Una dintre aceste fișe a fost între timp unită cu alta sau ștearsă definitiv. Nu s-a schimbat nimic; deschide din nou lista fișelor duble.',
  'error.merge.undoLaterFirst':
    'Fișa a fost unită între timp cu încă una. Anulează mai întâi acea unire; acum nu s-a schimbat nimic.',
  'error.customer.notFound': 'Acest client nu mai există. Nu s-a schimbat nimic.',
  'error.record.changedMeanwhile':
    'Între timp, înregistrarea a fost schimbată în altă parte. Ce ai scris e încă aici și nimic nu a fost suprascris: încarcă versiunea mai nouă sau salveaz-o pe a ta în locul ei.',
  'error.visit.notFound': 'Această vizită nu mai există. Nu s-a schimbat nimic.',
  'error.visit.inFuture':
    'O vizită nu poate fi înregistrată pentru o zi care abia urmează. Nu s-a schimbat nimic; alege altă zi.',
  'error.visit.tooLongAgo':
    'Vizitele se înregistrează începând cu anul 1900. Nu s-a schimbat nimic; verifică anul.',
  'error.visit.cancelled': 'Vizita este anulată. Nu s-a schimbat nimic; mai întâi refă vizita.',
  'error.visit.lineUnknown':
    'Una dintre pozițiile vizitei nu mai există. Nu s-a schimbat nimic; deschide vizita din nou.',
  'error.visit.hasRefunds':
    'O parte din această vizită a fost rambursată. Nu s-a schimbat nimic; mai întâi anulează rambursarea.',
  'error.visit.refundTooLarge':
    'S-ar rambursa mai mult decât s-a cumpărat și nu s-a rambursat încă. Nu s-a schimbat nimic; alege o cantitate sau o sumă mai mică.',
  'error.visit.wrongOwnValue':
    'Valoarea câmpului „{field}” nu se potrivește. Nu s-a schimbat nimic; corecteaz-o.',
  'error.gesture.overOneBudget':
    '„{name}” costă {cost}, iar personalul poate oferi de la sine cel mult {most} o dată. Nu s-a înregistrat nimic. Alege ceva mai mic sau roagă proprietarul ori un manager să îl ofere.',
  'error.gesture.overMonthBudget':
    '„{name}” costă {cost}, iar din bugetul de gesturi al lunii au rămas {left}. Nu s-a înregistrat nimic. Alege ceva mai mic sau roagă proprietarul ori un manager să îl ofere.',
  'error.case.opinionHasCase':
    'Această părere are deja un caz. Nu s-a schimbat nimic; îl găsești în lista de cazuri.',
  'error.wish.notSolved':
    'Nimeni nu a găsit încă o soluție pentru această dorință, deci nu e nimic de anunțat. Nu s-a schimbat nimic; notează întâi soluția.',
  'error.opinion.notFound': 'Această părere nu mai există. Nu s-a schimbat nimic.',
  'error.opinion.empty': 'Nu s-a răspuns la nicio întrebare, deci nu e nimic de salvat.',
  'error.opinion.wrongAnswer':
    'Un răspuns nu ține de acest chestionar. Nu s-a salvat nimic; poate chestionarul s-a schimbat, așa că deschide-l din nou.',
  'error.staff.notFound':
    'Această persoană nu mai face parte din echipă. Nu s-a schimbat nimic; alege pe altcineva.',
  'error.benefit.notFound':
    'Acest abonament, card sau voucher nu mai există aici. Nu s-a schimbat nimic; uită-te din nou la listă.',
  'error.benefit.notEnough':
    'Pe „{name}” nu mai este destul la {date}. Nu s-a schimbat nimic; ia mai puțin sau încasează această poziție.',
  'error.benefit.usedSince':
    'Ce s-a vândut sau s-a strâns aici pe „{name}” a fost folosit între timp, la {date}. Nu s-a schimbat nimic; anulează întâi acea vizită sau restituie doar ce a rămas.',
  'error.benefit.doesNotPay':
    '„{name}” nu acoperă acest lucru sau nu atât de mult. Nu s-a schimbat nimic; debifează poziția sau verifică în setări ce acoperă.',
  'error.benefit.notHeldThen':
    '„{name}” nu era valabil la {date}. Nu s-a schimbat nimic; încasează această poziție sau prelungește întâi.',
  'error.benefit.otherCustomer':
    '„{name}” este al altui client. Nu s-a schimbat nimic; alege ceva ce îi aparține acestui client.',
  'error.benefit.needsCustomer':
    'Doar un voucher poate fi la purtător; aici este nevoie de un client. Nu s-a schimbat nimic; alege întâi clientul.',
  'error.benefit.codeTaken':
    'Există deja un voucher cu numărul {code}. Nu s-a schimbat nimic; verifică numărul.',
  'error.benefit.takenBackBefore': 'Această înregistrare a fost deja retrasă. Nu s-a mai schimbat nimic.',
  'error.benefit.belongsToVisit':
    'Acesta a fost folosit într-o vizită. Nu s-a schimbat nimic; deschide vizita și debifează poziția acolo.',
  'error.benefit.kindStays':
    'Felul nu se poate schimba, pentru că există clienți care îl au după aceste reguli. Nu s-a schimbat nimic; fă unul nou și arhivează-l pe acesta.',
  'error.analytics.failed':
    'Indicatorii nu au putut fi calculați. Datele tale sunt în siguranță; încearcă din nou și repornește Revino dacă se repetă.',
};
