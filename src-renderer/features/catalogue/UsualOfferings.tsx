/** What shops of the trade usually offer, to be ticked and taken over. Not there once everything is. */
import { useState } from 'react';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { SecondAction } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { PartActions, SettingsPart } from '../../ui/SettingsPart.tsx';
import { UsualChoice } from '../../ui/UsualChoice.tsx';
import { useWords } from '../../ui/wordsContext.tsx';

export function UsualOfferings() {
  const words = useWords();
  const usual = useAnswer('offering.usual', {});
  const add = useCommand('offering.addUsual');
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const offerings = usual.data?.offerings ?? [];
  if (offerings.length === 0) return null;
  return (
    <SettingsPart title={words.t('catalogue.usual.title')} text={words.t('catalogue.usual.text')}>
      {isOpen ? (
        <>
          <UsualChoice offerings={offerings} chosen={chosen} onChange={setChosen} />
          <PartActions>
            <SecondAction
              disabled={chosen.length === 0}
              loading={add.isPending}
              onClick={() => add.mutate({ names: [...chosen] }, { onSuccess: () => setChosen([]) })}
            >
              {words.t('catalogue.usual.add', { count: chosen.length })}
            </SecondAction>
          </PartActions>
          {add.error ? <ErrorNote error={add.error} /> : null}
        </>
      ) : (
        <PartActions>
          <Command onClick={() => setIsOpen(true)}>
            {words.t('catalogue.usual.show', { count: offerings.length })}
          </Command>
        </PartActions>
      )}
    </SettingsPart>
  );
}
