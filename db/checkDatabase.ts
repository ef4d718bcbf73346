/**
 * Says whether a database is sound, and what exactly is wrong if not. Looks only: it repairs nothing.
 */
import { RevinoError } from '../src-shared/contract/errors.ts';
import { tableNames } from './backupDatabase.ts';
import { toRevinoError } from './databaseError.ts';
import { CHECKOUT_MIGRATIONS_DIR, pendingMigrations, readMigrations } from './migrationLedger.ts';
import { type Database, openDatabase } from './openDatabase.ts';
import { brokenLinks } from './repositories/changeLog.ts';
import { brokenRules } from './repositories/soundness.ts';
import { countSummaryDifferences } from './repositories/summary.ts';
import { inReadTransaction } from './transaction.ts';

export const CHECK_KINDS = [
  'integrity',
  'foreignKey',
  'notStrict',
  'schema',
  'summary',
  'changeLog',
  'records',
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

export interface CheckProblem {
  readonly kind: CheckKind;
  /** Table or file part concerned; empty where SQLite does not say. */
  readonly where: string;
  /** Technical, in English: for the support person, beside the sentence in the owner's language. */
  readonly detail: string;
}

export interface CheckReport {
  readonly isSound: boolean;
  readonly problems: readonly CheckProblem[];
  /** Rows per table; empty when the file is too damaged to count. */
  readonly rowCounts: Readonly<Record<string, number>>;
  /** Migrations the database has not had yet; not a problem in itself. */
  readonly pendingMigrations: readonly string[];
}

const MOST_PROBLEMS_PER_KIND = 100;

/**
 * @param depth 'quick' skips comparing indices with their tables (integrity_check), which is the slow part
 * @throws RevinoError what `openDatabase` throws; `database.newer`, `database.foreign`
 */
export function checkDatabase(options: {
  readonly file: string;
  readonly key: Uint8Array | null;
  readonly migrationsDir?: string;
  readonly depth?: 'quick' | 'full';
}): CheckReport {
  const { file, key, migrationsDir = CHECKOUT_MIGRATIONS_DIR, depth = 'quick' } = options;
  const db = openedOrDamage(file, key);
  if (Array.isArray(db)) return { isSound: false, problems: db, rowCounts: {}, pendingMigrations: [] };
  try {
    const integrity = integrityProblems(db, depth);
    if (integrity.length > 0) {
      return { isSound: false, problems: integrity, rowCounts: {}, pendingMigrations: [] };
    }
    return inReadTransaction(db, () => {
      const { pending } = pendingMigrations(db.sqlite, readMigrations(migrationsDir), file);
      // Rows of an older schema are compared by the program that wrote them, not by this one.
      const problems = [...foreignKeyProblems(db), ...strictProblems(db)];
      if (pending.length === 0)
        problems.push(...summaryProblems(db), ...changeLogProblems(db), ...recordProblems(db));
      return {
        isSound: problems.length === 0,
        problems,
        rowCounts: rowCounts(db),
        pendingMigrations: pending.map(({ tag }) => tag),
      };
    });
  } catch (error) {
    throw toRevinoError(error, file);
  } finally {
    db.close();
  }
}

/** The database, or what its damage is where that keeps it from being opened at all. */
function openedOrDamage(file: string, key: Uint8Array | null): Database | CheckProblem[] {
  try {
    return openDatabase({ file, key, mode: 'read', cacheMb: 256 });
  } catch (error) {
    if (!(error instanceof RevinoError) || error.code !== 'database.corrupt') throw error;
    const detail = error.cause instanceof Error ? error.cause.message : error.message;
    return [{ kind: 'integrity', where: '', detail }];
  }
}

/** Damage found by reading is a finding, not a failure of the check. */
function integrityProblems(db: Database, depth: 'quick' | 'full'): CheckProblem[] {
  const pragma = depth === 'full' ? 'integrity_check' : 'quick_check';
  try {
    const rows = db.sqlite.pragma(`${pragma}(${MOST_PROBLEMS_PER_KIND})`) as Record<string, string>[];
    const findings = rows.flatMap((row) => Object.values(row)).filter((finding) => finding !== 'ok');
    return findings.map((detail) => ({ kind: 'integrity', where: '', detail }));
  } catch (error) {
    const known = toRevinoError(error, db.file);
    if (known instanceof RevinoError && known.code === 'database.corrupt') {
      return [
        { kind: 'integrity', where: '', detail: error instanceof Error ? error.message : String(error) },
      ];
    }
    throw known;
  }
}

function foreignKeyProblems(db: Database): CheckProblem[] {
  const rows = db.sqlite.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[];
  return rows.slice(0, MOST_PROBLEMS_PER_KIND).map(({ table, rowid, parent }) => ({
    kind: 'foreignKey',
    where: table,
    detail: `row ${rowid} points at a missing row of ${parent}`,
  }));
}

function strictProblems(db: Database): CheckProblem[] {
  const tables = db.sqlite.pragma('table_list') as {
    schema: string;
    name: string;
    type: string;
    strict: number;
  }[];
  return tables
    .filter(({ schema, type, name }) => schema === 'main' && type === 'table' && !name.startsWith('sqlite_'))
    .filter(({ strict }) => strict === 0)
    .map(({ name }) => ({ kind: 'notStrict', where: name, detail: 'the table is not STRICT' }));
}

function summaryProblems(db: Database): CheckProblem[] {
  return Object.entries(countSummaryDifferences(db))
    .filter(([, differences]) => differences > 0)
    .map(([table, differences]) => ({
      kind: 'summary',
      where: table,
      detail: `${differences} rows differ from the visits`,
    }));
}

function changeLogProblems(db: Database): CheckProblem[] {
  return brokenLinks(db, MOST_PROBLEMS_PER_KIND).map((id) => ({
    kind: 'changeLog',
    where: 'change_log',
    detail:
      id === 0
        ? 'rows at the end are missing'
        : `row ${id} was changed, or rows before it were taken out or put in`,
  }));
}

function recordProblems(db: Database): CheckProblem[] {
  return brokenRules(db).map(({ table, detail }) => ({ kind: 'records', where: table, detail }));
}

function rowCounts(db: Database): Record<string, number> {
  return Object.fromEntries(
    tableNames(db.sqlite).map((name) => [
      name,
      db.sqlite.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number,
    ]),
  );
}
