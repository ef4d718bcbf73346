/** Wrong words, keys, refusals: exit codes, one clear line in the language, nothing on standard output. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src-main/cli/options.ts';
import type { ReportData } from '../../src-shared/contract/reportContract.ts';
import { type PrintedPage, printedPageSchema } from '../../src-shared/contract/reportContract.ts';
import { tempDir } from '../db/support/databases.ts';
import { cdnow, fixture } from '../importing/support.ts';
import { INIT, inProcess, json, plainShop, type Ran, revino } from './support.ts';

describe('wrong usage ends with 2', () => {
  it.each([
    [[]],
    [['frobnicate']],
    [['segments', '--db', 'x']],
    [['metrics']],
    [['metrics', '--db']],
    [['metrics', '--db', '--json']],
    [['metrics', '--db', 'x', '--as-of', '31.10.2026']],
    [['metrics', '--db', 'x', '--as-of', '2026-02-30']],
    [['metrics', '--db', 'x', '--as-of', '0001-01-01']],
    [['demo', '--db', 'x', '--customers', '1', '--years', '1', '--seed', '1', '--until', '0001-06-01']],
    [['metrics', '--db', 'x', '--colour', 'red']],
    [['metrics', '--db', 'x', 'more']],
    [['metrics', '-d', 'x']],
    [['metrics', '--db', 'x', '--json=yes']],
    [['cohorts', '--db', 'x', '--kind', 'modern']],
    [['cohorts', '--db', 'x', '--by', 'week']],
    [['import', '--db', 'x']],
    [['import', 'a.csv', 'b.csv', '--db', 'x']],
    [['import', 'a.csv', '--db', 'x', '--kind', 'sales']],
    [['init', '--db', 'x', '--currency', 'PLN', '--time-zone', 'Europe/Warsaw']],
    [['init', '--db', 'x', ...INIT]],
    [['init', '--db', 'x', ...INIT, '--key-file', 'k', '--no-encryption']],
    [['init', '--db', 'x', ...INIT, '--no-encryption', '--history', 'some']],
    [['demo', '--db', 'x', '--customers', '-3', '--years', '1', '--seed', '1', '--no-encryption']],
    [['demo', '--db', 'x', '--customers', 'many', '--years', '1', '--seed', '1', '--no-encryption']],
    [['report', '--db', 'x', '--month', '2026-13', '--out', 'a.pdf']],
    [['report', '--db', 'x', '--month', '2026-10', '--out', 'a.pdf', '--sections', 'figures,everything']],
    [['report', '--db', 'x', '--month', '2026-10', '--out', 'a.pdf', '--sections', '']],
    [['report', '--db', 'x', '--month', '2026-10', '--out', 'a.pdf', '--paper', 'a5']],
    [['check', '--db', 'x', '--locale', 'de']],
  ])('revino %j', async (argv) => {
    const { code, stdout, stderr } = await inProcess(argv);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain('--help');
  });

  it('a window without a day', async () => {
    const file = await plainShop();
    await inProcess(['import', cdnow('CDNOW_sample.txt'), '--db', file]);
    const { code } = await inProcess(['metrics', '--db', file, '--from', '1998-07-01', '--to', '1998-06-01']);
    expect(code).toBe(2);
  });

  it('as a process, in the language of the system', async () => {
    const { code, stdout, stderr } = await revino(['import', '--db', 'x'], { env: { LANG: 'pl_PL.UTF-8' } });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe('Podaj plik do wczytania. Zobacz: revino import --help\n');
  });
});

describe('help', () => {
  it.each(['en', 'pl', 'ro'])('in %s lists every command and option once', async (locale) => {
    const general = await inProcess(['--help', '--locale', locale]);
    expect(general.code).toBe(0);
    for (const command of COMMANDS) {
      expect(general.stdout).toContain(`  ${command} `);
      const { code, stdout } = await inProcess([command, '--help', '--locale', locale]);
      expect(code).toBe(0);
      expect(stdout).toContain(`revino ${command}`);
      expect(stdout).toContain('--no-encryption');
    }
    expect(general.stdout).not.toMatch(/segments|forecast/);
  });
});

describe('refusals end with 1 and one line', () => {
  const expectRefused = (ran: Ran, text: string) => {
    expect(ran.code).toBe(1);
    expect(ran.stdout).toBe('');
    expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(ran.stderr).toContain(text);
  };

  it('a database that is not there, and none is made', async () => {
    const file = join(tempDir(), 'gone.revino');
    for (const command of [['metrics'], ['check'], ['import', fixture('receipts.csv')]]) {
      expectRefused(await inProcess([...command, '--db', file]), 'There is no Revino database at');
    }
    expect(existsSync(file)).toBe(false);
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  it('init over an existing file', async () => {
    const file = await plainShop();
    const before = readFileSync(file);
    expectRefused(
      await inProcess(['init', '--db', file, ...INIT, '--no-encryption']),
      'There already is a file',
    );
    expectRefused(
      await inProcess([
        'demo',
        '--db',
        file,
        '--customers',
        '5',
        '--years',
        '1',
        '--seed',
        '1',
        '--no-encryption',
      ]),
      'There already is a file',
    );
    expect(readFileSync(file)).toEqual(before);
  });

  it('init that fails leaves nothing behind', async () => {
    const folder = tempDir();
    const shop = ['--db', join(folder, 'a.revino'), '--key-file', join(folder, 'key')];
    const init = (currency: string, zone: string) =>
      inProcess(['init', ...shop, '--shop', 'A', '--currency', currency, '--time-zone', zone]);
    expectRefused(await init('XQX', 'Europe/Warsaw'), 'does not know the currency XQX');
    for (const name of ['  ', '\u200b', '\u0301'])
      expect(
        await inProcess([
          'init',
          ...shop,
          '--currency',
          'PLN',
          '--time-zone',
          'Europe/Warsaw',
          '--shop',
          name,
        ]),
      ).toMatchObject({ code: 2, stderr: expect.stringContaining('--shop') });
    expectRefused(await init('PLN', 'Europe/Atlantis'), 'does not know the time zone Europe/Atlantis');
    expect(readdirSync(folder).filter((name) => !name.endsWith('.lock'))).toEqual([]);
    expectRefused(
      await inProcess(['init', '--db', join(folder, 'no', 'where.revino'), ...INIT, '--no-encryption']),
      'may not write',
    );
  });

  it('a file of another program, a damaged one', async () => {
    const folder = tempDir();
    const file = join(folder, 'text.revino');
    writeFileSync(file, 'this is not a database, whatever its name says');
    expect((await inProcess(['check', '--db', file])).code).toBe(1);
    const damaged = await plainShop();
    await inProcess(['import', cdnow('CDNOW_sample.txt'), '--db', damaged]);
    const bytes = readFileSync(damaged);
    bytes.fill(0x5a, 4096 * 40, 4096 * 60);
    writeFileSync(damaged, bytes);
    const ran = await inProcess(['check', '--db', damaged, '--json']);
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.stdout)).toMatchObject({ ok: false });
  });

  it('a file that cannot be read, a mapping that is none', async () => {
    const file = await plainShop();
    const folder = tempDir();
    expectRefused(await inProcess(['import', join(folder, 'gone.csv'), '--db', file]), 'could not be read');
    const map = join(folder, 'map.json');
    const withMap = () => inProcess(['import', fixture('receipts.csv'), '--db', file, '--map', map]);
    expectRefused(await withMap(), 'could not be read');
    writeFileSync(map, '{ "kind": ');
    expectRefused(await withMap(), 'map.json');
    writeFileSync(map, '{ "kind": "visits", "layout": "delimited", "colour": "red" }');
    expectRefused(await withMap(), 'description of the columns');
  });

  it('a report without Electron', async () => {
    const file = await plainShop();
    const out = join(tempDir(), 'a.pdf');
    expectRefused(
      await inProcess(['report', '--db', file, '--month', '1998-06', '--out', out]),
      'needs a display',
    );
    expect(existsSync(out)).toBe(false);
  });
});

describe('keys', () => {
  it('a key file is made readable by its owner alone, and opens the shop', async () => {
    const folder = tempDir();
    const shop = ['--db', join(folder, 'a.revino'), '--key-file', join(folder, 'key')];
    const made = await inProcess(['init', ...shop, ...INIT, '--json']);
    expect(made.code).toBe(0);
    expect(JSON.parse(made.stdout)).toMatchObject({ protection: 'keyFile', keyFile: join(folder, 'key') });
    expect(made.stdout + made.stderr).not.toContain(readFileSync(join(folder, 'key'), 'utf8').trim());
    if (process.platform !== 'win32') expect(statSync(join(folder, 'key')).mode & 0o777).toBe(0o600);
    expect((await inProcess(['check', ...shop])).code).toBe(0);

    const withoutKey = await inProcess(['check', '--db', join(folder, 'a.revino')]);
    expect([withoutKey.code, withoutKey.stdout]).toEqual([1, '']);
    expect(withoutKey.stderr).toContain('encrypted');
    const gone = await inProcess([...['check', '--db', join(folder, 'a.revino')], '--key-file', 'gone.key']);
    expect([gone.code, gone.stdout]).toEqual([1, '']);
    expect(gone.stderr).toMatch(/^The key file .*gone\.key could not be read\./);
    writeFileSync(join(folder, 'other'), '00'.repeat(32));
    const wrong = await inProcess([
      'check',
      '--db',
      join(folder, 'a.revino'),
      '--key-file',
      join(folder, 'other'),
    ]);
    expect(wrong.stderr).toContain('does not fit');
    writeFileSync(join(folder, 'other'), 'not a key at all');
    const none = await inProcess([
      'check',
      '--db',
      join(folder, 'a.revino'),
      '--key-file',
      join(folder, 'other'),
    ]);
    expect(none.stderr).toContain('not a recovery key');
  });

  it('an existing key file is used, also as 64 digits, and never overwritten', async () => {
    const folder = tempDir();
    const keyFile = join(folder, 'key');
    writeFileSync(keyFile, `${'ab'.repeat(32)}\n`);
    const shop = ['--db', join(folder, 'a.revino'), '--key-file', keyFile];
    expect((await inProcess(['init', ...shop, ...INIT])).code).toBe(0);
    expect(readFileSync(keyFile, 'utf8')).toBe(`${'ab'.repeat(32)}\n`);
    expect((await inProcess(['check', ...shop])).code).toBe(0);
  });

  it('a passphrase protects the shop; the recovery key it prints opens it too', async () => {
    const folder = tempDir();
    const file = join(folder, 'a.revino');
    const env = { REVINO_PASSPHRASE: 'siedem zielonych wiader' };
    const made = await inProcess(['init', '--db', file, ...INIT], env);
    expect(made.code).toBe(0);
    const recoveryKey = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){13}/.exec(made.stderr)?.[0] ?? '';
    expect(recoveryKey).not.toBe('');
    expect(made.stdout).not.toContain(recoveryKey);
    expect((await inProcess(['check', '--db', file], env)).code).toBe(0);
    expect((await inProcess(['check', '--db', file])).stderr).toContain('its key was not given');
    const wrong = await inProcess(['check', '--db', file], { REVINO_PASSPHRASE: 'sześć zielonych wiader' });
    expect(wrong.stderr).toBe('The passphrase is wrong. Nothing was changed; please try again.\n');
    writeFileSync(join(folder, 'key'), recoveryKey);
    expect((await inProcess(['check', '--db', file, '--key-file', join(folder, 'key')])).code).toBe(0);
    const weak = await inProcess(['init', '--db', join(folder, 'b.revino'), ...INIT], {
      REVINO_PASSPHRASE: 'abc',
    });
    expect(weak.stderr).toContain('too short');
    expect(existsSync(join(folder, 'b.revino'))).toBe(false);
  });

  it('the shop of the app is found by REVINO_DATA_DIR', async () => {
    const folder = tempDir();
    const env = { REVINO_DATA_DIR: folder };
    expect((await inProcess(['init', ...INIT, '--no-encryption'], env)).code).toBe(0);
    expect(existsSync(join(folder, 'shop.revino'))).toBe(true);
    expect((await inProcess(['check', '--json'], env)).code).toBe(0);
  });
});

describe('import', () => {
  it('writes the rejected rows beside the database, with reasons in the language', async () => {
    const file = await plainShop();
    const ran = await inProcess(
      ['import', fixture('impossible-rows.csv'), '--db', file, '--json', '--locale', 'pl'],
      {},
    );
    expect(ran.code).toBe(0);
    const document = JSON.parse(ran.stdout) as { rejected: number; rejectedFile: string };
    expect(document.rejected).toBe(15);
    expect(document.rejectedFile.startsWith(join(file, '..'))).toBe(true);
    const csv = readFileSync(document.rejectedFile, 'utf8');
    expect(csv.split('\r\n')).toHaveLength(15 + 2);
    expect(csv).toContain('dzień, który dopiero nadejdzie');
    expect(csv).toContain(`"'=2+2";`);
    expect(ran.stderr).toContain(document.rejectedFile);
  });

  it('goes where it is told to, and makes no file without rejected rows', async () => {
    const file = await plainShop();
    const out = join(tempDir(), 'out.csv');
    await inProcess(['import', fixture('receipts.csv'), '--db', file, '--rejected', out]);
    expect(existsSync(out)).toBe(false);
    await inProcess(['import', fixture('titles-and-gaps.csv'), '--db', file, '--rejected', out, '--dry-run']);
    expect(readFileSync(out, 'utf8')).toContain('no date');
  });

  it('ends with 1 when no row could be taken, and still counts', async () => {
    const file = await plainShop();
    const path = join(tempDir(), 'bad.csv');
    writeFileSync(path, 'client_id,date,amount\na,2024-01-05,x\nb,2024-01-06,y\n');
    const map = join(tempDir(), 'map.json');
    writeFileSync(
      map,
      JSON.stringify({
        kind: 'visits',
        layout: 'delimited',
        separator: ',',
        header: true,
        dateFormat: 'yyyy-MM-dd',
        columns: { customer: 'client_id', date: 'date', amount: 'amount' },
      }),
    );
    const ran = await inProcess(['import', path, '--db', file, '--map', map, '--json']);
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.stdout)).toMatchObject({ read: 2, rejected: 2, created: 0 });
    expect(ran.stderr).toContain('No row of bad.csv could be taken');
  });

  it('uses a mapping as in the documentation', async () => {
    const file = await plainShop();
    const map = join(tempDir(), 'map.json');
    writeFileSync(
      map,
      JSON.stringify({
        kind: 'visits',
        layout: 'delimited',
        separator: ';',
        encoding: 'auto',
        header: true,
        dateFormat: 'dd.MM.yyyy HH:mm',
        decimal: ',',
        onMissingCustomer: 'walk-in',
        columns: {
          customer: 'Nr klienta',
          date: 'Data',
          receipt: 'Paragon',
          offering: 'Usługa',
          quantity: 'Ilość',
          unitPrice: 'Cena',
        },
      }),
    );
    const counts = JSON.parse(
      (await inProcess(['import', fixture('polish-windows1250.csv'), '--db', file, '--map', map, '--json']))
        .stdout,
    ) as object;
    expect(counts).toMatchObject({ read: 4, created: 4, visitsCreated: 3 });
  });

  it('warns when day and month could be swapped', async () => {
    const file = await plainShop();
    const { code, stderr } = await inProcess(['import', fixture('ambiguous-dates.csv'), '--db', file]);
    expect(code).toBe(0);
    expect(stderr).toContain('dd/MM/yyyy');
  });
});

describe('report', () => {
  it('hands the page to whoever can print it, and saves what comes back', async () => {
    const file = await plainShop();
    await inProcess(['import', cdnow('CDNOW_sample.txt'), '--db', file]);
    const out = join(tempDir(), 'report.pdf');
    let page: PrintedPage | undefined;
    const renderPdf = async (given: PrintedPage) => {
      page = printedPageSchema.parse(given);
      return new TextEncoder().encode('%PDF-');
    };
    const argv = ['report', '--db', file, '--month', '1998-05', '--locale', 'ro', '--out', out];
    const { code } = await inProcess(argv, {}, { renderPdf });
    expect(code).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe('%PDF-');
    const data =
      page?.page === 'monthly' && page.data.kind === 'month' ? (page.data satisfies ReportData) : null;
    expect(data).toMatchObject({ locale: 'ro', month: '1998-05', asOf: '1998-05-31', shopName: 'CDNOW' });
    expect(data?.regularShareByMonth).toHaveLength(13);
    expect(data?.figures.yearAgo?.[0]?.asOf).toBe('1997-05-31');

    const early = ['report', '--db', file, '--month', '1996-05', '--out', join(out, '..', 'b.pdf')];
    const refused = await inProcess(early, {}, { renderPdf });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('There are no visits up to 1996-05');
  });

  it('of a shop without visits is a first page, of nothing up to any day', async () => {
    const file = await plainShop();
    const out = join(tempDir(), 'report.pdf');
    let page: PrintedPage | undefined;
    const renderPdf = async (given: PrintedPage) => {
      page = printedPageSchema.parse(given);
      return new TextEncoder().encode('%PDF-');
    };
    const reportOf = (month: string) =>
      inProcess(['report', '--db', file, '--month', month, '--out', out, '--json'], {}, { renderPdf });
    const { code, stdout } = await reportOf('2026-05');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ month: '2026-05', locale: 'en', asOf: null, seal: null });
    expect(page).toMatchObject({ page: 'monthly', data: { kind: 'first', month: '2026-05' } });
    expect((await reportOf('2999-01')).stderr).toContain('There are no visits up to 2999-01');
  });
});

describe('a shop in use', () => {
  it('can be read, but not written, while another Revino holds it', async () => {
    const { acquireWriterLock } = await import('../../db/writerLock.ts');
    const file = await plainShop();
    await inProcess(['import', cdnow('CDNOW_sample.txt'), '--db', file]);
    const lock = acquireWriterLock(file);
    try {
      expect((await revino(['metrics', '--db', file])).code).toBe(0);
      const refused = await revino(['import', fixture('receipts.csv'), '--db', file]);
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain('is being used by another Revino');
    } finally {
      lock.release();
    }
    expect(await json(['import', fixture('receipts.csv'), '--db', file])).toMatchObject({ created: 6 });
  });
});
