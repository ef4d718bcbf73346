/** Fields that the shop adds to its cards and visits. */
import { Select } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { OwnField } from '../../../src-shared/contract/settingsContract.ts';
import type { OwnFieldKind, OwnFieldSubject } from '../../../src-shared/domain/closedLists.ts';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { SecondAction } from '../../ui/Action.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { LongTextField, TextField } from '../../ui/Field.tsx';
import { PartActions, SettingsPart } from '../../ui/SettingsPart.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { OwnFieldTable } from './OwnFieldTable.tsx';
import { kindNames } from './ownFieldKinds.ts';

const linesOf = (text: string): string[] =>
  text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));

export function OwnFieldsSection() {
  const words = useWords();
  const list = useAnswer('ownField.list', {});
  const fields = list.data?.fields ?? [];
  const of = (wanted: OwnFieldSubject): OwnField[] => fields.filter(({ subject }) => subject === wanted);
  return (
    <>
      <NewField />
      {list.error ? <ErrorNote error={list.error} /> : null}
      <OwnFieldTable
        title={words.t('settings.fields.ofCustomer')}
        fields={of('customer')}
        onChanged={async () => void (await list.refetch())}
      />
      <OwnFieldTable
        title={words.t('settings.fields.ofVisit')}
        fields={of('visit')}
        onChanged={async () => void (await list.refetch())}
      />
    </>
  );
}

function NewField() {
  const words = useWords();
  const create = useCommand('ownField.create');
  const [name, setName] = useState('');
  const [subject, setSubject] = useState<OwnFieldSubject>('customer');
  const [kind, setKind] = useState<OwnFieldKind>('text');
  const [choices, setChoices] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || create.isPending) return;
    create.mutate(
      { subject, kind, name: name.trim(), choices: kind === 'choice' ? linesOf(choices) : [] },
      {
        onSuccess: () => {
          setName('');
          setChoices('');
        },
      },
    );
  };
  return (
    <SettingsPart title={words.t('settings.fields.new')} text={words.t('settings.fields.text')}>
      <form onSubmit={submit} noValidate style={{ display: 'grid', gap: '0.75rem' }}>
        <Choices<OwnFieldSubject>
          legend={words.t('settings.fields.subject')}
          choices={[
            { value: 'customer', label: words.t('settings.fields.onCard') },
            { value: 'visit', label: words.t('settings.fields.onVisit') },
          ]}
          value={subject}
          onChange={setSubject}
        />
        <TextField
          label={words.t('settings.fields.name')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={words.t('settings.fields.kind')}
          data={Object.entries(kindNames(words)).map(([value, label]) => ({ value, label }))}
          value={kind}
          onChange={(value) => value !== null && setKind(value as OwnFieldKind)}
        />
        {kind === 'choice' ? (
          <LongTextField
            label={words.t('settings.fields.choices')}
            value={choices}
            maxLength={4000}
            onChange={(event) => setChoices(event.currentTarget.value)}
          />
        ) : null}
        {create.error ? <ErrorNote error={create.error} /> : null}
        <PartActions>
          <SecondAction isSubmit loading={create.isPending} disabled={name.trim() === ''}>
            {words.t('settings.fields.add')}
          </SecondAction>
        </PartActions>
      </form>
    </SettingsPart>
  );
}
