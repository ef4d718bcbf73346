import type { catalogue as english } from '../en/catalogue.ts';
import type { Translated } from '../message.ts';

export const catalogue: Translated<typeof english> = {
  'catalogue.add': 'Adaugă',
  'catalogue.actions': 'Ce se poate face',
  'catalogue.name': 'Nume',
  'catalogue.nameMissing': 'Scrie un nume.',
  'catalogue.category': 'Categorie',
  'catalogue.price': 'Preț, {currency}',
  'catalogue.tax': 'TVA',
  'catalogue.cost': 'Cost, {currency}',
  'catalogue.interval': 'Din nou după',
  'catalogue.days': {
    one: '{count} zi',
    few: '{count} zile',
    other: '{count} de zile',
  },
  'catalogue.weeks': {
    one: '{count} săptămână',
    few: '{count} săptămâni',
    other: '{count} de săptămâni',
  },
  'catalogue.notAnAmount': 'Scrie o sumă, de exemplu {example}.',
  'catalogue.notARate': 'Scrie o cotă între 0 și 100 %, de exemplu 21.',
  'catalogue.notAnInterval': 'Scrie zile sau săptămâni, de exemplu „6 săptămâni”.',
  'catalogue.search': 'Caută',
  'catalogue.archive': 'Arhivează',
  'catalogue.archiveNamed': 'Arhivează {name}',
  'catalogue.unarchive': 'Adu înapoi',
  'catalogue.unarchiveNamed': 'Adu înapoi {name}',
  'catalogue.delete': 'Șterge',
  'catalogue.deleteNamed': 'Șterge {name}',
  'catalogue.archived': '<b>{name}</b> este în arhivă: nu mai apare în liste, rămâne în istoric.',
  'catalogue.backAgain': '<b>{name}</b> este din nou în listă.',
  'catalogue.deleted': '<b>{name}</b> a fost șters. Nimic nu făcea referire la el.',
  'catalogue.showArchived': {
    one: 'Arată arhiva ({count})',
    few: 'Arată arhiva ({count})',
    other: 'Arată arhiva ({count})',
  },
  'catalogue.offerings': 'Oferta',
  'catalogue.offerings.title': 'Ce oferi',
  'catalogue.offerings.text':
    'Apasă pe o valoare ca s-o schimbi; Enter trece la rândul următor. În afară de nume, totul poate aștepta.',
  'catalogue.offerings.new': 'Ofertă nouă',
  'catalogue.offerings.kept':
    '<b>{name}</b> a fost arhivat în loc să fie șters: apare în vizite, iar istoricul lor rămâne cum era.',
  'catalogue.offerings.empty.title': 'Lista este încă goală',
  'catalogue.offerings.empty.text':
    'Cu o listă, o vizită se înregistrează din două taste, iar cifrele pot spune pentru ce revin oamenii. Un import de vizite o completează singur.',
  'catalogue.categories.title': 'Categorii',
  'catalogue.categories.text': 'Numele nou se aplică peste tot, și la ce este deja înregistrat.',
  'catalogue.categories.kept':
    '<b>{name}</b> a fost arhivată în loc să fie ștearsă: îi aparțin oferte sau vizite.',
  'catalogue.usual.title': 'Obișnuite în domeniul tău',
  'catalogue.usual.text': 'Doar nume, fără prețuri. Ia ce se potrivește.',
  'catalogue.usual.show': {
    one: 'Arată o sugestie',
    few: 'Arată {count} sugestii',
    other: 'Arată {count} de sugestii',
  },
  'catalogue.usual.add': {
    zero: 'Adaugă alesele',
    one: 'Adaugă {count}',
    few: 'Adaugă {count}',
    other: 'Adaugă {count}',
  },
  'catalogue.staff': 'Personal',
  'catalogue.staff.title': 'Cine lucrează aici',
  'catalogue.staff.text':
    'Ca la o vizită să se știe cine a făcut-o. Cifrele echipei sunt pe primul loc; nimeni nu e pus în clasament.',
  'catalogue.staff.new': 'Nume nou',
  'catalogue.staff.kept':
    '<b>{name}</b> a trecut în arhivă în loc să fie șters: persoana apare în vizite, iar istoricul lor rămâne cum era.',
  'catalogue.sources': 'De unde vin',
  'catalogue.sources.title': 'De unde vin clienții noi',
  'catalogue.sources.text':
    'Ce răspund oamenii când întrebi cum te-au găsit. Marchează-le pe cele care sunt recomandări.',
  'catalogue.sources.new': 'Sursă nouă',
  'catalogue.sources.recommendation': 'Recomandare',
  'catalogue.sources.kept':
    '<b>{name}</b> a fost arhivată în loc să fie ștearsă: apare pe fișe sau s-au cheltuit bani pentru ea.',
  'catalogue.sources.renamed': {
    one: '<b>{name}</b> apare acum pe o fișă.',
    few: '<b>{name}</b> apare acum pe {count} fișe.',
    other: '<b>{name}</b> apare acum pe {count} de fișe.',
  },
  'catalogue.sources.unlisted': 'Acestea apar pe fișe și nu sunt încă în listă:',
  'catalogue.sources.addOne': 'Adaugă „{name}”',
  'catalogue.tags': 'Etichete',
  'catalogue.tags.title': 'Cuvinte pe fișe',
  'catalogue.tags.text':
    'Stau pe fișele clienților, iar lista poate fi restrânsă după ele. O etichetă numită ca alta devine aceea.',
  'catalogue.tags.none':
    'Nicio fișă nu are încă etichetă. Etichetele se scriu pe fișă sau se pun mai multora deodată din lista de clienți.',
  'catalogue.tags.customers': 'Clienți',
  'catalogue.tags.remove': 'Scoate de pe toate fișele',
  'catalogue.tags.renamed': 'Redenumită pe toate fișele: {name}.',
  'catalogue.tags.merged': 'Cele două etichete sunt acum una: {name}.',
  'catalogue.tags.removed': 'Scoasă de pe toate fișele: {name}.',
  'catalogue.tags.undone': 'Eticheta e din nou la loc: {name}.',
};
