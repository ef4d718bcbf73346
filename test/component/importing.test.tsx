import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { exampleFile, examplePreview, exampleResult } from './exampleShop.ts';
import { readyState } from './memoryBridge.ts';
import { type OnScreen, openApp } from './render.tsx';

const openImport = (change = {}) =>
  openApp(
    { state: readyState({ locale: 'en' }), file: exampleFile, preview: examplePreview, ...change },
    '/import',
  );

/** Chooses from the list that belongs to the field: another one may still be fading out. */
const choose = async (user: OnScreen['user'], field: string, option: string) => {
  const box = await screen.findByRole('combobox', { name: field });
  await user.click(box);
  const list = await waitFor(() => {
    const found = document.getElementById(box.getAttribute('aria-controls') ?? '');
    if (!found) throw new Error('the list is not open');
    return found;
  });
  await user.click(within(list).getByRole('option', { name: option, hidden: true }));
};

const importDone = (isDryRun: boolean) => ({
  state: 'done' as const,
  progress: 1,
  result: { kind: 'import' as const, value: exampleResult(isDryRun) },
});

describe('the import wizard', () => {
  it('shows rows as understood, the reason for a row that stays out, and asks about the order of dates', async () => {
    const { user, memory } = openImport();
    await user.click(await screen.findByRole('button', { name: /Choose a file/ }));
    const table = await screen.findByRole('table');
    expect(within(table).getByText('Strzyżenie damskie')).toBeTruthy();
    expect(within(table).getByText(/^Stays out: not a date/)).toBeTruthy();
    expect(within(table).getByText('guest')).toBeTruthy();
    // The raw cell stands below a value that says something else, and only there.
    expect(within(table).getAllByText('03/04/2026 10:15')).toHaveLength(2);
    expect(within(table).getAllByText('1042')).toHaveLength(2);

    const check = screen.getByRole('button', { name: 'Check the whole file' });
    expect(check).toHaveProperty('disabled', true);
    expect(screen.getByText(/Your file says 03\/04\/2026 10:15/)).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: '4 March 2026' }));
    expect(screen.queryByText(/Your file says/)).toBeNull();
    expect(memory.callsOf('import.preview').at(-1)).toMatchObject({
      mapping: { dateFormat: 'MM/dd/yyyy HH:mm' },
    });
    await waitFor(() => expect(check).toHaveProperty('disabled', false));
  });

  it('changes which column means what, and says what is still missing', async () => {
    const { user, memory } = openImport({ file: { ...exampleFile, isDateOrderAmbiguous: false } });
    await user.click(await screen.findByRole('button', { name: /Choose a file/ }));
    await choose(user, 'Staff', 'Paragon');
    await waitFor(() =>
      expect(memory.callsOf('import.preview').at(-1)).toMatchObject({
        mapping: { columns: { staff: 'Paragon', date: 'Data' } },
      }),
    );
    await choose(user, 'Date', 'not in the file');
    expect(await screen.findByText(/Say which column holds the date/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Check the whole file' })).toHaveProperty('disabled', true);
  });

  it('checks, asks how far back the records go, imports, and leads to who comes back', async () => {
    const { user, memory } = openImport({ file: { ...exampleFile, isDateOrderAmbiguous: false } });
    await user.click(await screen.findByRole('button', { name: /Choose a file/ }));
    const check = await screen.findByRole('button', { name: 'Check the whole file' });
    await waitFor(() => expect(check).toHaveProperty('disabled', false));
    await user.click(check);
    expect(await screen.findByRole('progressbar', { name: 'Checking the file' })).toBeTruthy();
    memory.moveJob({ progress: 0.42 });
    expect(await screen.findByText('42%')).toBeTruthy();
    memory.moveJob(importDone(true));
    expect(await screen.findByText('412 new customers')).toBeTruthy();
    expect(screen.getByText(/244,091\.94/)).toBeTruthy();
    expect(screen.getByText('1107;13/04/2026')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: /Yes, from the very first customer/ }));
    await user.click(screen.getByRole('button', { name: 'Bring it in' }));
    await waitFor(() =>
      expect(memory.callsOf('import.start')).toMatchObject([{ dryRun: true }, { dryRun: false }]),
    );
    expect(memory.callsOf('shop.setHistoryComplete')).toEqual([{ isHistoryComplete: true }]);

    // Leaving the screen and coming back finds the running import.
    expect(await screen.findByRole('progressbar')).toBeTruthy();
    memory.moveJob({ progress: 0.5 });
    await user.click(screen.getByRole('link', { name: /Front desk/ }));
    expect(await screen.findByRole('heading', { name: 'Who is here?' })).toBeTruthy();
    await user.click(screen.getByRole('link', { name: /Import/ }));
    expect(await screen.findByRole('progressbar', { name: 'Bringing the file in' })).toBeTruthy();

    memory.moveJob(importDone(false));
    expect(await screen.findByRole('heading', { name: 'Your visits are here' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Save these rows as CSV' }));
    expect(memory.callsOf('import.saveRejected')).toMatchObject([{ locale: 'en' }]);
    await user.click(screen.getByRole('button', { name: 'See who comes back' }));
    expect(location.hash).toBe('#/retention');
  });

  it('does not ask about the records again when there are visits already', async () => {
    const { user, memory } = openImport({
      file: { ...exampleFile, isDateOrderAmbiguous: false },
      coverageVisits: 12,
    });
    await user.click(await screen.findByRole('button', { name: /Choose a file/ }));
    const check = await screen.findByRole('button', { name: 'Check the whole file' });
    await waitFor(() => expect(check).toHaveProperty('disabled', false));
    await user.click(check);
    await screen.findByRole('progressbar');
    memory.moveJob(importDone(true));
    await screen.findByText('412 new customers');
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('says that nothing happened when the import is stopped, and goes back to the file', async () => {
    const { user, memory } = openImport({
      file: { ...exampleFile, isDateOrderAmbiguous: false },
      coverageVisits: 12,
    });
    await user.click(await screen.findByRole('button', { name: /Choose a file/ }));
    const check = await screen.findByRole('button', { name: 'Check the whole file' });
    await waitFor(() => expect(check).toHaveProperty('disabled', false));
    await user.click(check);
    await screen.findByRole('progressbar');
    memory.moveJob(importDone(true));
    await user.click(await screen.findByRole('button', { name: 'Bring it in' }));
    await user.click(await screen.findByRole('button', { name: 'Stop' }));
    expect(await screen.findByText(/Nothing was brought in/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Back to the file' }));
    expect(await screen.findByRole('table')).toBeTruthy();
  });

  it('takes a dropped file from any screen', async () => {
    const { memory } = openApp(
      { state: readyState({ locale: 'en' }), file: exampleFile, preview: examplePreview },
      '/',
    );
    await screen.findByRole('heading', { name: 'Who is here?' });
    const dataTransfer = { types: ['Files'], files: [new File(['x'], 'visits.csv')], dropEffect: 'none' };
    fireEvent.dragOver(window, { dataTransfer });
    fireEvent.drop(window, { dataTransfer });
    expect(await screen.findByText('sprzedaz-2026.csv')).toBeTruthy();
    expect(location.hash).toBe('#/import');
    expect(memory.callsOf('import.pickFile')).toEqual([]);
  });

  it('says why a file cannot be read', async () => {
    const { user, memory } = openImport();
    memory.refuseNext('import.pickFile', 'import.fileEmpty');
    await user.click(await screen.findByRole('button', { name: /Choose a file/ }));
    expect((await screen.findByRole('alert')).textContent).not.toContain('import.fileEmpty');
  });
});
