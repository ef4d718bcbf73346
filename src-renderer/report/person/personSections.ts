/** The document for a person, section by section in their language: what the tables hold, as somebody would tell it. */
import type { PersonalSections } from '../../../src-shared/domain/personalSections.ts';
import type { MessageKey } from '../../../src-shared/words/words.ts';
import { aboutEntries } from './aboutEntries.ts';
import {
  lines,
  opened,
  type PersonEntry,
  type PersonWriting,
  type RowReader,
  readerOf,
  told,
} from './writing.ts';

type TitleKey = Extract<MessageKey, `privacy.doc.${string}`>;

export interface PersonSection {
  readonly key: string;
  readonly title: string;
  /** None: the section is empty. */
  readonly entries: readonly PersonEntry[];
}

type Reading = (
  read: (section: keyof PersonalSections) => RowReader[],
  writing: PersonWriting,
) => PersonEntry[];

const withLabel = (label: string, main: string, ...more: readonly (string | false)[]): PersonEntry => ({
  label,
  main,
  more: lines(...more),
});

const consents: Reading = (read, { words }) =>
  read('consents').map((one) => {
    const said = {
      purpose: one.word('customers.purpose', 'purpose'),
      channel: one.word('customers.channel', 'channel'),
    };
    const text = one.number('isGiven')
      ? words.t('customers.consent.given', said)
      : words.t('customers.consent.withdrawn', said);
    return withLabel(one.instant('atMs'), text, told(one.word('customers.evidence', 'evidence'), one.by()));
  });

const visits: Reading = (read, { words }) => {
  const byVisit = (section: 'visitLines' | 'visitFields') =>
    Map.groupBy(read(section), (row) => row.number('visit'));
  const linesOf = byVisit('visitLines');
  const fieldsOf = byVisit('visitFields');
  const lineText = (line: RowReader) =>
    told(
      `${line.raw('offering') || line.raw('category') || words.t('customers.visit')}${
        line.number('quantityThousandths') === 1000 ? '' : ` × ${line.quantity('quantityThousandths')}`
      }: ${line.money('amountMinor')}`,
      line.number('discountMinor') !== 0 &&
        words.t('privacy.doc.discount', { amount: line.money('discountMinor') }),
      line.has('paidWith') && words.t('privacy.doc.paidWith', { name: line.raw('paidWith') }),
      line.by(),
    );
  return read('visits').map((visit) => {
    const bought = (linesOf.get(visit.number('visit')) ?? []).map(lineText);
    return withLabel(
      told(visit.day('date'), visit.clock('atMs')),
      bought.length === 0 ? words.t('privacy.doc.noLines') : bought.join('\n'),
      visit.raw('note'),
      ...(fieldsOf.get(visit.number('visit')) ?? []).map(
        (field) => `${field.raw('field')}: ${field.raw('value')}`,
      ),
      told(
        visit.has('receipt') && words.t('privacy.doc.receipt', { receipt: visit.raw('receipt') }),
        visit.raw('source') === 'import' && words.t('privacy.doc.fromFile'),
        visit.by(),
      ),
      visit.has('cancelledAtMs') &&
        told(
          words.t('privacy.doc.visitCancelled', { on: visit.instant('cancelledAtMs') }),
          visit.word('customers.cancelReason', 'cancelReason'),
        ),
    );
  });
};

const opinions: Reading = (read, { words }) => {
  const answersOf = Map.groupBy(read('answers'), (row) => row.number('opinion'));
  return read('opinions').map((opinion) => {
    const scores = (['nps', 'csat', 'ces'] as const)
      .filter((score) => opinion.has(score))
      .map((score) => words.t(`customers.opinion.${score}`, { score: opinion.number(score) }));
    const comment = opinion.has('comment')
      ? words.t('customers.quote', { text: opinion.raw('comment') })
      : '';
    const [main = words.t('customers.opinion'), ...rest] = lines(
      opened(told(...scores), words.locale),
      comment,
    );
    return withLabel(
      opinion.day('date'),
      main,
      ...rest,
      ...(answersOf.get(opinion.number('opinion')) ?? []).map(
        (answer) => `${answer.raw('question')}: ${answer.raw('choice') || answer.raw('text')}`,
      ),
      told(opinion.word('opinions.channel', 'channel'), opinion.raw('survey'), opinion.by()),
    );
  });
};

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const appointments: Reading = (read, { words }) =>
  read('appointments').map((one) =>
    withLabel(
      told(one.day('date'), one.has('minuteOfDay') && clockOf(one.number('minuteOfDay'))),
      one.raw('offering') || words.t('customers.visit'),
      one.raw('note'),
      told(one.word('followUp.told', 'outcome'), one.by()),
    ),
  );

const promises: Reading = (read, { words }) =>
  read('promises').map((one) =>
    withLabel(
      one.instant('createdAtMs'),
      one.raw('text'),
      told(
        one.has('dueOn') && words.t('privacy.doc.dueOn', { on: one.day('dueOn') }),
        one.word('followUp.told', 'outcome'),
        one.by(),
      ),
    ),
  );

const gestures: Reading = (read, { words }) =>
  read('gestures').map((one) =>
    withLabel(
      one.day('date'),
      told(one.raw('gesture'), one.number('costMinor') > 0 && one.money('costMinor')),
      one.raw('reason'),
      told(
        one.has('cancelledAtMs') &&
          words.t('privacy.doc.visitCancelled', { on: one.instant('cancelledAtMs') }),
        one.by(),
      ),
    ),
  );

