/** The shop's logo on its papers: chosen in the system's own dialog, taken off again. The preview shows it. */
import { useCommand } from '../../api/procedures.ts';
import { Command } from '../../ui/Command.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './reports.module.css';

export function Logo({ hasLogo }: { hasLogo: boolean }) {
  const words = useWords();
  const notices = useNotices();
  const pick = useCommand('report.pickLogo');
  const remove = useCommand('report.removeLogo');
  const isBusy = pick.isPending || remove.isPending;
  const onError = (failure: Error) => notices.fail(failure);
  return (
    <section className={styles.group} aria-labelledby="report-logo">
      <h2 className={styles.legend} id="report-logo">
        {words.t('report.logo')}
      </h2>
      {hasLogo ? null : <p className={styles.note}>{words.t('report.logo.none')}</p>}
      <div className={styles.commands}>
        <Command
          disabled={isBusy}
          onClick={() =>
            pick.mutate(
              {},
              {
                onSuccess: ({ picked }) => {
                  if (picked) notices.say({ text: words.t('report.logo.kept') });
                },
                onError,
              },
            )
          }
        >
          {words.t(hasLogo ? 'report.logo.change' : 'report.logo.pick')}
        </Command>
        {hasLogo ? (
          <Command
            isQuiet
            disabled={isBusy}
            onClick={() =>
              remove.mutate(
                {},
                { onSuccess: () => notices.say({ text: words.t('report.logo.removed') }), onError },
              )
            }
          >
            {words.t('report.logo.remove')}
          </Command>
        ) : null}
      </div>
    </section>
  );
}
