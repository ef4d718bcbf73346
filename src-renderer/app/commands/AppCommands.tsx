/**
 * Listens for commands, from the keyboard and from the native menu, and shows the palette and the shortcut sheet.
 * Both are read when they are first asked for: a start needs neither.
 */
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useEvent } from '../../api/events.ts';
import { useNotices } from '../../ui/notices.tsx';
import { hasTextToUndo } from '../../ui/textUndo.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import { KioskDialog } from '../kiosk/KioskDialog.tsx';
import { commandOfPress } from './keyPress.ts';
import { type Overlay, useRunCommand } from './useRunCommand.ts';
import { useTypedAhead } from './useTypedAhead.ts';

const Palette = lazy(async () => ({ default: (await import('./Palette.tsx')).Palette }));
const ShortcutSheet = lazy(async () => ({ default: (await import('./ShortcutSheet.tsx')).ShortcutSheet }));

export function AppCommands() {
  const [shown, setShown] = useState<Overlay | null>(null);
  const notices = useNotices();
  const words = useWords();
  const run = useRunCommand(setShown);
  const typedAhead = useTypedAhead(shown === 'palette');
  const close = useCallback(() => setShown(null), []);

  useEvent('menu.chosen', ({ item }) => run(item));
  useEvent('menu.undo', () => {
    if (hasTextToUndo(document.activeElement)) document.execCommand('undo');
    // The offer goes away after a while: pressed too late, it says where things are taken back then.
    else if (!notices.undoLast()) notices.say({ text: words.t('notices.nothingToUndo') });
  });
  useEffect(() => {
    // On the way up: a screen that wants the key for itself has taken it by then.
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const id = commandOfPress(event);
      if (id === undefined) return;
      event.preventDefault();
      run(id);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [run]);

  return (
    <>
      <KioskDialog />
      {shown === null ? null : (
        <Suspense fallback={null}>
          {shown === 'palette' ? (
            <Palette typedAhead={typedAhead} onClose={close} onRun={run} />
          ) : (
            <ShortcutSheet onClose={close} />
          )}
        </Suspense>
      )}
    </>
  );
}
