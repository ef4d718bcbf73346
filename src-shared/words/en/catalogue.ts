/** Lists the owner keeps: offerings, categories, staff, sources. */
export const catalogue = {
  'catalogue.add': 'Add',
  'catalogue.actions': 'What can be done',
  'catalogue.name': 'Name',
  'catalogue.nameMissing': 'Type a name.',
  'catalogue.category': 'Category',
  'catalogue.price': 'Price, {currency}',
  'catalogue.tax': 'Tax',
  'catalogue.cost': 'Cost, {currency}',
  'catalogue.interval': 'Due again after',
  'catalogue.days': {
    one: '{count} day',
    other: '{count} days',
  },
  'catalogue.weeks': {
    one: '{count} week',
    other: '{count} weeks',
  },
  'catalogue.notAnAmount': 'Type an amount such as {example}.',
  'catalogue.notARate': 'Type a rate from 0 to 100 %, such as 23.',
  'catalogue.notAnInterval': 'Type days or weeks, such as “6 weeks”.',
  'catalogue.search': 'Find',
  'catalogue.archive': 'Archive',
  'catalogue.archiveNamed': 'Archive {name}',
  'catalogue.unarchive': 'Bring back',
  'catalogue.unarchiveNamed': 'Bring {name} back',
  'catalogue.delete': 'Delete',
  'catalogue.deleteNamed': 'Delete {name}',
  'catalogue.archived': '<b>{name}</b> is in the archive: no longer offered, still in the history.',
  'catalogue.backAgain': '<b>{name}</b> is back.',
  'catalogue.deleted': '<b>{name}</b> is deleted. Nothing referred to it.',
  'catalogue.showArchived': {
    one: 'Show the archive ({count})',
    other: 'Show the archive ({count})',
  },
  'catalogue.offerings': 'Offerings',
  'catalogue.offerings.title': 'What you offer',
  'catalogue.offerings.text':
    'Click a value to change it; Enter goes on to the next line. Everything but the name can wait.',
  'catalogue.offerings.new': 'New offering',
  'catalogue.offerings.kept':
    '<b>{name}</b> went to the archive instead: visits name it, and their history stays as it was.',
  'catalogue.offerings.empty.title': 'Nothing on the list yet',
  'catalogue.offerings.empty.text':
    'With a list, recording a visit takes two keys, and figures can say what brings people back. An import of visits fills it by itself.',
  'catalogue.categories.title': 'Categories',
  'catalogue.categories.text': 'A new name applies everywhere, also to what is recorded.',
  'catalogue.categories.kept': '<b>{name}</b> went to the archive instead: offerings or visits belong to it.',
  'catalogue.usual.title': 'Usual in your trade',
  'catalogue.usual.text': 'Names only, without prices. Take what fits.',
  'catalogue.usual.show': {
    one: 'Show {count} suggestion',
    other: 'Show {count} suggestions',
  },
  'catalogue.usual.add': {
    zero: 'Add the chosen ones',
    one: 'Add {count}',
    other: 'Add {count}',
  },
  'catalogue.staff': 'Staff',
  'catalogue.staff.title': 'Who works here',
  'catalogue.staff.text':
    'So that a visit can say who did it. Figures of the team come first; nobody is ranked.',
  'catalogue.staff.new': 'New name',
  'catalogue.staff.kept':
    '<b>{name}</b> went to the archive instead: visits name this person, and their history stays as it was.',
  'catalogue.sources': 'Sources',
  'catalogue.sources.title': 'Where new customers come from',
  'catalogue.sources.text':
    'What people answer when you ask how they found you. Mark those that are word of mouth.',
  'catalogue.sources.new': 'New source',
  'catalogue.sources.recommendation': 'Word of mouth',
  'catalogue.sources.kept':
    '<b>{name}</b> went to the archive instead: it stands on cards, or money was spent on it.',
  'catalogue.sources.renamed': {
    one: '<b>{name}</b> now stands on {count} card.',
    other: '<b>{name}</b> now stands on {count} cards.',
  },
  'catalogue.sources.unlisted': 'These stand on cards and are not in the list yet:',
  'catalogue.sources.addOne': 'Add “{name}”',
  'catalogue.tags': 'Tags',
  'catalogue.tags.title': 'Words on the cards',
  'catalogue.tags.text':
    'What stands on the cards of customers, and what the list can be narrowed to. A tag given the name of another one becomes that one.',
  'catalogue.tags.none':
    'No card has a tag yet. Tags are written on a card, or given to many in the list of customers.',
  'catalogue.tags.customers': 'Customers',
  'catalogue.tags.remove': 'Remove from all cards',
  'catalogue.tags.renamed': 'Renamed on all cards: {name}.',
  'catalogue.tags.merged': 'Both tags are one now: {name}.',
  'catalogue.tags.removed': 'Removed from all cards: {name}.',
  'catalogue.tags.undone': 'The tag is back: {name}.',
} as const;
