/** How the records are locked, and the recovery key once more. */
import { useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { SecondAction } from '../../ui/Action.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { PartActions, SettingsPart } from '../../ui/SettingsPart.tsx';
import { useWords } from '../../ui/wordsContext.tsx';

export function LockSection() {
  const words = useWords();
  const { protection } = useOpenShop();
  const savePdf = useCommand('recoveryKey.savePdf');
  const texts = {
    keyStore: words.t('settings.protection.keyStore'),
    passphrase: words.t('settings.protection.passphrase'),
    none: words.t('settings.protection.none'),
  };
  return (
    <SettingsPart title={words.t('setup.protection.title')}>
      <Sentence text={texts[protection]} />
      {protection === 'none' ? null : (
        <PartActions>
          <SecondAction onClick={() => savePdf.mutate({})} loading={savePdf.isPending}>
            {words.t('settings.protection.saveKey')}
          </SecondAction>
          <span role="status">{savePdf.data?.saved ? words.t('setup.recovery.saved') : null}</span>
        </PartActions>
      )}
      {savePdf.error ? <ErrorNote error={savePdf.error} /> : null}
    </SettingsPart>
  );
}
