/** A person is given a copy and forgotten, by keyboard; no byte is left, and a restored backup does not bring them back. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, good, newShop, type Revino, test } from './app.ts';
import { readPdf } from './pdfText.ts';

const NAME = 'Świętosława Brzęczyszczykiewicz';
const TRACES = [
  'Świętosława',
  'Brzęczyszczykiewicz',
  'brzeczyszczykiewicz',
  '601234567',
  'wietoslawa@',
  'amoniakowe',
  'grzywkę',
  'czekała 40 minut',
] as const;

/** Every file of the data folder but the backups, which are rotated out: which of them still say what. */
const tracesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !relative(folder, file).startsWith('backups'))
    .flatMap((file) => {
      const bytes = readFileSync(file);
      return TRACES.filter(
        (text) => bytes.includes(text, 0, 'utf8') || bytes.includes(text, 0, 'utf16le'),
      ).map((text) => `${relative(folder, file)}: ${text}`);
    });

const tidied = async (revino: Revino): Promise<void> => {
  await expect
    .poll(
      async () =>
        good(await revino.call('job.list', {}))
          .filter(({ kind }) => kind === 'tidy')
          .at(-1)?.state,
      { timeout: 20_000 },
    )
    .toBe('done');
};

const fillShop = async (revino: Revino): Promise<number> => {
  const { customerId } = good(
    await revino.call('customer.save', {
      customerId: null,
      uid: randomUUID(),
      revision: null,
      card: {
        name: NAME,
        firstName: 'Świętosława',
        lastName: 'Brzęczyszczykiewicz',
        contacts: [
          { id: null, kind: 'phone', value: '601 234 567', label: null },
          { id: null, kind: 'email', value: 'swietoslawa@example.com', label: null },
        ],
        cardNumber: null,
        birthday: '1971-03-29',
        locale: 'pl',
        source: null,
        recommendedById: null,
        customerSince: null,
        tags: ['VIP'],
        preferences: [{ id: null, kind: 'warning', text: 'uczulona na amoniakowe farby' }],
        note: null,
        ownValues: [],
      },
    }),
  );
  const visit = good(
    await revino.call('visit.record', {
      customerId,
      note: 'obcięła grzywkę za krótko',
      lines: [{ offeringName: 'Haircut', amountMinor: 12_000 }],
      visitUid: randomUUID(),
    }),
  );
  good(
    await revino.call('opinion.record', {
      customerId,
      visitId: visit.visitId,
      nps: 3,
      csat: null,
      ces: null,
      comment: 'czekała 40 minut',
      answers: [],
      surveyId: null,
      staffId: null,
      channel: 'desk',
      on: null,
      opinionUid: randomUUID(),
    }),
  );
  good(
    await revino.call('customer.setConsent', {
      customerId,
      channel: 'sms',
      purpose: 'marketing',
      isGiven: true,
      evidence: 'desk',
    }),
  );
  // Somebody else, who stays.
  good(await revino.call('customer.create', { name: 'Jan Nowak', phone: null }));
  return customerId;
};

const openCardByPalette = async ({ window: page }: Revino): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('brzeczy');
  await expect(page.getByRole('option', { name: /Brzęczyszczykiewicz/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: NAME, level: 1 })).toBeAttached();
};

