import type { duplicates as english } from '../en/duplicates.ts';
import type { Translated } from '../message.ts';

export const duplicates: Translated<typeof english> = {
  'duplicates.title': 'Fișe duble',
  'duplicates.lead': {
    one: 'La <b>{count} pereche</b>, ambele fișe par a fi ale aceleiași persoane.',
    few: 'La <b>{count} perechi</b>, ambele fișe par a fi ale aceleiași persoane.',
    other: 'La <b>{count} de perechi</b>, ambele fișe par a fi ale aceleiași persoane.',
  },
  'duplicates.lead.perhaps':
    'Nicio pereche de fișe nu pare limpede a fi a unei singure persoane. Cele de mai jos au ceva în comun.',
  'duplicates.certainty.sure': 'Aproape sigur aceeași persoană',
  'duplicates.certainty.likely': 'Probabil aceeași persoană',
  'duplicates.certainty.perhaps': 'Poate aceeași persoană',
  'duplicates.perhaps.text':
    'Adesea e o familie cu un singur telefon sau două persoane cu același nume. Uită-te bine înainte să hotărăști.',
  'duplicates.doubt.differentNames': 'nume diferite',
  'duplicates.doubt.differentBirthdays': 'zile de naștere diferite',
  'duplicates.but': '{reasons}, dar {doubts}',
  'duplicates.compare': 'Compară',
  'duplicates.pair': '{one} și {other}',
  'duplicates.apart': 'Sunt două persoane',
  'duplicates.apart.done': '{one} și {other}: două persoane.',
  'duplicates.apart.undone': 'Perechea e din nou în listă.',
  'duplicates.none.title': 'Se pare că nimeni nu are două fișe',
  'duplicates.none.text':
    'Aici vor apărea fișele cu același telefon, e-mail, număr de card sau cu același nume și aceeași zi de naștere. Le unești, iar vizitele aceleiași persoane se numără împreună.',
  'duplicates.more': {
    one: 'Arată încă {count} pereche',
    few: 'Arată încă {count} perechi',
    other: 'Arată încă {count} de perechi',
  },
  'duplicates.rest': {
    one: 'Încă {count} pereche mai puțin asemănătoare apare după ce hotărăști pentru acestea.',
    few: 'Încă {count} perechi mai puțin asemănătoare apar după ce hotărăști pentru acestea.',
    other: 'Încă {count} de perechi mai puțin asemănătoare apar după ce hotărăști pentru acestea.',
  },
  'duplicates.visits': { one: '{count} vizită', few: '{count} vizite', other: '{count} de vizite' },
  'duplicates.noVisit': 'nicio vizită încă',
  'duplicates.last': 'ultima pe {on}',
  'duplicates.since': 'prima pe {on}',
  'duplicates.born': 'n. {on}',
  'duplicates.question': 'O persoană sau două?',
  'duplicates.stays': 'Rămâne',
  'duplicates.goes': 'Se adaugă la ea',
  'duplicates.swap': 'Inversează',
  'duplicates.choose': '{field}: care e corect?',
  'duplicates.both': 'amândouă',
  'duplicates.result': 'Fișa comună',
  'duplicates.total': {
    one: '{count} vizită în total',
    few: '{count} vizite în total',
    other: '{count} de vizite în total',
  },
  'duplicates.moves': 'De pe cealaltă fișă: {what}.',
  'duplicates.moves.none': 'Pe cealaltă fișă nu sunt vizite și nici păreri.',
  'duplicates.otherNumber': 'Și celălalt număr de card, {number}, deschide această fișă.',
  'duplicates.opinions': { one: '{count} părere', few: '{count} păreri', other: '{count} de păreri' },
  'duplicates.others': {
    one: '{count} altă însemnare',
    few: '{count} alte însemnări',
    other: '{count} de alte însemnări',
  },
  'duplicates.undoable': 'Timp de 30 de zile se pot despărți din nou, din istoricul fișei.',
  'duplicates.sameDays': {
    one: 'Amândoi au fost aici pe {on}. O persoană vine rareori de două ori pe zi.',
    few: 'Au fost aici în aceeași zi de {count} ori, ultima oară pe {on}. O persoană vine rareori de două ori pe zi.',
    other:
      'Au fost aici în aceeași zi de {count} de ori, ultima oară pe {on}. O persoană vine rareori de două ori pe zi.',
  },
  'duplicates.otherBirthdays': 'Zilele de naștere sunt diferite. E una scrisă greșit sau sunt două persoane?',
  'duplicates.merge': 'Unește într-o singură fișă',
  'duplicates.merged': '{name}: acum o singură fișă.',
  'duplicates.takenApart': '{name}: din nou două fișe.',
  'duplicates.isSame': 'E aceeași persoană cu…?',
  'duplicates.isSame.placeholder': 'scrie un nume sau un număr',
  'duplicates.hint': 'Salvat. Poate e aceeași persoană cu {name}: {reasons}.',
};
