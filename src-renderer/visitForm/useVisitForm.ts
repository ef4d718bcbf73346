/** The state of a visit's form: what is typed, what is wrong with it, and what it says. */
import { useRef, useState } from 'react';
import type { VisitMoment } from '../../src-shared/contract/visitContract.ts';
import { type Received, useAnswer } from '../api/procedures.ts';
import { useOpenShop } from '../api/shop.tsx';
import { useDraft } from '../ui/drafts.ts';
import { useWords } from '../ui/wordsContext.tsx';
import { useDateWords } from './useDateWords.ts';
import {
  emptyLine,
  type LineFaultName,
  type MomentFault,
  nextKey,
  type ReadLine,
  readLine,
  readMoment,
  readOwnValues,
  type VisitDraft,
  writtenLines,
} from './visitDraft.ts';

export interface VisitFaults {
  readonly lines: ReadonlyMap<number, LineFaultName>;
  readonly moment: MomentFault | null;
  readonly ownField: number | null;
}
const NO_FAULTS: VisitFaults = { lines: new Map(), moment: null, ownField: null };
const NO_PARTS: Received<'visit.formParts'> = { staff: [], offerings: [], ownFields: [], sealedMonths: [] };

export interface ReadVisit {
  readonly at: VisitMoment;
  /** Nothing was typed about when: it is now. */
  readonly isNow: boolean;
  readonly staffId: number | null;
  readonly note: string | null;
  readonly lines: ReadLine[];
  readonly ownValues: { fieldId: number; value: string }[];
}

export interface VisitForm {
  readonly draft: VisitDraft;
  readonly faults: VisitFaults;
  readonly parts: Received<'visit.formParts'>;
  readonly currency: string;
  readonly today: string;
  change(part: Partial<VisitDraft>): void;
  addLine(): void;
  /** Recorded or given up: nothing of it is kept. */
  drop(): void;
  /** What the form says; null when something is wrong, which is then shown. */
  read(): ReadVisit | null;
}

/** What is typed is kept under `draftKey` while it differs from `start`, which must stay the same value. */
export const useVisitForm = (draftKey: string, start: VisitDraft): VisitForm => {
  const words = useWords();
  const { shop, today } = useOpenShop();
  const dateWords = useDateWords();
  const { value: draft, change: changeDraft, drop } = useDraft(draftKey, start);
  const [faults, setFaults] = useState(NO_FAULTS);
  const isFaulty = useRef(false);
  const parts = useAnswer('visit.formParts', {}).data ?? NO_PARTS;
  const writing = { currency: shop.currency, locale: words.locale };

  const change = (part: Partial<VisitDraft>) => {
    changeDraft((known) => ({ ...known, ...part }));
    if (isFaulty.current) setFaults(NO_FAULTS);
    isFaulty.current = false;
  };

  const read = (): ReadVisit | null => {
    const written = writtenLines(draft.lines);
    const lineFaults = new Map<number, LineFaultName>();
    const lines: ReadLine[] = [];
    for (const line of written) {
      const said = readLine(line, written.length === 1, writing);
      if (typeof said === 'string') lineFaults.set(line.key, said);
      else lines.push(said);
    }
    const at = readMoment(draft, today, dateWords);
    const kinds = new Map<number, string>(parts.ownFields.map(({ fieldId, kind }) => [fieldId, kind]));
    const own = readOwnValues(draft.own, kinds, today, dateWords);
    const found: VisitFaults = {
      lines: lineFaults,
      moment: typeof at === 'string' ? at : null,
      ownField: Array.isArray(own) ? null : own.faultOf,
    };
    isFaulty.current = lineFaults.size > 0 || typeof at === 'string' || !Array.isArray(own);
    setFaults(found);
    if (isFaulty.current || typeof at === 'string' || !Array.isArray(own)) return null;
    return {
      at,
      isNow: draft.date.trim() === '' && draft.time.trim() === '',
      staffId: draft.staffId,
      note: draft.note.trim() || null,
      lines,
      ownValues: own,
    };
  };

  return {
    draft,
    faults,
    parts,
    currency: shop.currency,
    today,
    change,
    addLine: () => change({ lines: [...draft.lines, emptyLine(nextKey(draft.lines))] }),
    drop,
    read,
  };
};
