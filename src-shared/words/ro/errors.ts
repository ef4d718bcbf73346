import type { errors as english } from '../en/errors.ts';
import type { Translated } from '../message.ts';

export const errors: Translated<typeof english> = {
  'error.door.foreignSender':
    'Revino a respins o cerere care nu venea din fereastra lui. Nu s-a schimbat nimic.',
  'error.door.unknownProcedure':
    'Fereastra a cerut ceva ce această versiune de Revino nu cunoaște. Nu s-a schimbat nimic; repornește Revino.',
  'error.door.invalidInput':
    'Ceva din datele introduse nu este în regulă. Nu s-a schimbat nimic; verifică câmpurile marcate.',
  'error.door.tooLarge': 'Este prea mult deodată. Nu s-a schimbat nimic; introdu mai puțin.',
  'error.internal':
    'Revino a greșit. Din acest pas nu s-a salvat nimic, iar tot ce era salvat este în siguranță. Încearcă din nou și repornește Revino dacă se repetă.',
  'error.database.notFound':
    'Nu există nicio bază de date Revino la {file}. Nu s-a schimbat nimic; verifică calea sau creează una cu „init”.',
  'error.database.alreadyExists': 'La {file} există deja un fișier. A rămas așa cum era; alege alt loc.',
  'error.database.inUse':
    'Baza de date {file} este folosită de alt Revino. Nu s-a schimbat nimic; închide-l pe celălalt sau așteaptă să-și termine importul.',
  'error.database.newer':
    'Această bază de date a fost creată de un Revino mai nou. Nu a fost atinsă; instalează cea mai nouă versiune ca s-o deschizi.',
  'error.database.foreign': 'Fișierul {file} nu este o bază de date Revino. Nu a fost atins; alege altul.',
  'error.database.corrupt':
    'Baza de date {file} este deteriorată. Revino nu a schimbat nimic în ea; restaurează ultima copie de rezervă și păstrează fișierul deteriorat pentru asistență.',
  'error.database.keyNeeded':
    'Baza de date este criptată, iar cheia nu a fost dată. Nu s-a schimbat nimic; dă cheia de recuperare sau fișierul cu cheia.',
  'error.database.wrongKey':
    'Cheia nu se potrivește cu baza de date {file}. Nu s-a schimbat nimic; verifică dacă cheia și baza de date merg împreună.',
  'error.database.noSpace':
    'Discul este plin. Din acest pas nu s-a salvat nimic, iar tot ce era salvat este în siguranță; eliberează spațiu și încearcă din nou.',
  'error.database.notWritable':
    'Revino nu poate scrie în {file}. Nu s-a schimbat nimic; verifică permisiunile dosarului sau alege altul.',
  'error.database.migrationFailed':
    'Baza de date nu a putut fi adusă la această versiune de Revino ({tag}: {reason}). Este exact cum era înainte; trimite acest mesaj la asistență.',
  'error.database.backupFailed':
    'Copia de rezervă dinaintea actualizării nu a putut fi făcută, așa că actualizarea nu a început. Baza de date este cum era; verifică dacă dosarul pentru copii poate fi scris și are loc.',
  'error.database.syncedFolder':
    'Baza de date se află într-un dosar sincronizat sau de rețea ({file}), unde s-ar putea deteriora. Nu s-a schimbat nimic; ține-o pe acest calculator, iar într-un astfel de dosar doar copiile ei.',
  'error.key.storeUnavailable':
    'Depozitul de chei al acestui calculator nu poate fi folosit. Nu s-a schimbat nimic; folosește o parolă sau dă cheia de recuperare.',
  'error.key.storeLost':
    'Acest calculator nu mai poate deschide cheia bazei de date. Datele tale sunt în siguranță; introdu cheia de recuperare pe care ai tipărit-o.',
  'error.key.wrongPassphrase': 'Parola este greșită. Nu s-a schimbat nimic; încearcă din nou.',
  'error.key.weakPassphrase':
    'Parola este prea scurtă: are nevoie de cel puțin {minLength} caractere. Nu s-a schimbat nimic.',
  'error.key.malformedRecoveryKey':
    'Aceasta nu este o cheie de recuperare: ea are 56 de litere și cifre, iar aici una este greșită sau lipsește. Nu s-a schimbat nimic; compară cu cea tipărită.',
  'error.shop.none':
    'În această bază de date nu există încă nicio firmă. Nu s-a schimbat nimic; pornește Revino ca s-o creezi sau fă o bază nouă cu „init”.',
  'error.shop.exists': 'În această bază de date există deja o firmă. A rămas așa cum era.',
  'error.shop.invalidTimeZone':
    'Revino nu cunoaște fusul orar {timeZone}. Nu s-a schimbat nimic; scrie-l, de exemplu, Europe/Bucharest.',
  'error.shop.invalidCurrency':
    'Revino nu cunoaște moneda {currency}. Nu s-a schimbat nimic; scrie cele trei litere ale ei, de exemplu RON.',
  'error.import.fileUnreadable':
    'Fișierul {fileName} nu a putut fi citit. Nu s-a schimbat nimic; verifică dacă există și dacă poate fi deschis.',
  'error.import.fileEmpty': 'Fișierul {fileName} este gol. Nu s-a schimbat nimic; exportă-l din nou.',
  'error.import.lineTooLong':
    'Rândul {line} din {fileName} are peste un milion de caractere, deci nu este un tabel de vizite. Nu s-a schimbat nimic; exportă-l din nou ca CSV.',
  'error.import.notText':
    'Fișierul {fileName} nu este un fișier text. Nu s-a schimbat nimic; salvează-l ca CSV în programul din care provine.',
  'error.import.wrongEncoding':
    'Majoritatea literelor cu semne nu pot fi citite ca {encoding}. Nu s-a schimbat nimic; alege altă codificare sau „auto”.',
  'error.import.unmappedColumn':
    'Coloana pentru „{field}” nu este în fișier (căutată: {column}). Nu s-a schimbat nimic; alege din nou coloana.',
  'error.import.invalidMapping':
    'Descrierea coloanelor este incompletă sau greșită ({detail}). Nu s-a schimbat nimic; corecteaz-o.',
  'error.import.noUsableRows':
    'Niciun rând din {fileName} nu a putut fi preluat. Nu s-a schimbat nimic; uită-te la motive și corectează coloanele sau formatul datei.',
  'error.import.fileChanged':
    'Fișierul {fileName} s-a schimbat în timp ce era citit. Nu s-a preluat nimic din el; încearcă din nou când este gata.',
  'error.import.unknownFile': 'Fișierul ales nu mai este cunoscut. Nu s-a schimbat nimic; alege-l din nou.',
  'error.job.unknown': 'Această sarcină nu mai este cunoscută. Nu s-a schimbat nimic.',
  'error.job.cancelled': 'Anulat. Nu s-a salvat nimic din ea.',
  'error.job.busy':
    'Un alt import este încă în curs. Nu s-a schimbat nimic; așteaptă să se termine sau anulează-l.',
  'error.report.noData':
    'Până în {month} nu există vizite, deci nu este nimic de raportat. Nu s-a scris nimic; alege o lună mai târzie.',
  'error.report.renderFailed':
    'PDF-ul nu a putut fi făcut. Datele tale sunt în siguranță; încearcă din nou și repornește Revino dacă se repetă.',
  'error.report.notWritable':
    'Fișierul {file} nu a putut fi scris. Cel vechi, dacă exista, a rămas neschimbat; închide-l în alte programe sau alege alt loc.',
  'error.report.noDisplay':
    'PDF-ul are nevoie de un ecran, iar aici nu este niciunul. Nu s-a scris nimic; instalează xvfb sau fă raportul din fereastră.',
  'error.customer.notFound': 'Acest client nu mai există. Nu s-a schimbat nimic.',
  'error.visit.notFound': 'Această vizită nu mai există. Nu s-a schimbat nimic.',
  'error.visit.inFuture':
    'O vizită nu poate fi înregistrată pentru o zi care abia urmează. Nu s-a schimbat nimic; alege altă zi.',
  'error.analytics.failed':
    'Indicatorii nu au putut fi calculați. Datele tale sunt în siguranță; încearcă din nou și repornește Revino dacă se repetă.',
};
