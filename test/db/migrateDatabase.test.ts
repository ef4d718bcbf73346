import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect } from '../../db/driver.ts';
import { createDatabase, migrateDatabase } from '../../db/migrateDatabase.ts';
import { CREATE_LEDGER, LEDGER_TABLE } from '../../db/migrationLedger.ts';
import { APPLICATION_ID, openDatabase } from '../../db/openDatabase.ts';
import { newUid } from '../../db/uid.ts';
import { acquireWriterLock } from '../../db/writerLock.ts';
import {
  contentOf,
  contentOfFile,
  KEY,
  type MigrationText,
  NOW_MS,
  newDatabaseFile,
  open,
  realMigrations,
  refusal,
  tempDir,
  writeMigrations,
} from './support/databases.ts';

const REAL = realMigrations();
const DAY_MS = 86_400_000;

/** A database on which only the first `count` migrations ran, with real rows once there are tables. */
function olderFile(count: number, key: Uint8Array | null = KEY): string {
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

function migrate(file: string, migrationsDir?: string, key: Uint8Array | null = KEY) {
  const backupsDir = join(dirname(file), 'backups');
  return migrateDatabase({
    file,
    key,
    backupsDir,
    nowMs: NOW_MS,
    ...(migrationsDir ? { migrationsDir } : {}),
  });
}

function backupsOf(file: string): string[] {
  const folder = join(dirname(file), 'backups');
  return statSync(folder, { throwIfNoEntry: false })
    ? readdirSync(folder).map((name) => join(folder, name))
    : [];
}

describe('every migration', () => {
  it('keeps every ordinary table STRICT, and the foreign keys and indices whole', () => {
    for (let count = 1; count <= REAL.length; count++) {
      const db = open(olderFile(count));
      const tables = db.sqlite.pragma('table_list') as { name: string; type: string; strict: number }[];
      const loose = tables.filter(
        ({ name, type, strict }) => type === 'table' && strict === 0 && !name.startsWith('sqlite_'),
      );
      expect(loose, `after ${count} migrations`).toEqual([]);
      expect(db.sqlite.pragma('foreign_key_check')).toEqual([]);
      expect(db.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    }
  });

  it('brings each older, populated schema to exactly the schema of a new database, rows untouched', () => {
    const schemaOf = (file: string) =>
      JSON.parse(contentOfFile(file))[0] as { name: string; sql: string | null }[];
    // ALTER TABLE writes a new column at the end of the text, so columns are compared by name.
    const shapeOf = (file: string) => {
      const db = openDatabase({ file, key: KEY, mode: 'read' });
      const shape = schemaOf(file).map(({ name }) => [
        name,
        (db.sqlite.pragma(`table_xinfo("${name}")`) as { name: string }[])
          .map((column) => JSON.stringify({ ...column, cid: 0 }))
          .sort(),
        db.sqlite.pragma(`foreign_key_list("${name}")`),
      ]);
      db.close();
      return shape;
    };
    const fresh = shapeOf(newDatabaseFile());
    for (let count = 1; count < REAL.length; count++) {
      const file = olderFile(count);
      const before = JSON.parse(contentOfFile(file))[1] as [string, unknown[][]][];
      const { applied, backupFile } = migrate(file);
      expect(applied).toEqual(REAL.slice(count).map(({ tag }) => tag));
      expect(shapeOf(file)).toEqual(fresh);
      const after = new Map(JSON.parse(contentOfFile(file))[1] as [string, unknown[][]][]);
      for (const [table, rows] of before) {
        if (table === LEDGER_TABLE) continue;
        const kept = after.get(table)!.map((row, index) => row.slice(0, rows[index]!.length));
        expect(kept, table).toEqual(rows);
      }
      expect(contentOfFile(backupFile!)).not.toBe(contentOfFile(file));
    }
  });

  it('fills the summary rows of visits recorded before there were any', () => {
    const file = olderFile(1);
    migrate(file);
    const db = open(file);
    const sums = (sql: string) => db.sqlite.prepare(sql).raw().get();
    const net =
      'coalesce(sum(amount_minor), 0) FROM visit_line JOIN visit ON visit.id = visit_id WHERE cancelled_at_ms IS NULL';
    expect(sums('SELECT sum(net_minor) FROM customer_total')).toEqual(
      sums(`SELECT ${net} AND customer_id IS NOT NULL`),
    );
    expect(sums('SELECT sum(net_minor) FROM walk_in_month')).toEqual(
      sums(`SELECT ${net} AND customer_id IS NULL`),
    );
    // Visits 13, 26, ... hold a refund alone and are no occasion; 5, 10, ... hold nothing yet and are one.
    const counted = Array.from({ length: 200 }, (_, n) => n + 1).filter(
      (id) => id % 7 !== 0 && id % 11 !== 0 && id % 13 !== 0,
    );
    expect(sums('SELECT sum(visits) FROM customer_total')).toEqual([counted.length]);
  });

  it('runs once: the second time nothing is pending and no backup is made', () => {
    const file = olderFile(1);
    expect(migrate(file).applied).toHaveLength(REAL.length - 1);
    const content = contentOfFile(file);
    expect(migrate(file)).toEqual({ applied: [], backupFile: null });
    expect(contentOfFile(file)).toBe(content);
    expect(backupsOf(file)).toHaveLength(1);
  });

  it('names each backup of its own', () => {
    const file = olderFile(1);
    const broken = breakStatement(1, 0);
    refusal(() => migrate(file, broken));
    refusal(() => migrate(file, broken));
    migrate(file);
    expect(new Set(backupsOf(file)).size).toBe(3);
  });
});

/** The real migrations with one statement that does its work and then fails. */
function breakStatement(migration: number, statement: number): string {
  const texts: MigrationText[] = REAL.map(({ tag, statements }) => ({ tag, statements: [...statements] }));
  texts[migration]!.statements[statement] += '\n;INSERT INTO no_such_table VALUES (1);';
  return writeMigrations(texts);
}

describe('a migration that fails', () => {
  const everyStatement = REAL.flatMap(({ tag, statements }, migration) =>
    statements.map((_, statement) => ({ tag, migration, statement })),
  );

  it.each(everyStatement)(
    'at statement $statement of $tag leaves an older database as it was',
    ({ tag, migration, statement }) => {
      const key = statement % 2 === 0 ? KEY : null;
      const file = olderFile(migration, key);
      const before = contentOfFile(file, key);
      const error = refusal(() => migrate(file, breakStatement(migration, statement), key));
      expect(error.code).toBe('database.migrationFailed');
      expect(error.params).toMatchObject({ file, tag, statement: statement + 1 });
      expect(error.params.reason).toContain('no_such_table');
      expect(contentOfFile(file, key)).toBe(before);

      const backups = backupsOf(file);
      if (migration === 0) {
        expect(backups).toEqual([]);
      } else {
        expect(backups).toEqual([error.params.backupFile]);
        expect(contentOfFile(backups[0]!, key)).toBe(before);
      }
      expect(migrate(file, undefined, key).applied).toEqual(REAL.slice(migration).map((text) => text.tag));
    },
  );

  it.each(everyStatement.filter(({ migration }) => migration > 0))(
    'at statement $statement of $tag takes the migrations before it back as well',
    ({ migration, statement }) => {
      const file = olderFile(0);
      const before = contentOfFile(file);
      expect(refusal(() => migrate(file, breakStatement(migration, statement))).code).toBe(
        'database.migrationFailed',
      );
      expect(contentOfFile(file)).toBe(before);
    },
  );

  it('because it orphans rows, although foreign keys are off while it runs', () => {
    const file = olderFile(1);
    const before = contentOfFile(file);
    const migrationsDir = writeMigrations([
      REAL[0]!,
      { tag: '0001_careless', statements: ['DELETE FROM customer WHERE id = 3'] },
    ]);
    const error = refusal(() => migrate(file, migrationsDir));
    expect(error.code).toBe('database.migrationFailed');
    expect(error.params.reason).toMatch(/foreign keys broken/);
    expect(contentOfFile(file)).toBe(before);
  });

  it('because it ends the transaction itself: the backup is there to go back to', () => {
    const file = olderFile(1);
    const before = contentOfFile(file);
    const migrationsDir = writeMigrations([
      REAL[0]!,
      { tag: '0001_commits', statements: ['COMMIT', 'DROP TABLE opinion'] },
    ]);
    const error = refusal(() => migrate(file, migrationsDir));
    expect(error.params.reason).toMatch(/ended the transaction/);
    expect(contentOfFile(String(error.params.backupFile))).toBe(before);
  });
});

describe('rebuilding a parent table', () => {
  it('keeps its children, which Drizzle own runner would delete', () => {
    const file = olderFile(1);
    const migrationsDir = writeMigrations([
      REAL[0]!,
      {
        tag: '0001_rebuild',
        statements: [
          'PRAGMA foreign_keys=OFF;',
          'CREATE TABLE __new_customer (id integer PRIMARY KEY NOT NULL, display_name text NOT NULL) STRICT;',
          'INSERT INTO __new_customer SELECT id, display_name FROM customer;',
          'DROP TABLE customer;',
          'ALTER TABLE __new_customer RENAME TO customer;',
          'PRAGMA foreign_keys=ON;',
        ],
      },
    ]);
    migrate(file, migrationsDir);
    const db = open(file);
    expect(db.sqlite.prepare('SELECT count(*) FROM visit').pluck().get()).toBe(200);
    expect(db.sqlite.prepare('SELECT count(*) FROM customer').pluck().get()).toBe(20);
    expect(db.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
  });
});

describe('a database this program must not touch', () => {
  it('a newer one is refused and stays as it was, byte for byte', () => {
    const file = olderFile(REAL.length);
    const newer = writeMigrations([
      ...REAL,
      { tag: '9000_tomorrow', statements: ['CREATE TABLE t (a TEXT) STRICT'] },
    ]);
    migrate(file, newer);
    const backups = backupsOf(file);
    const before = readFileSync(file);
    expect(refusal(() => migrate(file)).code).toBe('database.newer');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(backupsOf(file)).toEqual(backups);
  });

  it('one with another history is foreign', () => {
    const file = olderFile(1);
    const before = readFileSync(file);
    const changed = [
      { tag: REAL[0]!.tag, statements: [...REAL[0]!.statements, 'SELECT 1'] },
      ...REAL.slice(1),
    ];
    expect(refusal(() => migrate(file, writeMigrations(changed))).code).toBe('database.foreign');
    const renamed = [{ ...REAL[0]!, tag: '0000_other' }, ...REAL.slice(1)];
    expect(refusal(() => migrate(file, writeMigrations(renamed))).code).toBe('database.foreign');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('line ends of a Windows checkout are no other history', () => {
    const file = olderFile(1);
    const crlf = REAL.map(({ tag, statements }) => ({
      tag,
      statements: statements.map((text) => text.replaceAll('\n', '\r\n')),
    }));
    expect(migrate(file, writeMigrations(crlf)).applied).toHaveLength(REAL.length - 1);
  });

  it.each([
    ['of another program', 0, 'CREATE TABLE customer (id INTEGER)'],
    ['with our mark but tables we did not make', APPLICATION_ID, 'CREATE TABLE customer (id INTEGER)'],
    [
      'with our mark and another history',
      APPLICATION_ID,
      `${CREATE_LEDGER}; INSERT INTO ${LEDGER_TABLE} VALUES (0, 'x', 'y', 0)`,
    ],
  ])('one %s is foreign and stays as it was', (_, applicationId, sql) => {
    const file = join(tempDir(), 'foreign.revino');
    const sqlite = connect(file, { readonly: false, timeoutMs: 0 });
    sqlite.pragma(`application_id = ${applicationId}`);
    sqlite.exec(sql);
    sqlite.close();
    const before = readFileSync(file);
    expect(refusal(() => migrate(file, undefined, null)).code).toBe('database.foreign');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(backupsOf(file)).toEqual([]);
  });

  it('a damaged one is refused before anything is written', () => {
    const file = olderFile(1, null);
    const db = openDatabase({ file, key: null, mode: 'write' });
    const root = db.sqlite
      .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'visit_line'")
      .pluck()
      .get() as number;
    db.close();
    const bytes = readFileSync(file);
    bytes.fill(0xff, (root - 1) * 4096 + 100, root * 4096);
    writeFileSync(file, bytes);
    expect(refusal(() => migrate(file, undefined, null)).code).toBe('database.corrupt');
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(backupsOf(file)).toEqual([]);
  });

  it('one whose foreign keys were broken elsewhere is refused', () => {
    const file = olderFile(1);
    const db = openDatabase({ file, key: KEY, mode: 'write' });
    db.sqlite.pragma('foreign_keys = OFF');
    db.sqlite.exec('DELETE FROM customer WHERE id = 5');
    db.close();
    const before = contentOfFile(file);
    expect(refusal(() => migrate(file)).code).toBe('database.corrupt');
    expect(contentOfFile(file)).toBe(before);
  });

  it('one another process writes to is in use', () => {
    const file = olderFile(1);
    const lock = acquireWriterLock(file);
    expect(refusal(() => migrate(file)).code).toBe('database.inUse');
    expect(
      migrateDatabase({ file, key: KEY, backupsDir: join(dirname(file), 'backups'), nowMs: NOW_MS, lock })
        .applied,
    ).toHaveLength(REAL.length - 1);
    expect(refusal(() => acquireWriterLock(file)).code).toBe('database.inUse');
    lock.release();
    expect(migrate(file).applied).toEqual([]);
  });

  it('a backup that cannot be made stops the migration', () => {
    const file = olderFile(1);
    const before = contentOfFile(file);
    const notAFolder = join(tempDir(), 'backups');
    writeFileSync(notAFolder, '');
    const error = refusal(() => migrateDatabase({ file, key: KEY, backupsDir: notAFolder, nowMs: NOW_MS }));
    expect(error.code).toBe('database.backupFailed');
    expect(contentOfFile(file)).toBe(before);
  });
});

describe('a new database', () => {
  it('appears complete or not at all', () => {
    const folder = tempDir();
    const file = join(folder, 'shop.revino');
    const options = { file, key: KEY, backupsDir: join(folder, 'backups'), nowMs: NOW_MS };
    const last = REAL.length - 1;
    const broken = breakStatement(last, REAL[last]!.statements.length - 1);
    expect(refusal(() => createDatabase({ ...options, migrationsDir: broken })).code).toBe(
      'database.migrationFailed',
    );
    expect(readdirSync(folder)).toEqual(['shop.revino.lock']);
    createDatabase(options);
    expect(readdirSync(folder).sort()).toEqual(['shop.revino', 'shop.revino.lock']);
    const content = contentOfFile(file);
    expect(refusal(() => createDatabase(options)).code).toBe('database.alreadyExists');
    expect(contentOfFile(file)).toBe(content);
    const db = open(file);
    expect(contentOf(db.sqlite)).toBe(content);
  });

  it('is made beside what an interrupted attempt left', () => {
    const folder = tempDir();
    mkdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'shop.revino.creating'), 'half');
    newDatabaseFile(KEY, folder);
    expect(readdirSync(folder).sort()).toEqual(['backups', 'shop.revino', 'shop.revino.lock']);
  });
});
