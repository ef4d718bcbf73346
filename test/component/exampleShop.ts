/** People and a file for looking at screens: names that are long, short, foreign and alike. */
import type { FoundCustomer } from '../../src-shared/contract/deskContract.ts';
import type { ImportResult, OpenedFile, PreviewRow } from '../../src-shared/contract/importContract.ts';

export const exampleCustomers: FoundCustomer[] = [
  ['Agnieszka Kowalska', '601 234 118', 37, '2026-09-16'],
  ['Joanna Kowalska-Nowak', '698 410 035', 12, '2026-09-26'],
  ['Marek Kowalski', '512 880 447', 5, '2026-11-03'],
  ['Zofia Kowalska', '730 115 902', 1, '2026-10-24'],
  ['Piotr Kowalski', null, 22, '2026-02-03'],
  ['Łucja Kowalska', '604 771 390', 0, null],
  ['Ștefan Țurcanu', '0722 123 456', 3, '2026-11-01'],
].map(([name, phone, occasions, lastVisitOn], at) => ({
  customerId: at + 1,
  name: name as string,
  externalId: at === 4 ? 'K-00017' : null,
  phone: phone as string | null,
  occasions: occasions as number,
  lastVisitOn: lastVisitOn as string | null,
}));

export const exampleVisits = [
  {
    visitId: 11,
    time: '11:31',
    date: '2026-11-17',
    isRefund: false,
    customerName: 'Barbara Wiśniewska',
    offering: 'strzyżenie',
    amountMinor: 12000,
    hasAmount: true,
  },
  {
    visitId: 12,
    time: '11:05',
    date: '2026-11-17',
    isRefund: false,
    customerName: null,
    offering: null,
    amountMinor: 4550,
    hasAmount: true,
  },
  {
    visitId: 13,
    time: '10:40',
    date: '2026-11-17',
    isRefund: false,
    customerName: 'Iwona Pawlak',
    offering: 'pielęgnacja',
    amountMinor: null,
    hasAmount: false,
  },
];

export const exampleFile: OpenedFile = {
  fileToken: 'file1',
  fileName: 'sprzedaz-2026.csv',
  sizeBytes: 82_112,
  encoding: 'windows-1250',
  mapping: {
    kind: 'visits',
    layout: 'delimited',
    separator: ';',
    encoding: 'auto',
    header: true,
    dateFormat: 'dd/MM/yyyy HH:mm',
    decimal: ',',
    onMissingCustomer: 'walk-in',
    columns: { customer: 'Nr klienta', date: 'Data', offering: 'Towar', amount: 'Kwota' },
  },
  columnNames: ['Nr klienta', 'Data', 'Paragon', 'Towar', 'Ilość', 'Kwota'],
  sheets: [],
  preset: null,
  savedPreset: null,
  isDateOrderAmbiguous: true,
  isDecimalAmbiguous: false,
};

const row = (line: number, cells: string[], businessDate: string, amountMinor: number): PreviewRow => ({
  line,
  cells,
  understood: {
    ...(cells[0] ? { customer: { text: cells[0] } } : {}),
    date: { day: businessDate, time: cells[1]?.slice(11) ?? null },
    amount: { amountMinor },
    ...(cells[3] ? { offering: { text: cells[3] } } : {}),
  },
  rejection: null,
});

export const examplePreview: PreviewRow[] = [
  row(2, ['1042', '03/04/2026 10:15', '881', 'Strzyżenie damskie', '1', '120,00'], '2026-04-03', 12000),
  row(3, ['1042', '03/04/2026 10:15', '881', 'Szampon', '1', '48,50'], '2026-04-03', 4850),
  row(4, ['', '03/04/2026 11:00', '882', 'Strzyżenie męskie', '1', '60,00'], '2026-04-03', 6000),
  {
    line: 5,
    cells: ['1107', '33/04/2026 11:40', '883', 'Koloryzacja', '1', '320,00'],
    understood: null,
    rejection: 'invalidDate',
  },
  row(6, ['1108', '04/04/2026 09:00', '884', 'Koloryzacja', '1', '1 320,00'], '2026-04-04', 132000),
];

export const exampleResult = (isDryRun: boolean): ImportResult => ({
  kind: 'visits',
  isDryRun,
  batchId: isDryRun ? null : 1,
  recognised: {},
  possibleDuplicates: { count: 0, sample: [] },
  leftOut: { count: 0, sample: [] },
  counts: {
    read: 2041,
    created: 2037,
    updated: 0,
    unchanged: 0,
    skipped: 1,
    rejected: 3,
    customersCreated: 412,
    visitsCreated: 1688,
    netMinor: 24_409_194,
    firstDate: '2024-01-02',
    lastDate: '2026-11-16',
  },
  rejectedSample: [
    { line: 5, reason: 'invalidDate', text: '1107;33/04/2026 11:40;883;Koloryzacja;1;320,00' },
    { line: 118, reason: 'invalidAmount', text: '1107;13/04/2026 11:40;883;Koloryzacja;1;brak' },
    { line: 1900, reason: 'wrongColumnCount', text: '1107;13/04/2026' },
  ],
});
