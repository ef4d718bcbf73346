/** Who the person is: name in parts, birthday, card, language, where they come from, tags, and the shop's own fields. */
import { Autocomplete, Select, TagsInput } from '@mantine/core';
import type { CardField } from '../../../src-shared/contract/customerContract.ts';
import { PersonPicker } from '../../person/PersonPicker.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './card.module.css';
import type { Editing } from './cardEditing.ts';
import { Line, Part, QUIET, QUIET_LOOK, TextLine } from './Line.tsx';

export function DetailsPart({ editing, externalId }: { editing: Editing; externalId: string | null }) {
  const words = useWords();
  const { draft, faults, change } = editing;
  const day = words.t('customers.day.example');
  return (
    <Part title={words.t('customers.details')}>
      <div>
        <Line label={words.t('customers.tags')}>
          {(id) => (
            <TagsInput
              id={id}
              variant="unstyled"
              classNames={{
                ...QUIET,
                input: `${styles.quiet} ${styles.tags}`,
                pill: styles.tag ?? '',
                inputField: styles.tagField ?? '',
              }}
              placeholder={draft.tags.length === 0 ? words.t('customers.tags.placeholder') : ''}
              data={[...editing.tags]}
              value={[...draft.tags]}
              maxTags={50}
              maxLength={60}
              onChange={(tags) => change({ tags })}
            />
          )}
        </Line>
        <TextLine
          label={words.t('customers.firstName')}
          value={draft.firstName}
          onValue={(firstName) => change({ firstName })}
        />
        <TextLine
          label={words.t('customers.lastName')}
          value={draft.lastName}
          onValue={(lastName) => change({ lastName })}
        />
        <TextLine
          label={words.t('customers.birthday')}
          placeholder={day}
          value={draft.birthday}
          error={faults.birthday ?? null}
          onValue={(birthday) => change({ birthday })}
        />
        <TextLine
          label={words.t('customers.cardNumber')}
          maxLength={60}
          value={draft.cardNumber}
          error={faults.cardNumber ?? null}
          onValue={(cardNumber) => change({ cardNumber })}
        />
        <Line label={words.t('customers.locale')}>
          {(id) => (
            <Select
              id={id}
              variant="unstyled"
              classNames={QUIET}
              data={[
                { value: '', label: words.t('customers.locale.shop') },
                { value: 'en', label: words.t('common.english') },
                { value: 'pl', label: words.t('common.polish') },
                { value: 'ro', label: words.t('common.romanian') },
              ]}
              value={draft.locale}
              onChange={(locale) => change({ locale: locale ?? '' })}
            />
          )}
        </Line>
        <Line label={words.t('customers.source')}>
          {(id) => (
            <Autocomplete
              id={id}
              variant="unstyled"
              classNames={QUIET}
              placeholder={words.t('customers.source.placeholder')}
              data={[...editing.sources]}
              maxLength={200}
              value={draft.source}
              onChange={(source) => change({ source })}
            />
          )}
        </Line>
        <Line label={words.t('customers.recommendedBy')}>
          {(id) => (
            <PersonPicker
              look={QUIET_LOOK}
              id={id}
              placeholder={words.t('customers.person.placeholder')}
              value={draft.recommendedBy}
              exceptId={editing.customerId}
              onChange={(recommendedBy) => change({ recommendedBy })}
            />
          )}
        </Line>
        <TextLine
          label={words.t('customers.customerSince')}
          placeholder={day}
          value={draft.customerSince}
          error={faults.customerSince ?? null}
          onValue={(customerSince) => change({ customerSince })}
        />
        {editing.fields.map((field) => (
          <OwnField key={field.fieldId} field={field} editing={editing} />
        ))}
        {externalId === null ? null : (
          <div className={styles.line}>
            <span className={styles.lineLabel}>{words.t('customers.externalId')}</span>
            <span className={styles.fixed}>{externalId}</span>
          </div>
        )}
      </div>
    </Part>
  );
}

function OwnField({
  field: { fieldId, kind, name, choices },
  editing,
}: {
  field: CardField;
  editing: Editing;
}) {
  const words = useWords();
  const { draft, faults, change } = editing;
  const value = draft.ownValues[fieldId] ?? '';
  const set = (typed: string) => {
    const { [fieldId]: _old, ...others } = draft.ownValues;
    change({ ownValues: typed === '' ? others : { ...draft.ownValues, [fieldId]: typed } });
  };
  if (kind === 'choice' || kind === 'yesNo') {
    const data =
      kind === 'choice'
        ? choices.map((choice) => ({ value: choice, label: choice }))
        : [
            { value: 'yes', label: words.t('common.yes') },
            { value: 'no', label: words.t('common.no') },
          ];
    const stored = value !== '' && !data.some((one) => one.value === value) ? [{ value, label: value }] : [];
    return (
      <Line label={name}>
        {(id) => (
          <Select
            id={id}
            variant="unstyled"
            classNames={QUIET}
            data={[{ value: '', label: '–' }, ...data, ...stored]}
            value={value}
            onChange={(chosen) => set(chosen ?? '')}
          />
        )}
      </Line>
    );
  }
  return (
    <TextLine
      label={name}
      maxLength={2000}
      value={value}
      {...(kind === 'number' ? { inputMode: 'decimal' as const } : {})}
      {...(kind === 'date' ? { placeholder: words.t('customers.day.example') } : {})}
      error={faults[`own${fieldId}`] ?? null}
      onValue={set}
    />
  );
}
