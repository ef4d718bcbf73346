/** Takes a table out: main asks where, the job in the bar says how far it is and what came of it, a refusal is a notice. */
import type { ExportFormat, ExportSubject } from '../../src-shared/contract/exportContract.ts';
import { useCommand } from '../api/procedures.ts';
import { useNotices } from './notices.tsx';

export interface Exporting {
  readonly start: (subject: ExportSubject, format: ExportFormat) => void;
  /** The question where to save is open. */
  readonly isAsking: boolean;
}

export const useExport = (): Exporting => {
  const { mutate, isPending } = useCommand('export.start');
  const { fail } = useNotices();
  return {
    start: (subject, format) => mutate({ subject, format }, { onError: fail }),
    isAsking: isPending,
  };
};
