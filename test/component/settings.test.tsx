import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { readyState } from './memoryBridge.ts';
import { openApp } from './render.tsx';

describe('settings', () => {
  it('changes the language of every screen at once', async () => {
    const { user } = openApp({ state: readyState() }, '/settings');
    expect(await screen.findByRole('heading', { name: 'Ustawienia' })).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'Română' }));
    expect(await screen.findByRole('heading', { name: 'Setări' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Recepție' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('ro');
  });

  it('keeps light or dark on this computer', async () => {
    const { user } = openApp({ state: readyState({ locale: 'en' }) }, '/settings');
    await user.click(await screen.findByRole('radio', { name: 'Dark' }));
    expect(document.documentElement.getAttribute('data-mantine-color-scheme')).toBe('dark');
    expect(localStorage.getItem('revino.appearance')).toBe('dark');
  });

  it('says how the records are locked and where they lie', async () => {
    const { user, memory } = openApp({ state: readyState({ locale: 'en' }) }, '/settings');
    expect(await screen.findByText(/this computer opens them for you/)).toBeTruthy();
    expect(await screen.findByText(/AppData/)).toBeTruthy();
    expect(screen.getByText(/12\.3 MB/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Save the recovery key as PDF' }));
    expect(await screen.findByText('Saved.')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: /Yes, from the very first customer/ }));
    await waitFor(() =>
      expect(memory.callsOf('shop.setHistoryComplete')).toEqual([{ isHistoryComplete: true }]),
    );
  });
});
