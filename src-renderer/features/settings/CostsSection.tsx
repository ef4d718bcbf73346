/** What it costs the shop to serve somebody, beside the cost of what is sold. */
import type { CostToServe } from '../../../src-shared/contract/settingsContract.ts';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { SettingsPart } from '../../ui/SettingsPart.tsx';
import { useWords } from '../../ui/wordsContext.tsx';

export function CostsSection() {
  const words = useWords();
  const costs = useAnswer('costs.read', {});
  const write = useCommand('costs.write');
  if (costs.error) return <ErrorNote error={costs.error} />;
  if (!costs.data) return null;
  const known = costs.data;
  const keep = async (part: Partial<CostToServe>) => {
    await write.mutateAsync({ ...known, ...part });
    await costs.refetch();
  };
  return (
    <SettingsPart title={words.t('settings.costs.title')} text={words.t('settings.costs.text')}>
      <MoneyField
        label={words.t('settings.costs.perVisit')}
        description={words.t('settings.costs.perVisit.text')}
        amountMinor={known.perVisitMinor}
        onKeep={(perVisitMinor) => keep({ perVisitMinor })}
      />
      <MoneyField
        label={words.t('settings.costs.perCustomerYear')}
        description={words.t('settings.costs.perCustomerYear.text')}
        amountMinor={known.perCustomerYearMinor}
        onKeep={(perCustomerYearMinor) => keep({ perCustomerYearMinor })}
      />
    </SettingsPart>
  );
}