test('a copy is given, the person forgotten, and a backup from before does not bring them back', async ({
  openRevino,
  dataFolder,
}) => {
  test.setTimeout(180_000);
  const copies = mkdtempSync(join(tmpdir(), 'revino-copies-'));
  try {
    const revino = await openRevino();
    const { window: page } = revino;
    good(await revino.call('shop.create', newShop({ locale: 'en' })));
    const customerId = await fillShop(revino);
    const { jobId } = good(await revino.call('backup.start', {}));
    await expect.poll(async () => good(await revino.call('job.get', { jobId })).state).toBe('done');
    await page.reload();
    await expect(page.getByRole('combobox', { name: 'Who is here?' })).toBeFocused();

    // Half typed at the desk and left there: it is about them, and goes with them.
    await page.keyboard.type('brzeczy');
    await expect(page.getByRole('option', { name: /Brzęczyszczykiewicz/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Amount, PLN')).toBeFocused();
    await page.keyboard.type('77');
    await openCardByPalette(revino);

    const part = page.getByRole('region', { name: 'Data and privacy' });
    const pdfFile = join(copies, 'copy.pdf');
    await revino.answerDialogs(pdfFile);
    await part.getByRole('button', { name: 'To read (PDF)' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('The copy is saved. That it was given stands in the register.')).toBeVisible({
      timeout: 30_000,
    });
    const pdf = await readPdf(pdfFile);
    expect(pdf).toMatchObject({
      title: 'Corner salon – What is stored about you',
      language: 'en',
      pictures: 0,
    });
    expect(pdf.headings.slice(0, 4)).toEqual([
      'What is stored about you',
      'You',
      'What you allowed',
      'Visits',
    ]);
    for (const text of [NAME, 'amoniakowe', 'grzywkę', 'czekała 40 minut', '120.00', 'Haircut', 'VIP']) {
      expect(pdf.text).toContain(text);
    }
    expect(pdf.text).not.toContain('Nowak');
    for (const font of pdf.fonts) expect(font.isEmbedded).toBe(true);

    const jsonFile = join(copies, 'copy.json');
    await revino.answerDialogs(jsonFile);
    await part.getByRole('button', { name: 'For other programs (JSON)' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => readdirSync(copies)).toContain('copy.json');
    const json = JSON.parse(readFileSync(jsonFile, 'utf8')) as { format: string; sections: unknown };
    expect(json.format).toBe('revino-person');
    expect(JSON.stringify(json.sections)).toContain('uczulona na amoniakowe farby');

    // The control: the scan finds them before.
    expect(tracesIn(dataFolder).length).toBeGreaterThan(0);

    await part.getByRole('button', { name: 'Forget this person…' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: `Forget ${NAME} for good?` });
    await expect(dialog.getByText('1 visit: when it was')).toBeVisible();
    await expect(dialog.getByText('1 opinion: its scores')).toBeVisible();
    const typed = dialog.getByRole('textbox', { name: `Type ${NAME} to go on` });
    await expect(typed).toBeFocused();
    await page.keyboard.type('Jan Nowak');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: /Forget for good/ })).toBeDisabled();
    await typed.fill('');
    await page.keyboard.type('swietoslawa brzeczyszczykiewicz');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'This person asked to be forgotten' })).toBeFocused();
    await expect(page.locator('body')).not.toContainText('Brzęczyszczykiewicz');
    await tidied(revino);
    expect(tracesIn(dataFolder)).toEqual([]);

    // Nothing half typed is found again, no search finds them, and what they did is of nobody.
    await page.keyboard.press('Control+1');
    await expect(page.getByRole('combobox', { name: 'Who is here?' })).toBeVisible();
    await expect(page.getByRole('link', { name: /Forgotten person/ })).toBeVisible();
    await page.getByRole('combobox', { name: 'Who is here?' }).focus();
    await page.keyboard.type('brzeczy');
    await expect(page.getByRole('option', { name: /Brzęczyszczykiewicz/ })).toHaveCount(0);
    expect(good(await revino.call('customer.search', { text: '601 234 567' })).customers).toEqual([]);
    expect(good(await revino.call('customer.page', { inTrash: true })).rows).toEqual([]);
    await page.keyboard.press('Control+3');
    await expect(page.getByRole('listitem').filter({ hasText: 'Forgotten person' })).toBeVisible();
    const refused = await revino.call('customer.setConsent', {
      customerId,
      channel: 'sms',
      purpose: 'marketing',
      isGiven: true,
      evidence: 'desk',
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'customer.forgotten' } });

    // Back to the backup from before: forgotten again.
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('link', { name: 'Backups' }).click();
    await page.getByRole('button', { name: 'Show the backups' }).click();
    await page
      .getByRole('button', { name: /Go back to the backup of/ })
      .last()
      .click();
    await page.getByRole('button', { name: 'Go back to it' }).click();
    await expect(page.getByText(/The records are back as they were on/)).toBeVisible();
    expect(good(await revino.call('customer.search', { text: 'Brzęczyszczykiewicz' })).customers).toEqual([]);
    expect(good(await revino.call('customer.search', { text: 'Nowak' })).customers).toHaveLength(1);
    expect(good(await revino.call('privacy.acts', {})).acts[0]?.act).toBe('eraseAgain');
    await expect.poll(() => timesTidied(revino), { timeout: 20_000 }).toBe(2);
    await tidied(revino);
    expect(tracesIn(dataFolder)).toEqual([]);

    await page.getByRole('link', { name: 'Privacy' }).click();
    await expect(page.getByRole('row').filter({ hasText: 'Forgotten again' })).toBeVisible();
    await revino.close();
    expect(tracesIn(dataFolder)).toEqual([]);
  } finally {
    rmSync(copies, { recursive: true, force: true });
  }
});

/** How often the database was written anew since the start. */
const timesTidied = async (revino: Revino): Promise<number> =>
  good(await revino.call('job.list', {})).filter(({ kind }) => kind === 'tidy').length;

test('a database that was not written anew before the program ended is at the next start', async ({
  openRevino,
  dataFolder,
}) => {
  const revino = await openRevino();
  good(await revino.call('shop.create', newShop({ locale: 'en' })));
  const customerId = await fillShop(revino);
  good(await revino.call('privacy.erase', { customerId, name: NAME }));
  // Before the job could begin: nothing is waited for.
  revino.app.process().kill('SIGKILL');
  await revino.close();
  const again = await openRevino();
  await expect(again.window.getByRole('combobox', { name: 'Who is here?' })).toBeFocused();
  await expect.poll(() => tracesIn(dataFolder), { timeout: 20_000 }).toEqual([]);
});
