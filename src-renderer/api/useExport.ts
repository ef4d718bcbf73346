/** Takes a table out: main asks where, and the job says in the job tray how far it is and what came of it. */
import type { ExportFormat, ExportSubject } from '../../src-shared/contract/exportContract.ts';
import { useCommand } from './procedures.ts';

export interface Exporting {
  readonly start: (subject: ExportSubject, format: ExportFormat) => void;
  readonly isAsking: boolean;
  readonly error: unknown;
}

export const useExport = (): Exporting => {
  const { mutate, isPending, error } = useCommand('export.start');
  return {
    start: (subject, format) => mutate({ subject, format }),
    isAsking: isPending,
    error,
  };
};
