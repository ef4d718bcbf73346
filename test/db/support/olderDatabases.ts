/** Databases as an earlier version of the program left them, and migrations that fail on purpose. */
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { migrateDatabase } from '../../../db/migrateDatabase.ts';
import { openDatabase } from '../../../db/openDatabase.ts';
import { newUid } from '../../../db/uid.ts';
import { KEY, type MigrationText, NOW_MS, realMigrations, tempDir, writeMigrations } from './databases.ts';

export const REAL = realMigrations();
const DAY_MS = 86_400_000;

/** A database on which only the first `count` migrations ran, with real rows once there are tables. */
export function olderFile(count: number, key: Uint8Array | null = KEY): string {
  const folder = tempDir();
  const file = join(folder, 'shop.revino');
  const db = openDatabase({ file, key, mode: 'write', create: true });
  db.close();
  if (count > 0) {
    const migrationsDir = writeMigrations(REAL.slice(0, count));
    migrateDatabase({ file, key, migrationsDir, backupsDir: join(folder, 'backups'), nowMs: NOW_MS });
    populate(file, key);
  }
  return file;
}

/** Rows of the first schema, by its own names: people, walk-ins, refunds, a cancelled visit, an empty one. */
function populate(file: string, key: Uint8Array | null): void {
  const db = openDatabase({ file, key, mode: 'write' });
  const run = (sql: string, ...values: unknown[]) => db.sqlite.prepare(sql).run(...values);
  db.sqlite.transaction(() => {
    run(
      `INSERT INTO shop (id, uid, name, currency, time_zone, locale, is_history_complete, is_demo, created_at_ms)
       VALUES (1, ?, 'Zakład Świętej Łucji', 'PLN', 'Europe/Warsaw', 'pl', 1, 0, ?)`,
      newUid(),
      NOW_MS,
    );
    run("INSERT INTO setting VALUES ('theme', '{\"dark\":true}')");
    run(
      "INSERT INTO offering (uid, name, folded_name, created_at_ms) VALUES (?, 'Strzyżenie', 'strzyzenie', 0)",
      newUid(),
    );
    for (let id = 1; id <= 20; id++) {
      run(
        'INSERT INTO customer (uid, external_id, display_name, recommended_by_customer_id, created_at_ms) VALUES (?, ?, ?, ?, ?)',
        newUid(),
        `K${id}`,
        `Łucja ${id}`,
        id > 1 ? id - 1 : null,
        NOW_MS,
      );
      run('INSERT INTO customer_token VALUES (?, ?)', 'lucja', id);
    }
    for (let id = 1; id <= 200; id++) {
      const atMs = Date.UTC(2024, 0, 1) + id * 3 * DAY_MS;
      run(
        `INSERT INTO visit (uid, customer_id, occurred_at_ms, business_date, source, created_at_ms, cancelled_at_ms)
         VALUES (?, ?, ?, ?, 'desk', ?, ?)`,
        newUid(),
        id % 7 === 0 ? null : (id % 20) + 1,
        atMs,
        new Date(atMs).toISOString().slice(0, 10),
        NOW_MS,
        id % 11 === 0 ? NOW_MS : null,
      );
      const line =
        'INSERT INTO visit_line (visit_id, offering_id, quantity_thousandths, amount_minor) VALUES (?, 1, ?, ?)';
      if (id % 13 === 0) run(line, id, -1000, -500);
      else if (id % 5 !== 0) for (let n = 0; n <= id % 2; n++) run(line, id, 1000, 1000 + id);
    }
    run(
      "INSERT INTO opinion (uid, customer_id, visit_id, business_date, at_ms, nps, created_at_ms) VALUES (?, 2, 1, '2024-01-04', 0, 9, 0)",
      newUid(),
    );
  })();
  db.close();
}

export function migrate(file: string, migrationsDir?: string, key: Uint8Array | null = KEY) {
  const backupsDir = join(dirname(file), 'backups');
  return migrateDatabase({
    file,
    key,
    backupsDir,
    nowMs: NOW_MS,
    ...(migrationsDir ? { migrationsDir } : {}),
  });
}

export function backupsOf(file: string): string[] {
  const folder = join(dirname(file), 'backups');
  return statSync(folder, { throwIfNoEntry: false })
    ? readdirSync(folder).map((name) => join(folder, name))
    : [];
}

/** The real migrations with one statement that does its work and then fails. */
export function breakStatement(migration: number, statement: number): string {
  const texts: MigrationText[] = REAL.map(({ tag, statements }) => ({ tag, statements: [...statements] }));
  texts[migration]!.statements[statement] += '\n;INSERT INTO no_such_table VALUES (1);';
  return writeMigrations(texts);
}
