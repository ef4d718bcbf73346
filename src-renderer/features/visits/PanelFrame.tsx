/** The panel in which one thing is done to a visit: Ctrl+Enter does it from anywhere inside, Esc leaves. */
import type { FormEvent, KeyboardEvent, ReactNode, Ref } from 'react';
import { Action } from '../../ui/Action.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { isMod } from '../../ui/Key.tsx';
import { Panel, PanelHead } from '../../ui/Panel.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './visits.module.css';

export interface PanelFrameProps {
  ref?: Ref<HTMLFormElement>;
  title: string;
  about: string | null;
  submit: string;
  /** What leaving is called. */
  leave?: string;
  isBusy: boolean;
  error: unknown;
  /** In the error's stead, where there is something to decide first. */
  note?: ReactNode;
  children: ReactNode;
  onSubmit(): void;
  onLeave(): void;
}

export function PanelFrame(props: PanelFrameProps) {
  const { ref, title, about, submit, leave, isBusy, error, note, children, onSubmit, onLeave } = props;
  const words = useWords();
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) onSubmit();
  };
  const pressed = (event: KeyboardEvent) => {
    if (isMod(event, 'Enter')) {
      event.preventDefault();
      if (!isBusy) onSubmit();
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      onLeave();
    }
  };
  return (
    <Panel label={title}>
      <form ref={ref} className={styles.form} onSubmit={submitted} onKeyDown={pressed} noValidate>
        <PanelHead as="h1" title={title} leave={leave ?? words.t('visits.back')} onLeave={onLeave} />
        {about === null ? null : <p className={styles.panelAbout}>{about}</p>}
        {children}
        {note ?? (error ? <ErrorNote error={error} /> : null)}
        <div className={styles.save}>
          <Action isSubmit keys="Mod+Enter" loading={isBusy}>
            {submit}
          </Action>
        </div>
      </form>
    </Panel>
  );
}
