// db/schema (what the code believes) and db/migrations (what databases get) must say the same.
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { tableNames } from '../../db/backupDatabase.ts';
import { CHECKOUT_MIGRATIONS_DIR, LEDGER_TABLE } from '../../db/migrationLedger.ts';
import { ALL_TABLES } from '../../db/schema/allTables.ts';
import { newDatabaseFile, open, tempDir } from './support/databases.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const tables = ALL_TABLES.map((table) => getTableConfig(table));

describe('the migrated database', () => {
  it('has the tables, columns, checks and indices of the schema files, and no others', () => {
    const db = open(newDatabaseFile());
    expect(tableNames(db.sqlite)).toEqual([...tables.map(({ name }) => name), LEDGER_TABLE].sort());
    for (const { name, columns, checks, indexes } of tables) {
      const found = db.sqlite.pragma(`table_info("${name}")`) as {
        name: string;
        type: string;
        notnull: number;
        pk: number;
      }[];
      const describeColumn = (column: { name: string; type: string; isRequired: boolean }) =>
        `${column.name} ${column.type.toUpperCase()}${column.isRequired ? ' NOT NULL' : ''}`;
      expect(
        found
          .map((column) => describeColumn({ ...column, isRequired: column.notnull === 1 || column.pk > 0 }))
          .sort(),
      ).toEqual(
        columns
          .map((column) =>
            describeColumn({
              name: column.name,
              type: column.getSQLType(),
              isRequired: column.notNull || column.primary,
            }),
          )
          .sort(),
      );
      const sql = db.sqlite
        .prepare('SELECT sql FROM sqlite_schema WHERE name = ?')
        .pluck()
        .get(name) as string;
      for (const each of checks) expect(sql).toContain(`CONSTRAINT "${each.name}" CHECK`);
      const indices = db.sqlite.pragma(`index_list("${name}")`) as { name: string; origin: string }[];
      expect(
        indices
          .filter(({ origin }) => origin === 'c')
          .map((index) => index.name)
          .sort(),
      ).toEqual(indexes.map((index) => index.config.name).sort());
    }
  });

  it('has no triggers but those that keep the ledger of benefits from being changed', () => {
    const db = open(newDatabaseFile());
    const triggers = db.sqlite
      .prepare("SELECT name, tbl_name AS tableName FROM sqlite_schema WHERE type = 'trigger' ORDER BY name")
      .all();
    expect(triggers).toEqual([
      { name: 'benefit_entry_is_never_changed', tableName: 'benefit_entry' },
      { name: 'benefit_entry_is_never_deleted', tableName: 'benefit_entry' },
    ]);
  });

  it('needs no further migration: drizzle-kit finds nothing to generate', () => {
    const folder = tempDir();
    const out = join(folder, 'migrations');
    cpSync(CHECKOUT_MIGRATIONS_DIR, out, { recursive: true });
    const schema = join(ROOT, 'db', 'schema', '*.ts');
    // drizzle-kit takes `out` as relative to where it runs, whatever it looks like.
    writeFileSync(
      join(folder, 'drizzle.config.json'),
      JSON.stringify({ dialect: 'sqlite', schema, out: 'migrations' }),
    );
    const kit = join(ROOT, 'node_modules', 'drizzle-kit', 'bin.cjs');
    const said = execFileSync(process.execPath, [kit, 'generate', '--config=drizzle.config.json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(said).toContain('No schema changes');
    expect(readdirSync(out).sort()).toEqual(readdirSync(CHECKOUT_MIGRATIONS_DIR).sort());
  });

  it('answers the frequent questions from indices alone', () => {
    const db = open(newDatabaseFile());
    const plan = (sql: string) =>
      (db.sqlite.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[])
        .map(({ detail }) => detail)
        .join('; ');
    expect(
      plan(
        'SELECT customer_id, business_date, id FROM visit WHERE customer_id > 1 AND customer_id <= 9 AND cancelled_at_ms IS NULL ORDER BY customer_id, business_date',
      ),
    ).toBe('SEARCH visit USING COVERING INDEX visit_customer_day_index (customer_id>? AND customer_id<?)');
    expect(plan("SELECT customer_id FROM customer_token WHERE token >= 'a' AND token < 'b'")).toMatch(
      /^SEARCH customer_token USING PRIMARY KEY/,
    );
    expect(plan("SELECT id FROM customer WHERE external_id = 'x'")).toMatch(/customer_external_id_index/);
    expect(
      plan("SELECT id FROM customer WHERE phone_e164 IS NOT NULL AND instr(phone_e164, '1') > 0"),
    ).toMatch(/COVERING INDEX customer_phone_index/);
    expect(
      plan(
        "SELECT id FROM visit WHERE receipt = 'x' AND customer_id IS NULL AND business_date = 'y' ORDER BY id LIMIT 1",
      ),
    ).toMatch(/visit_receipt_index/);
    expect(plan("SELECT id FROM visit WHERE uid = x'00' AND source = 'desk'")).toMatch(
      /visit_desk_uid_index/,
    );
    expect(plan('SELECT sum(amount_minor) FROM visit_line WHERE visit_id = 1')).toMatch(
      /visit_line_visit_index/,
    );
  });
});
