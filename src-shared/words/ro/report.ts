import type { report as english } from '../en/report.ts';
import type { Translated } from '../message.ts';

export const report: Translated<typeof english> = {
  'report.title': 'Raport lunar',
  'report.lead': 'O pagină care spune cine revine: pentru tine, pentru asociat sau pentru bancă.',
  'report.sentence': 'Raportul pentru',
  'report.monthLabel': 'Luna raportului',
  'report.languageLabel': 'Limba raportului',
  'report.in.en': 'în engleză',
  'report.in.pl': 'în poloneză',
  'report.in.ro': 'în română',
  'report.running': 'Luna aceasta e încă în curs: raportul merge până la {date}.',
  'report.contains': 'Ce cuprinde',
  'report.contains.sentences':
    'Trei propoziții: câți clienți sunt fideli, câți dintre cei noi revin și cine a venit în lună',
  'report.contains.chart': 'Ponderea clienților fideli pe 13 luni, cu intervalul de 95%',
  'report.contains.table':
    'Indicatorii lunii: cât de siguri sunt, din câți clienți sunt calculați și cum arătau cu o lună și cu un an înainte',
  'report.save': 'Salvează PDF-ul',
  'report.making': 'Se pregătește PDF-ul…',
  'report.cancel': 'Anulează',
  'report.saved': 'Salvat ca <b>{fileName}</b>.',
  'report.cancelled': 'Anulat; nu s-a salvat nimic.',
  'report.empty.title': 'Aici îți vei face raportul lunar',
  'report.empty.text':
    'De îndată ce Revino îți cunoaște vizitele, pune luna pe o pagină: cine a venit, cine a revenit și cum arată față de acum un an.',
  'report.empty.action': 'Importă vizitele',

  'report.page.header': 'Revenirea clienților · {month}',
  'report.page.chart': 'Ponderea clienților fideli',
  'report.page.chartNote':
    'Clienți cu cel puțin trei vizite care nu întârzie, la 100 de clienți veniți într-un an. Banda este intervalul de 95%.',
  'report.page.axis': 'Scala începe de la {from}.',
  'report.page.noChart': 'Nu avem încă clienți fideli de arătat.',
  'report.page.shortRecords': 'date pe mai puțin de un an',
  'report.page.monthBefore': 'Luna precedentă',
  'report.page.oneMonth': 'Linia începe din a doua lună.',
  'report.page.table': 'Indicatorii lunii',
  'report.page.upTo': 'Luna e încă în curs: indicatorii merg până la {date}.',
  'report.page.madeOn': 'Realizat cu Revino la {date}. Definițiile sunt în versiunea {version}.',
  'report.page.demo': 'Date demonstrative: nu este o firmă reală.',
  'report.page.number': 'pagina {page} din {pages}',
  'report.sub.regularShare': 'cel puțin trei vizite, fără întârziere',
  'report.sub.firstReturn': 'estimare, și cu 60 de zile neîncheiate',
  'report.sub.monthRetention': 'veniți în luna precedentă și în aceasta',
  'report.sub.activeCustomers': 'cu cel puțin o vizită',
  'report.sub.newCustomers': 'prima vizită în această lună',
  'report.sub.netPerOccasion': 'clienți cunoscuți, fără retururi',
  'report.sub.turnover': 'cu taxe, fără retururi',
  'report.sub.identifiedShare': 'restul sunt clienți fără card',

  'report.key.title': 'Cheia de recuperare',
  'report.key.lead':
    'Cheia aceasta deschide datele firmei tale pe orice calculator. Păstreaz-o ca pe cheia de la seif.',
  'report.key.use.title': 'Când îți trebuie',
  'report.key.use':
    'Când calculatorul se strică, se pierde sau nu mai deschide Revino: instalează Revino pe altul, deschide datele sau o copie de rezervă și scrie cheia. Nu contează literele mari sau mici și nici spațiile.',
  'report.key.keep.title': 'Unde s-o păstrezi',
  'report.key.keep':
    'Pe hârtie, departe de calculator: în seif, acasă, între acte, sau la cineva de încredere. Două exemplare în două locuri sunt mai bune decât unul.',
  'report.key.beware.title': 'La ce să ai grijă',
  'report.key.beware':
    'Cine are foaia și o copie a datelor poate citi tot. Iar dacă se pierd și foaia, și calculatorul, nimeni nu mai poate deschide datele: nici tu, nici noi.',
};
