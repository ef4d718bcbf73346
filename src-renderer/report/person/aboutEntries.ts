/** Who somebody is, as their card has it: a label and what stands beside it. */
import type { PersonalSections } from '../../../src-shared/domain/personalSections.ts';
import { opened, type PersonEntry, type PersonWriting, type RowReader, readerOf } from './writing.ts';

/** "Polish"; a code that no language has stands as it is. */
const languageName = (code: string, locale: string): string =>
  code === '' ? '' : opened(new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code, locale);

export const aboutEntries = (sections: PersonalSections, writing: PersonWriting): PersonEntry[] => {
  const { words } = writing;
  const read = (section: keyof PersonalSections) => sections[section].map((row) => readerOf(row, writing));
  const entry = (label: string, main: string, ...more: readonly string[]): PersonEntry => ({
    label,
    main,
    more: more.filter((text) => text !== ''),
  });
  const ofCard = (card: RowReader, isSecond: boolean): PersonEntry[] => {
    const parts: readonly (readonly [string, string])[] = [
      [words.t(isSecond ? 'privacy.doc.mergedCard' : 'privacy.doc.name'), card.raw('name')],
      [words.t('customers.firstName'), card.raw('firstName')],
      [words.t('customers.lastName'), card.raw('lastName')],
      [words.t('privacy.doc.phone'), card.raw('phone')],
      [words.t('privacy.doc.email'), card.raw('email')],
      [words.t('customers.birthday'), card.day('birthday')],
      [words.t('customers.cardNumber'), card.raw('cardNumber')],
      [words.t('customers.externalId'), card.raw('externalId')],
      [words.t('customers.customerSince'), card.day('customerSince')],
      [words.t('customers.source'), card.raw('source')],
      [words.t('customers.locale'), languageName(card.raw('locale'), words.locale)],
      [words.t('customers.note'), card.raw('note')],
      [words.t('privacy.doc.since'), card.instant('createdAtMs')],
      [words.t('privacy.doc.inTrash'), isSecond ? '' : card.instant('archivedAtMs')],
    ];
    return parts.filter(([, text]) => text !== '').map(([label, text]) => entry(label, text));
  };
  const [first, ...others] = read('identity');
  const tags = read('tags').map((tag) => tag.raw('name'));
  const household = read('household').reduce((sum, row) => sum + row.number('others'), 0);
  const [recommended] = read('recommendations');
  const recommendations = [
    recommended?.number('cameThroughSomebody') ? words.t('privacy.doc.cameThroughSomebody') : '',
    recommended?.number('broughtOthers')
      ? words.t('privacy.doc.broughtOthers', { count: recommended.number('broughtOthers') })
      : '',
  ].filter((text) => text !== '');
  return [
    ...(first ? ofCard(first, false) : []),
    ...read('contacts').map((one) =>
      entry(one.word('customers.contact', 'kind'), one.raw('value'), one.raw('label')),
    ),
    ...(tags.length > 0 ? [entry(words.t('customers.tags'), tags.join(', '))] : []),
    ...read('preferences').map((one) => entry(one.word('customers.remember', 'kind'), one.raw('text'))),
    ...read('ownFields').map((one) => entry(one.raw('field'), one.raw('value'))),
    ...(household > 0
      ? [
          entry(
            words.t('privacy.doc.household'),
            words.t('privacy.doc.householdOthers', { count: household }),
          ),
        ]
      : []),
    ...recommendations.map((text) => entry(words.t('privacy.doc.cameThrough'), text)),
    ...others.flatMap((card) => ofCard(card, true)),
  ];
};
