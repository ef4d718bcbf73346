/** What the person allowed: in two lines on the card; a click away the whole grid, each change with its proof, and the history. */
import { useState } from 'react';
import {
  CONSENT_EVIDENCES,
  type ConsentEntry,
  type ConsentEvidence,
} from '../../../src-shared/contract/customerContract.ts';
import {
  CONSENT_CHANNELS,
  CONSENT_PURPOSES,
  type ConsentChannel,
  type ConsentPurpose,
} from '../../../src-shared/domain/closedLists.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import { useCommand } from '../../api/procedures.ts';
import { SecondAction } from '../../ui/Action.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Overlay } from '../../ui/Overlay.tsx';
import { PartTitle } from '../../ui/PageTitle.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './consent.module.css';
import { Part } from './Line.tsx';

export const evidenceText = (words: Words, evidence: string | null): string | null =>
  evidence === null ? null : (words.find(`customers.evidence.${evidence}`, {}) ?? evidence);

/** The newest entry of each pair. */
const holding = (consents: readonly ConsentEntry[], channel: ConsentChannel, purpose: ConsentPurpose) =>
  consents.find((one) => one.channel === channel && one.purpose === purpose);

export interface ConsentPartProps {
  customerId: number;
  name: string;
  consents: readonly ConsentEntry[];
}

export function ConsentPart({ customerId, name, consents }: ConsentPartProps) {
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const given = CONSENT_PURPOSES.map((purpose) => ({
    purpose,
    channels: CONSENT_CHANNELS.filter((channel) => holding(consents, channel, purpose)?.isGiven),
  })).filter(({ channels }) => channels.length > 0);
  return (
    <Part title={words.t('customers.consents')}>
      {given.length === 0 ? <p className={styles.none}>{words.t('customers.consents.none')}</p> : null}
      <ul>
        {given.map(({ purpose, channels }) => (
          <li key={purpose}>
            {words.t(`customers.purpose.${purpose}`)}:{' '}
            <strong>{channels.map((channel) => words.t(`customers.channel.${channel}`)).join(', ')}</strong>
          </li>
        ))}
      </ul>
      <Command className={styles.open} onClick={() => setIsOpen(true)}>
        {words.t('customers.consents.change')}
      </Command>
      {isOpen ? (
        <ConsentSheet
          customerId={customerId}
          name={name}
          consents={consents}
          onClose={() => setIsOpen(false)}
        />
      ) : null}
    </Part>
  );
}

/** A purpose is a head in the table, and a word within a line of the history. */
export const purposeInSentence = (words: Words, purpose: ConsentPurpose): string => {
  const name = words.t(`customers.purpose.${purpose}`);
  return name.charAt(0).toLocaleLowerCase(words.locale) + name.slice(1);
};

function ConsentSheet({ customerId, name, consents, onClose }: ConsentPartProps & { onClose(): void }) {
  const words = useWords();
  const format = useFormat();
  const setConsent = useCommand('customer.setConsent');
  const [evidence, setEvidence] = useState<ConsentEvidence>('desk');
  return (
    <Overlay label={words.t('customers.consents.of', { name })} onClose={onClose}>
      <div className={styles.sheet}>
        <PartTitle>{words.t('customers.consents.of', { name })}</PartTitle>
        <Choices<ConsentEvidence>
          legend={words.t('customers.evidence')}
          choices={CONSENT_EVIDENCES.map((value) => ({
            value,
            label: words.t(`customers.evidence.${value}`),
          }))}
          value={evidence}
          onChange={setEvidence}
        />
        <p className={styles.about}>{words.t('customers.consents.about')}</p>
        <table className={styles.grid}>
          <thead>
            <tr>
              <td />
              {CONSENT_PURPOSES.map((purpose) => (
                <th key={purpose} scope="col">
                  {words.t(`customers.purpose.${purpose}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {CONSENT_CHANNELS.map((channel) => (
              <tr key={channel}>
                <th scope="row">{words.t(`customers.channel.${channel}`)}</th>
                {CONSENT_PURPOSES.map((purpose) => {
                  const now = holding(consents, channel, purpose);
                  const isGiven = now?.isGiven ?? false;
                  return (
                    <td key={purpose}>
                      <button
                        type="button"
                        role="switch"
                        aria-checked={isGiven}
                        aria-label={`${words.t(`customers.channel.${channel}`)}, ${words.t(`customers.purpose.${purpose}`)}`}
                        className={styles.cell}
                        disabled={setConsent.isPending}
                        onClick={() =>
                          setConsent.mutate({ customerId, channel, purpose, isGiven: !isGiven, evidence })
                        }
                      >
                        <strong>{words.t(isGiven ? 'common.yes' : 'common.no')}</strong>
                        <span className={styles.since}>
                          {now ? format.date(now.on, 'dayShort') : '\u00a0'}
                        </span>
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        {setConsent.error ? <ErrorNote error={setConsent.error} /> : null}
        <section aria-label={words.t('customers.consents.history')}>
          <h3 className={styles.title}>{words.t('customers.consents.history')}</h3>
          {consents.length === 0 ? (
            <p className={styles.none}>{words.t('customers.consents.noHistory')}</p>
          ) : null}
          <ul className={styles.history}>
            {consents.map((one) => (
              <li key={`${one.channel}${one.purpose}${one.atMs}`}>
                <time dateTime={one.on}>{format.date(one.on, 'dayShort')}</time>
                <span>
                  {words.t(one.isGiven ? 'customers.consent.given' : 'customers.consent.withdrawn', {
                    channel: words.t(`customers.channel.${one.channel}`),
                    purpose: purposeInSentence(words, one.purpose),
                  })}
                </span>
                <span className={styles.proof}>
                  {[evidenceText(words, one.evidence), one.staff].filter(Boolean).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <div className={styles.foot}>
          <SecondAction keys="Esc" onClick={onClose}>
            {words.t('customers.close')}
          </SecondAction>
        </div>
      </div>
    </Overlay>
  );
}
