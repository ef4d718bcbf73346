/** What the last imports left in temporary files for their screens. People's data: gone with the next jobs, and at quitting. */
import { RevinoError } from '../../../src-shared/contract/errors.ts';
import type { DifferenceOutcome } from '../../../src-shared/contract/importContract.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import type { RejectedRow } from '../../importing/importFile.ts';
import {
  makeSpillFolder,
  readSpill,
  readSpillPage,
  removeSpillFolder,
} from '../../importing/rejectedSpill.ts';
import type { ImportSpills } from '../../worker/importSpills.ts';

/** A dry run and the import after it. */
const KEPT_JOBS = 2;
const NO_PAGE = 25;
const CSV_CHARACTERS = 64 * 1024;

interface Leaving {
  readonly folder: string;
  readonly spills: ImportSpills;
}

export class ImportLeavings {
  readonly #byJob = new Map<string, Leaving>();
  readonly #folders = new Set<string>();

  constructor() {
    process.once('exit', () => {
      for (const folder of this.#folders) removeSpillFolder(folder);
    });
  }

  makeFolder(): string {
    const folder = makeSpillFolder();
    this.#folders.add(folder);
    return folder;
  }

  keep(jobId: string, folder: string, spills: ImportSpills): void {
    this.#byJob.set(jobId, { folder, spills });
    const [oldest] = this.#byJob;
    if (this.#byJob.size > KEPT_JOBS && oldest !== undefined) {
      this.#byJob.delete(oldest[0]);
      this.drop(oldest[1].folder);
    }
  }

  drop(folder: string): void {
    removeSpillFolder(folder);
    this.#folders.delete(folder);
  }

  /** Those of imports that have ended; one that is running takes its own away. */
  dropAll(): void {
    for (const { folder } of this.#byJob.values()) this.drop(folder);
    this.#byJob.clear();
  }

  /** @throws RevinoError `job.unknown` */
  of(jobId: string): ImportSpills {
    const leaving = this.#byJob.get(jobId);
    if (!leaving) throw new RevinoError('job.unknown');
    return leaving.spills;
  }

  /** @throws RevinoError `job.unknown` */
  page<T>(jobId: string, outcome: DifferenceOutcome, page: number) {
    const spill = this.of(jobId).differences[outcome] ?? null;
    if (spill === null) return { rows: [], total: 0, pageSize: NO_PAGE };
    return { rows: readSpillPage<T>(spill, page), total: spill.count, pageSize: spill.pageSize };
  }

  /** The file of rejected rows, in pieces. @throws RevinoError `job.unknown` */
  async *rejectedCsv(jobId: string, words: Words): AsyncGenerator<string> {
    const { rejected, shape } = this.of(jobId);
    if (rejected === null || shape === null) return;
    const { rejectedCsvHeader, rejectedCsvLine } = await import('../../importing/rejectedCsv.ts');
    let text = rejectedCsvHeader(shape, words);
    for (const row of readSpill<RejectedRow>(rejected)) {
      text += rejectedCsvLine(row, shape, words);
      if (text.length < CSV_CHARACTERS) continue;
      yield text;
      text = '';
    }
    yield text;
  }
}
