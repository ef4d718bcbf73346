/**
 * Where the import stands. It lives above the screens, so that leaving the wizard and coming back finds
 * everything as it was; the running job itself lives in main and is only watched from here.
 */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Mapping, OpenedFile } from '../../../src-shared/contract/importContract.ts';
import type { ImportKind } from '../../../src-shared/contract/importFields.ts';
import { bridge } from '../../api/bridge.ts';
import { useJob } from '../../api/job.ts';
import { call } from '../../api/procedures.ts';
import { unwrap } from '../../api/refusal.ts';
import { PLACES } from '../../ui/places.ts';
import { useFileDrop } from './useFileDrop.ts';

export interface OpenImport {
  readonly file: OpenedFile;
  readonly mapping: Mapping;
  /** Day and month could be swapped and the owner has not yet said how it is. */
  readonly isOrderOpen: boolean;
  /** A number could be a thousand times another, and the owner has not yet said which. */
  readonly isDecimalOpen: boolean;
  /** The dry run, once asked for. */
  readonly checkJobId: string | null;
}

export interface ImportSession {
  readonly open: OpenImport | null;
  /** The import itself: running, or ended and its result not yet put away. */
  readonly started: StartedImport | null;
  readonly error: unknown;
  readonly isOpening: boolean;
  readonly isFileOver: boolean;
  /** What the owner said the next file holds; null: Revino looks. */
  readonly kind: ImportKind | null;
  /** An import being taken back, or taken back and not yet put away. */
  readonly undoing: StartedImport | null;
  chooseKind(kind: ImportKind | null): void;
  pick(): void;
  /** Looks at the open file anew: as another kind of list, or at another sheet. */
  reopen(kind: ImportKind, sheet: string | null): void;
  /** `answered` is the question that this change settles. */
  change(mapping: Mapping, answered?: 'order' | 'decimal'): void;
  undo(batchId: number, fileName: string): void;
  check(): void;
  backToMapping(): void;
  start(): void;
  putAway(): void;
}

export interface StartedImport {
  readonly jobId: string;
  readonly fileName: string;
}

const SessionContext = createContext<ImportSession | null>(null);

export const useImportSession = (): ImportSession => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useImportSession is for screens inside ImportSessionProvider');
  return session;
};

/** The window may be closed while the job goes on; a new one finds it by this. */
const STARTED_KEY = 'revino.startedImport';

const UNDOING_KEY = 'revino.undoneImport';

const readStarted = (key: string): StartedImport | null => {
  const kept = localStorage.getItem(key);
  if (kept === null) return null;
  const [jobId, ...name] = kept.split('\n');
  return jobId === undefined || jobId === '' ? null : { jobId, fileName: name.join('\n') };
};

const keepStarted = (key: string, started: StartedImport | null): void => {
  if (started === null) localStorage.removeItem(key);
  else localStorage.setItem(key, `${started.jobId}\n${started.fileName}`);
};

export function ImportSessionProvider({ children }: { children: ReactNode }) {
  const [, go] = useLocation();
  const [open, setOpen] = useState<OpenImport | null>(null);
  const [started, setStarted] = useState(() => readStarted(STARTED_KEY));
  const [undoing, setUndoing] = useState(() => readStarted(UNDOING_KEY));
  const [kind, setKind] = useState<ImportKind | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isOpening, setIsOpening] = useState(false);
  useEffect(() => keepStarted(STARTED_KEY, started), [started]);
  useEffect(() => keepStarted(UNDOING_KEY, undoing), [undoing]);

  const take = useCallback(async (opening: Promise<OpenedFile | null>) => {
    setError(null);
    setIsOpening(true);
    try {
      const file = await opening;
      if (file === null) return;
      setStarted(null);
      setUndoing(null);
      setOpen({
        file,
        mapping: file.mapping,
        isOrderOpen: file.isDateOrderAmbiguous,
        isDecimalOpen: file.isDecimalAmbiguous,
        checkJobId: null,
      });
    } catch (caught) {
      setError(caught);
    } finally {
      setIsOpening(false);
    }
  }, []);

  const startedJob = useJob(started?.jobId ?? null);
  const undoJob = useJob(undoing?.jobId ?? null);
  const isFileOver = useFileDrop((file) => {
    go(PLACES.import);
    // One file at a time: the running import stays in view.
    if (startedJob.data?.state !== 'running' && undoJob.data?.state !== 'running')
      void take(bridge().openDropped(file).then(unwrap));
  });

  const session = useMemo((): ImportSession => {
    const begin = async (dryRun: boolean) => {
      if (!open) return;
      const { fileToken, fileName } = open.file;
      setError(null);
      try {
        const { jobId } = await call('import.start', { fileToken, mapping: open.mapping, dryRun });
        if (dryRun) setOpen({ ...open, checkJobId: jobId });
        else setStarted({ jobId, fileName });
      } catch (caught) {
        setError(caught);
      }
    };
    return {
      open,
      started,
      error,
      isOpening,
      isFileOver,
      kind,
      undoing,
      chooseKind: setKind,
      pick: () => void take(call('import.pickFile', kind === null ? {} : { kind })),
      reopen: (asKind, sheet) => {
        if (open) void take(call('import.reopen', { fileToken: open.file.fileToken, kind: asKind, sheet }));
      },
      change: (mapping, answered) => {
        setError(null);
        setOpen((known) =>
          known === null
            ? null
            : {
                ...known,
                mapping,
                checkJobId: null,
                isOrderOpen: known.isOrderOpen && answered !== 'order',
                isDecimalOpen: known.isDecimalOpen && answered !== 'decimal',
              },
        );
      },
      check: () => void begin(true),
      backToMapping: () => {
        setError(null);
        setStarted(null);
        setOpen((known) => (known === null ? null : { ...known, checkJobId: null }));
      },
      start: () => void begin(false),
      undo: (batchId, fileName) => {
        setError(null);
        void call('import.undo', { batchId }).then(({ jobId }) => setUndoing({ jobId, fileName }), setError);
      },
      putAway: () => {
        setError(null);
        setStarted(null);
        setUndoing(null);
        setOpen(null);
      },
    };
  }, [open, started, undoing, kind, error, isOpening, isFileOver, take]);

  return <SessionContext value={session}>{children}</SessionContext>;
}
