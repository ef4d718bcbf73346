import { describe, expect, it } from 'vitest';
import { LEDGER_TABLE } from '../../db/migrationLedger.ts';
import { openDatabase } from '../../db/openDatabase.ts';
import { contentOfFile, KEY, newDatabaseFile, open, refusal, writeMigrations } from './support/databases.ts';
import { backupsOf, breakStatement, migrate, olderFile, REAL } from './support/olderDatabases.ts';

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
