/** An entry of the privacy register as a sentence: the same on screen and in its export. */
import type { PrivacyEntry } from '../contract/privacyContract.ts';
import type { Words } from './words.ts';

/** A purpose is a head in a table, and a word within a sentence. */
const consentOf = ({ t, locale }: Words, { purpose, channel }: Pick<PrivacyEntry, 'purpose' | 'channel'>) => {
  const name = purpose === null ? '' : t(`customers.purpose.${purpose}`);
  return {
    purpose: name.charAt(0).toLocaleLowerCase(locale) + name.slice(1),
    channel: channel === null ? '' : t(`customers.channel.${channel}`),
  };
};

/** Names the column of an export, by which the importer knows it again. */
export const consentTitle = (words: Words, pair: Pick<PrivacyEntry, 'purpose' | 'channel'>): string =>
  words.t('customers.consent.given', consentOf(words, pair));

export const actText = (words: Words, entry: PrivacyEntry): string => {
  const { t } = words;
  switch (entry.act) {
    case 'disclose': {
      const text = t('privacy.act.disclose', { count: entry.records ?? 0 });
      return entry.as === null ? text : `${text} (${entry.as.toUpperCase()})`;
    }
    case 'erase':
      return t('privacy.act.erase', { count: entry.visits ?? 0 });
    case 'eraseAgain':
      return t('privacy.act.eraseAgain');
    case 'withdraw':
      return t(
        entry.isByImport ? 'privacy.act.withdrawByImport' : 'privacy.act.withdraw',
        consentOf(words, entry),
      );
  }
};
