/** The reports screen, and what is printed: the monthly page and the sheet with the recovery key. */
export const report = {
  'report.title': 'Monthly report',
  'report.lead': 'One page that says who comes back: for you, your partner or the bank.',
  'report.sentence': 'The report for',
  'report.monthLabel': 'Month of the report',
  'report.languageLabel': 'Language of the report',
  'report.in.en': 'in English',
  'report.in.pl': 'in Polish',
  'report.in.ro': 'in Romanian',
  'report.running': 'This month is still running: the report goes up to {date}.',
  'report.contains': 'What is on it',
  'report.contains.sentences':
    'Three sentences: how many are regulars, how many new customers return, who came in the month',
  'report.contains.chart': 'The share of regular customers over 13 months, with its 95% interval',
  'report.contains.table':
    'The figures of the month: how sure they are, of how many, and how they stood a month and a year before',
  'report.save': 'Save the PDF',
  'report.making': 'Making the PDF…',
  'report.cancel': 'Cancel',
  'report.saved': 'Saved as <b>{fileName}</b>.',
  'report.cancelled': 'Cancelled; nothing was saved.',
  'report.empty.title': 'Here you will make your monthly report',
  'report.empty.text':
    'As soon as Revino knows your visits, it puts the month on one page: who came, who came back, and how that compares with a year ago.',
  'report.empty.action': 'Bring in visits',

  'report.page.header': 'Who comes back · {month}',
  'report.page.chart': 'Share of regular customers',
  'report.page.chartNote':
    'People with three or more visits who are not overdue, in 100 customers seen in a year. The band is the 95% interval.',
  'report.page.axis': 'The scale starts at {from}.',
  'report.page.noChart': 'There are no regular customers to draw yet.',
  'report.page.shortRecords': 'records of less than a year',
  'report.page.monthBefore': 'The month before',
  'report.page.oneMonth': 'The line begins with the second month.',
  'report.page.table': 'Figures of the month',
  'report.page.upTo': 'The month is still running: figures up to {date}.',
  'report.page.madeOn': 'Made with Revino on {date}. Definitions in version {version}.',
  'report.page.demo': 'Demo data: this is not a real shop.',
  'report.page.number': 'page {page} of {pages}',
  'report.sub.regularShare': 'three visits or more, not overdue',
  'report.sub.firstReturn': 'estimate, with those still on their way',
  'report.sub.monthRetention': 'here in the month before and in this one',
  'report.sub.activeCustomers': 'with at least one visit',
  'report.sub.newCustomers': 'first visit in the month',
  'report.sub.netPerOccasion': 'known customers, less refunds',
  'report.sub.turnover': 'tax included, less refunds',
  'report.sub.identifiedShare': 'the rest are guests without a card',

  'report.key.title': 'Recovery key',
  'report.key.lead':
    'This key opens the records of your shop on any computer. Keep it like the key to your safe.',
  'report.key.use.title': 'When you need it',
  'report.key.use':
    'When your computer is broken, stolen or no longer opens Revino: install Revino on another one, open your data or a backup, and type this key. Capital or small letters and spaces make no difference.',
  'report.key.keep.title': 'Where to keep it',
  'report.key.keep':
    'On paper, away from the computer: in a safe, with your documents at home, or with someone you trust. Two copies in two places are better than one.',
  'report.key.beware.title': 'What to beware of',
  'report.key.beware':
    'Whoever has this sheet and a copy of your data can read everything. And if the sheet and the computer are both lost, nobody can open the data, neither you nor we.',
} as const;
