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
    const { user, memory } = openApp({ state: readyState({ locale: 'en' }) }, '/settings/appearance');
    const dark = await screen.findByRole('radio', { name: 'Dark' });
    await user.click(dark);
    expect(memory.callsOf('window.perform')).toEqual([{ command: 'appearance.dark' }]);
    await waitFor(() => expect(dark).toHaveProperty('checked', true));
    await user.click(screen.getByRole('button', { name: 'Larger' }));
    expect(memory.callsOf('window.perform')).toContainEqual({ command: 'zoomIn' });
  });

  it('says how the records are locked and where they lie', async () => {
    const { user, memory } = openApp({ state: readyState({ locale: 'en' }) }, '/settings');
    await user.click(await screen.findByRole('radio', { name: /Yes, from the very first customer/ }));
    await waitFor(() =>
      expect(memory.callsOf('shop.setHistoryComplete')).toEqual([{ isHistoryComplete: true }]),
    );
    await user.click(screen.getByRole('link', { name: 'Lock' }));
    expect(await screen.findByText(/this computer opens them for you/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Save the recovery key as PDF' }));
    expect(await screen.findByText('Saved.')).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'About' }));
    expect(await screen.findByText(/AppData/)).toBeTruthy();
    expect(await screen.findByText(/12\.3 MB/)).toBeTruthy();
  });

  it('walks through the sections with the arrow keys, and each has an address', async () => {
    const { user } = openApp({ state: readyState({ locale: 'en' }) }, '/settings/about');
    expect(await screen.findByRole('heading', { name: 'About' })).toBeTruthy();
    const about = screen.getByRole('link', { name: 'About' });
    expect(about.getAttribute('aria-current')).toBe('page');
    about.focus();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(await screen.findByRole('heading', { name: 'Shop' })).toBeTruthy();
  });
});