const cases: Reading = (read, { words }) =>
  read('cases').map((one) =>
    withLabel(
      one.day('openedOn'),
      one.raw('text') || words.t('followUp.told.caseOpen'),
      one.has('closedOn')
        ? words.t('followUp.told.caseClosed', { on: one.day('closedOn'), solution: one.raw('solution') })
        : words.t('followUp.told.caseOpen'),
      told(one.word('followUp.case.origin', 'origin'), one.by()),
    ),
  );

const wishes: Reading = (read, { words }) =>
  read('wishes').map((one) =>
    withLabel(
      one.day('wishedOn'),
      one.raw('text'),
      one.has('solution') && words.t('followUp.told.solution', { solution: one.raw('solution') }),
      told(
        one.has('toldOn') && words.t('followUp.told.wishTold', { on: one.day('toldOn') }),
        one.has('droppedAtMs') && words.t('followUp.told.wishDropped'),
        one.by(),
      ),
    ),
  );

const lapseAnswers: Reading = (read) =>
  read('lapseAnswers').map((one) =>
    withLabel(one.day('askedOn'), one.word('askWhy.reason', 'reason'), one.raw('text'), one.by()),
  );

const benefits: Reading = (read, { words }) => {
  const entriesOf = Map.groupBy(read('benefitEntries'), (row) => row.number('benefit'));
  return read('benefits').flatMap((held) => {
    const amountOf = (row: RowReader, column: string) =>
      held.raw('kind') === 'voucher' ? row.money(column) : row.count(column);
    const hasAmount = held.raw('kind') !== 'membership' && held.raw('kind') !== 'warranty';
    return [
      withLabel(
        held.has('startsOn') ? words.t('privacy.doc.from', { on: held.day('startsOn') }) : '',
        told(held.raw('plan'), words.find(`benefits.kind.${held.raw('kind')}`, {})),
        told(
          held.has('code') && words.t('privacy.doc.code', { code: held.raw('code') }),
          hasAmount && words.t('privacy.doc.left', { amount: amountOf(held, 'balance') }),
          held.has('endsOn') && words.t('privacy.doc.until', { on: held.day('endsOn') }),
          held.has('cancelledAtMs') && words.t('privacy.doc.ended', { on: held.instant('cancelledAtMs') }),
        ),
        ...(entriesOf.get(held.number('benefit')) ?? []).map((entry) =>
          told(
            `${entry.day('date')}: ${entry.word('benefits.move', 'move')}`,
            hasAmount && amountOf(entry, 'amount'),
            entry.has('expiresOn') && words.t('privacy.doc.until', { on: entry.day('expiresOn') }),
            entry.by(),
          ),
        ),
      ),
    ];
  });
};

const imports: Reading = (read) =>
  read('imports').map((one) => withLabel(one.instant('atMs'), one.raw('file')));

const merges: Reading = (read, { words }) =>
  read('merges').map((one) =>
    withLabel(
      one.instant('atMs'),
      words.t('privacy.doc.mergedOn'),
      told(
        one.has('undoneAtMs') && words.t('privacy.doc.unmerged', { on: one.instant('undoneAtMs') }),
        one.by(),
      ),
    ),
  );

const fieldsOf = (row: RowReader, words: PersonWriting['words']): string =>
  row.raw('subject') === 'customer' && row.has('fields')
    ? (JSON.parse(row.raw('fields')) as string[])
        .map((field) => words.find(`customers.field.${field}`, {}))
        .filter((name) => name !== undefined)
        .join(', ')
    : '';

const changes: Reading = (read, { words }) =>
  read('changes').map((one) =>
    withLabel(
      told(one.instant('atMs'), one.clock('atMs')),
      opened(
        told(
          [
            words.find(`privacy.doc.changed.${one.raw('subject')}`, {}) ?? one.raw('subject'),
            words.find(`privacy.doc.did.${one.raw('action')}`, {}) ?? one.raw('action'),
          ].join(': '),
          fieldsOf(one, words),
        ),
        words.locale,
      ),
      told(one.word('customers.cancelReason', 'reason'), one.by()),
    ),
  );

const acts: Reading = (read, { words }) =>
  read('privacyActs').map((one) => {
    const details = JSON.parse(one.raw('details')) as Record<string, string | number>;
    const text =
      one.raw('act') === 'withdraw'
        ? words.t('privacy.doc.actWithdrawn', {
            purpose: words.find(`customers.purpose.${details.purpose}`, {}) ?? '',
            channel: words.find(`customers.channel.${details.channel}`, {}) ?? '',
          })
        : words.t('privacy.doc.actCopy');
    return withLabel(told(one.instant('atMs'), one.clock('atMs')), opened(text, words.locale), one.by());
  });

const SECTIONS: readonly (readonly [TitleKey, Reading])[] = [
  ['privacy.doc.consents', consents],
  ['privacy.doc.visits', visits],
  ['privacy.doc.opinions', opinions],
  ['privacy.doc.appointments', appointments],
  ['privacy.doc.promises', promises],
  ['privacy.doc.gestures', gestures],
  ['privacy.doc.cases', cases],
  ['privacy.doc.wishes', wishes],
  ['privacy.doc.lapseAnswers', lapseAnswers],
  ['privacy.doc.benefits', benefits],
  ['privacy.doc.imports', imports],
  ['privacy.doc.merges', merges],
  ['privacy.doc.changes', changes],
  ['privacy.doc.acts', acts],
];

export const personSections = (sections: PersonalSections, writing: PersonWriting): PersonSection[] => {
  const read = (section: keyof PersonalSections) => sections[section].map((row) => readerOf(row, writing));
  return [
    {
      key: 'privacy.doc.about',
      title: writing.words.t('privacy.doc.about'),
      entries: aboutEntries(sections, writing),
    },
    ...SECTIONS.map(([key, entries]) => ({
      key,
      title: writing.words.find(key, {}) ?? '',
      entries: entries(read, writing),
    })),
  ];
};
