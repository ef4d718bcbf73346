import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../src-shared/contract/shopContract.ts';
import { openApp } from './render.tsx';

const noShop = (change: Partial<Extract<AppState, { phase: 'noShop' }>> = {}): AppState => ({
  phase: 'noShop',
  systemLocale: 'pl',
  systemTimeZone: 'Europe/Warsaw',
  isKeyStoreAvailable: true,
  ...change,
});

describe('the first start', () => {
  it('speaks the language of the system, and another one at once', async () => {
    const { user } = openApp({ state: noShop() });
    expect(await screen.findByRole('heading', { name: 'Przygotujmy Twoją firmę' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('pl');
    await user.click(screen.getByRole('radio', { name: 'Română' }));
    expect(await screen.findByRole('heading', { name: 'Să pregătim firma ta' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('ro');
  });

  it('does not go on without a name and puts the cursor into it', async () => {
    const { user } = openApp({ state: noShop() });
    await user.click(await screen.findByRole('button', { name: 'Dalej' }));
    expect(screen.getByText(/Wpisz nazwę firmy/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Jak nazywa się firma?'));
  });

  it('makes the shop as answered and shows the recovery key until it is kept', async () => {
    const { user, memory } = openApp({ state: noShop() });
    await user.type(await screen.findByLabelText('Jak nazywa się firma?'), 'Salon Pod Wierzbą');
    await user.click(screen.getByRole('radio', { name: 'Salon' }));
    await user.click(screen.getByRole('button', { name: 'Dalej' }));
    await user.click(screen.getByRole('radio', { name: /Tak, od pierwszego klienta/ }));
    await user.click(screen.getByRole('button', { name: 'Dalej' }));
    await user.click(screen.getByRole('button', { name: 'Załóż firmę w Revino' }));

    expect(await screen.findByRole('heading', { name: 'Zachowaj klucz odzyskiwania' })).toBeTruthy();
    expect(memory.callsOf('shop.create')).toEqual([
      {
        name: 'Salon Pod Wierzbą',
        trade: 'salon',
        currency: 'PLN',
        timeZone: 'Europe/Warsaw',
        locale: 'pl',
        isHistoryComplete: true,
        protection: 'keyStore',
        passphrase: null,
      },
    ]);
    const key = screen.getByRole('list', { name: 'Klucz odzyskiwania firmy Salon Pod Wierzbą' });
    expect(key.textContent).toBe(memory.shop.recoveryKey?.replaceAll('-', ''));

    const open = screen.getByRole('button', { name: 'Otwórz Revino' });
    expect(open).toHaveProperty('disabled', true);
    await user.click(screen.getByRole('button', { name: 'Zapisz jako PDF' }));
    expect(await screen.findByText('Zapisano.')).toBeTruthy();
    await user.click(screen.getByRole('checkbox'));
    await user.click(open);
    // What the trade usually offers is taken over by choice.
    await user.click(await screen.findByRole('checkbox', { name: 'Manicure' }));
    await user.click(screen.getByRole('button', { name: 'Dodaj 1 i otwórz recepcję' }));
    expect(await screen.findByRole('heading', { name: 'Kto przyszedł?' })).toBeTruthy();
    expect(memory.callsOf('offering.addUsual')).toEqual([{ names: ['Manicure'] }]);
  });

  it('keeps the answers when going back, and asks for a good passphrase where there is no key store', async () => {
    const { user, memory } = openApp({ state: noShop({ isKeyStoreAvailable: false, systemLocale: 'en' }) });
    await user.type(await screen.findByLabelText('What is your shop called?'), 'Corner');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.getByLabelText('What is your shop called?')).toHaveProperty('value', 'Corner');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await user.click(screen.getByRole('button', { name: 'Continue' }));

    expect(screen.getByRole('radio', { name: /This computer opens them/ })).toHaveProperty('disabled', true);
    const create = screen.getByRole('button', { name: 'Create the shop' });
    await user.type(screen.getByLabelText(/Passphrase, at least 8/), 'short');
    await user.click(create);
    expect(screen.getByText(/Too short/)).toBeTruthy();
    await user.type(screen.getByLabelText(/Passphrase, at least 8/), ' but longer');
    await user.type(screen.getByLabelText('The same once more'), 'short but lonGer');
    await user.click(create);
    expect(screen.getByText(/not the same as above/)).toBeTruthy();
    expect(memory.callsOf('shop.create')).toEqual([]);
    await user.clear(screen.getByLabelText('The same once more'));
    await user.type(screen.getByLabelText('The same once more'), 'short but longer');
    await user.click(create);
    await waitFor(() =>
      expect(memory.callsOf('shop.create')).toMatchObject([
        { protection: 'passphrase', passphrase: 'short but longer' },
      ]),
    );
  });

  it('says why the shop could not be made, and can be tried again', async () => {
    const { user, memory } = openApp({ state: noShop({ systemLocale: 'en' }) });
    await user.type(await screen.findByLabelText('What is your shop called?'), 'Corner');
    for (const name of ['Continue', 'Continue']) await user.click(screen.getByRole('button', { name }));
    memory.refuseNext('shop.create', 'database.noSpace');
    await user.click(screen.getByRole('radio', { name: /No lock/ }));
    await user.click(screen.getByRole('button', { name: 'Create the shop' }));
    expect((await screen.findByRole('alert')).textContent).not.toContain('database.noSpace');
    await user.click(screen.getByRole('button', { name: 'Create the shop' }));
    // Without a lock there is no key to show: the desk opens.
    expect(await screen.findByRole('heading', { name: 'Who is here?' })).toBeTruthy();
  });
});

describe('another beginning', () => {
  it('with an import asks about the history and leads to the import', async () => {
    const { user, memory } = openApp({ state: noShop({ systemLocale: 'en' }) });
    await user.type(await screen.findByLabelText('What is your shop called?'), 'Corner');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await user.click(screen.getByRole('radio', { name: /With what I have already/ }));
    await user.click(screen.getByRole('radio', { name: /Yes, from the very first customer/ }));
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await user.click(screen.getByRole('radio', { name: /No lock/ }));
    await user.click(screen.getByRole('button', { name: 'Create the shop' }));
    await waitFor(() => expect(location.hash).toBe('#/import'));
    expect(memory.callsOf('shop.create')).toMatchObject([{ isHistoryComplete: true }]);
  });

  it('with a demo asks for no lock, shows how far it is, and can be stopped', async () => {
    const { user, memory } = openApp({ state: noShop({ systemLocale: 'en' }) });
    await user.type(await screen.findByLabelText('What is your shop called?'), 'Corner');
    await user.click(screen.getByRole('radio', { name: 'Gym' }));
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await user.click(screen.getByRole('radio', { name: /Look around in a demo shop/ }));
    expect(screen.queryByRole('radio', { name: /Yes, from the very first customer/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Make the demo shop' }));
    expect(await screen.findByText('40%')).toBeTruthy();
    expect(memory.callsOf('shop.createDemo')).toEqual([
      { trade: 'gym', currency: 'PLN', timeZone: 'Europe/Warsaw', locale: 'en' },
    ]);
    memory.moveJob({ state: 'cancelled' });
    expect(await screen.findByRole('button', { name: 'Make the demo shop' })).toBeTruthy();
  });
});

describe('a locked shop', () => {
  it('opens with the passphrase, and says when it is wrong', async () => {
    const { user } = openApp({ state: { phase: 'locked', systemLocale: 'en', reason: 'passphrase' } });
    await user.type(await screen.findByLabelText('Passphrase'), 'wrong');
    await user.click(screen.getByRole('button', { name: 'Open' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    await user.clear(screen.getByLabelText('Passphrase'));
    await user.type(screen.getByLabelText('Passphrase'), 'correct horse{Enter}');
    expect(await screen.findByRole('heading', { name: 'Kto przyszedł?' })).toBeTruthy();
  });

  it('asks for the recovery key, with the reason, when the key store is gone', async () => {
    const { user, memory } = openApp({
      state: { phase: 'locked', systemLocale: 'en', reason: 'keyStoreLost' },
    });
    expect(await screen.findByText(/key store was changed or moved/)).toBeTruthy();
    expect(screen.queryByLabelText('Passphrase')).toBeNull();
    await user.type(screen.getByLabelText('Recovery key'), ' A1B2C-D3E4F ');
    await user.click(screen.getByRole('button', { name: 'Open' }));
    await waitFor(() => expect(memory.callsOf('shop.unlock')).toEqual([{ recoveryKey: 'A1B2C-D3E4F' }]));
  });
});

describe('a shop that cannot be opened', () => {
  it('says why in words, opens the folder, and shows the details where they cannot be copied', async () => {
    const { user, memory } = openApp({
      state: {
        phase: 'failed',
        systemLocale: 'en',
        code: 'database.corrupt',
        params: { fileName: 'shop.revino' },
      },
    });
    expect((await screen.findByRole('alert')).textContent?.length).toBeGreaterThan(30);
    await user.click(screen.getByRole('button', { name: 'Open the folder' }));
    expect(memory.callsOf('app.openDataFolder')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Copy the details' }));
    expect(await screen.findByText(/database\.corrupt/)).toBeTruthy();
  });
});
