import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { exampleCustomers, exampleVisits } from './exampleShop.ts';
import { readyState } from './memoryBridge.ts';
import { openApp } from './render.tsx';

const english = readyState({ locale: 'en' });
const openDesk = (change = {}) =>
  openApp({ state: english, customers: [...exampleCustomers], visits: [...exampleVisits], ...change });

describe('the front desk', () => {
  it('is ready to type, finds, moves with arrows and records a visit without a mouse', async () => {
    const { user, memory } = openDesk();
    const box = await screen.findByRole('combobox', { name: 'Who is here?' });
    expect(document.activeElement).toBe(box);
    await user.keyboard('kowalsk');
    expect(await screen.findAllByRole('option')).toHaveLength(5);
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(screen.getAllByRole('option')[1]?.getAttribute('aria-selected')).toBe('true');
    expect(box.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[1]?.id);
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { name: 'Joanna Kowalska-Nowak' })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Amount, PLN'));
    await user.keyboard('1 234,5{Tab}haircut{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(memory.callsOf('visit.record')).toMatchObject([
        { customerId: 2, lines: [{ amountMinor: 123_450, offeringName: 'haircut' }], note: null },
      ]),
    );
    expect(await screen.findByText(/Visit recorded: Joanna Kowalska-Nowak/)).toBeTruthy();
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Who is here?' })),
    );
    expect(screen.getByRole('combobox', { name: 'Who is here?' })).toHaveProperty('value', '');
  });

  it('records at once with Ctrl+Enter, and takes it back with Ctrl+Z', async () => {
    const { user, memory } = openDesk();
    await screen.findByRole('combobox', { name: 'Who is here?' });
    await user.keyboard('stefan');
    await screen.findByRole('option', { name: /Ștefan Țurcanu/ });
    await user.keyboard('{Control>}{Enter}{/Control}');
    const today = screen.getByRole('complementary', { name: 'Today' });
    expect(await within(today).findByText('Ștefan Țurcanu')).toBeTruthy();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(within(today).queryByText('Ștefan Țurcanu')).toBeNull());
    expect(screen.getByText('Visit taken back: Ștefan Țurcanu.')).toBeTruthy();
    expect(memory.shop.visits).toHaveLength(exampleVisits.length);
  });

  it('says where things are taken back when the offer to undo has passed', async () => {
    const { memory } = openDesk();
    await screen.findByRole('combobox', { name: 'Who is here?' });
    act(() => memory.emit('menu.undo', {}));
    expect(await screen.findByText(/Nothing was taken back/)).toBeTruthy();
  });

  it('refuses what is not an amount, keeps what was typed, and Esc leads back to the same search', async () => {
    const { user, memory } = openDesk();
    await screen.findByRole('combobox', { name: 'Who is here?' });
    await user.keyboard('marek');
    await screen.findByRole('option', { name: /Marek Kowalski/ });
    await user.keyboard('{Enter}12,3,4{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/not an amount/)).toBeTruthy();
    expect(memory.callsOf('visit.record')).toEqual([]);
    expect(screen.getByLabelText('Amount, PLN')).toHaveProperty('value', '12,3,4');
    await user.keyboard('{Escape}');
    const box = await screen.findByRole('combobox', { name: 'Who is here?' });
    expect(box).toHaveProperty('value', 'marek');
    await user.keyboard('{Escape}');
    expect(box).toHaveProperty('value', '');
  });

  it('gives back with Ctrl+Z what Esc gave up, also where the same person was opened again', async () => {
    const { user } = openDesk();
    await screen.findByRole('combobox', { name: 'Who is here?' });
    await user.keyboard('marek');
    await screen.findByRole('option', { name: /Marek Kowalski/ });
    await user.keyboard('{Enter}64{Escape}');
    expect(await screen.findByText('Visit not recorded: Marek Kowalski.')).toBeTruthy();
    // The text in the box is done with: the key is for the visit.
    const box = screen.getByRole('combobox', { name: 'Who is here?' });
    await waitFor(() => expect(document.activeElement).toBe(box));
    expect(box).toHaveProperty('value', 'marek');
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByLabelText('Amount, PLN')).toHaveProperty('value', '64');
    await user.keyboard('{Escape}');
    await screen.findByText('Visit not recorded: Marek Kowalski.');
    await user.keyboard('{Enter}');
    expect(await screen.findByLabelText('Amount, PLN')).toHaveProperty('value', '');
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(screen.getByLabelText('Amount, PLN')).toHaveProperty('value', '64'));
  });

  it('adds a new person from what was typed: a telephone is a telephone', async () => {
    const { user, memory } = openDesk();
    await screen.findByRole('combobox', { name: 'Who is here?' });
    await user.keyboard('600 700 800{Control>}n{/Control}');
    expect(await screen.findByLabelText('Phone')).toHaveProperty('value', '600 700 800');
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/Type a name/)).toBeTruthy();
    await user.keyboard('Ewa Nowa{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(memory.callsOf('customer.create')).toMatchObject([{ name: 'Ewa Nowa', phone: '600 700 800' }]),
    );
    expect(await screen.findByText(/Visit recorded: Ewa Nowa/)).toBeTruthy();
  });

  it('makes neither two people nor two visits when the second half fails and is tried again', async () => {
    const { user, memory } = openDesk();
    await screen.findByRole('combobox', { name: 'Who is here?' });
    await user.keyboard('Ewa Nowa{Control>}n{/Control}');
    await screen.findByLabelText('Phone');
    memory.refuseNext('visit.record', 'database.noSpace');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('alert')).toBeTruthy();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/Visit recorded: Ewa Nowa/)).toBeTruthy();
    expect(memory.callsOf('customer.create')).toHaveLength(1);
    const uids = memory.callsOf('visit.record').map((input) => (input as { visitUid: string }).visitUid);
    expect(uids).toHaveLength(2);
    expect(new Set(uids).size).toBe(1);
  });

  it('records a guest without a card', async () => {
    const { user, memory } = openDesk();
    await screen.findByRole('combobox', { name: 'Who is here?' });
    await user.keyboard('{Control>}g{/Control}');
    await screen.findByRole('heading', { name: 'Guest without a card' });
    await user.keyboard('45.50{Enter}');
    await waitFor(() =>
      expect(memory.callsOf('visit.record')).toMatchObject([
        { customerId: null, lines: [{ amountMinor: 4550 }] },
      ]),
    );
  });

  it('takes lines, a discount in percent, who did it, another day and own fields, and says what the day means', async () => {
    const { user, memory } = openDesk({
      formParts: {
        staff: [
          { staffId: 1, name: 'Ania', isArchived: false },
          { staffId: 2, name: 'Kasia', isArchived: true },
        ],
        offerings: [{ offeringId: 5, name: 'Strzyżenie', category: null, priceMinor: 12_000 }],
        ownFields: [{ fieldId: 9, kind: 'number', name: 'Hair length, cm', choices: [] }],
        sealedMonths: ['2026-10'],
      },
    });
    await screen.findByRole('combobox', { name: 'Who is here?' });
    await user.keyboard('marek');
    await screen.findByRole('option', { name: /Marek Kowalski/ });
    await user.keyboard('{Enter}{Control>}e{/Control}');
    // A known offering brings its price.
    await user.type(screen.getByLabelText('What was done or sold', { selector: 'input' }), 'strzyzenie');
    expect(screen.getByLabelText('Amount, PLN')).toHaveProperty('value', '120.00');
    await user.type(screen.getByLabelText('Discount'), '25%');
    expect(screen.getByText(/90\.00/)).toBeTruthy();
    await user.type(screen.getByLabelText('Day'), '31.10.');
    expect(screen.getByText(/counts for Saturday 31 October/)).toBeTruthy();
    expect(screen.getByText(/October 2026 is closed/)).toBeTruthy();
    await user.type(screen.getByLabelText('Time'), '9.30');
    await user.type(screen.getByLabelText('Hair length, cm'), 'long{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Type a number.')).toBeTruthy();
    expect(memory.callsOf('visit.record')).toEqual([]);
    await user.clear(screen.getByLabelText('Hair length, cm'));
    await user.type(screen.getByLabelText('Hair length, cm'), '12,5{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(memory.callsOf('visit.record')).toMatchObject([
        {
          at: { date: '2026-10-31', time: '09:30' },
          lines: [{ offeringName: 'strzyzenie', amountMinor: 9000, discountMinor: 3000 }],
          ownValues: [{ fieldId: 9, value: '12.5' }],
        },
      ]),
    );
    expect(await screen.findByText(/Visit of 31 October 2026 recorded: Marek Kowalski/)).toBeTruthy();
    localStorage.clear();
  });

  it('asks for an opinion after the visit: digits answer, what is skipped is not sent', async () => {
    const { user, memory } = openDesk();
    await screen.findByRole('combobox', { name: 'Who is here?' });
    await user.keyboard('stefan');
    await screen.findByRole('option', { name: /Ștefan Țurcanu/ });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(/Visit recorded: Ștefan Țurcanu/);
    await user.keyboard('{Control>}u{/Control}');
    await screen.findByRole('heading', { name: 'Opinion: Ștefan Țurcanu' });
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Answer at least one question, or skip.')).toBeTruthy();
    await user.keyboard('10{Enter}{Enter}');
    await waitFor(() =>
      expect(memory.callsOf('opinion.record')).toMatchObject([
        { customerId: 7, nps: 10, csat: null, ces: null, comment: null, channel: 'desk' },
      ]),
    );
    expect((memory.callsOf('opinion.record')[0] as { visitId: number }).visitId).toBeGreaterThan(1000);
    await user.keyboard('{Control>}u{/Control}');
    await screen.findByRole('heading', { name: 'Opinion: Ștefan Țurcanu' });
    await user.keyboard('5{Escape}');
    await screen.findByRole('combobox', { name: 'Who is here?' });
    expect(memory.callsOf('opinion.record')).toHaveLength(1);
  });

  it('keeps the visit being typed, and whom it is about, over other screens', async () => {
    const { user, memory } = openDesk();
    await screen.findByRole('combobox', { name: 'Who is here?' });
    await user.keyboard('marek');
    await screen.findByRole('option', { name: /Marek Kowalski/ });
    await user.keyboard('{Enter}85{Tab}beard trim');
    await user.keyboard('{Control>}3{/Control}');
    expect(await screen.findByText('Not saved, and kept: Marek Kowalski.')).toBeTruthy();
    await user.keyboard('{Control>}1{/Control}');
    expect(await screen.findByRole('heading', { name: 'Marek Kowalski' })).toBeTruthy();
    expect(screen.queryByText(/Not saved, and kept/)).toBeNull();
    expect(screen.getByLabelText('Amount, PLN')).toHaveProperty('value', '85');
    // Given up, it is gone; the search is still there.
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('combobox', { name: 'Who is here?' })).toHaveProperty('value', 'marek');
    await screen.findByRole('option', { name: /Marek Kowalski/ });
    await user.keyboard('{Enter}');
    expect(await screen.findByLabelText('Amount, PLN')).toHaveProperty('value', '');

    // A new person; back by the notice, recorded, and nothing is left over.
    await user.keyboard('{Escape}{Escape}');
    await user.keyboard('Ewa Nowa{Control>}n{/Control}601602603{Tab}40{Control>}3{/Control}');
    await user.click(await screen.findByRole('button', { name: 'Back to the visit' }));
    expect(await screen.findByLabelText('Phone')).toHaveProperty('value', '601602603');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(memory.callsOf('visit.record')).toMatchObject([{ lines: [{ amountMinor: 4000 }] }]),
    );
    await user.keyboard('{Control>}3{/Control}{Control>}1{/Control}');
    expect(await screen.findByRole('combobox', { name: 'Who is here?' })).toHaveProperty('value', '');
    expect(screen.queryByText(/Not saved, and kept/)).toBeNull();
  });

  it('keeps a half-answered opinion over other screens, at the desk and in the list, each its own', async () => {
    const { user, memory } = openDesk();
    await screen.findByRole('combobox', { name: 'Who is here?' });
    await user.keyboard('marek');
    await screen.findByRole('option', { name: /Marek Kowalski/ });
    await user.keyboard('{Control>}u{/Control}');
    await screen.findByRole('heading', { name: 'Opinion: Marek Kowalski' });
    // Nothing answered: back at the desk somebody is looked for, and nothing is said about it.
    await user.keyboard('{Control>}3{/Control}');
    await screen.findByRole('heading', { name: 'Opinions' });
    await user.keyboard('{Control>}1{/Control}');
    await user.click(await screen.findByRole('combobox', { name: 'Who is here?' }));
    expect(screen.queryByText(/Not saved, and kept/)).toBeNull();
    await user.keyboard('{Control>}u{/Control}');
    await screen.findByRole('heading', { name: 'Opinion: Marek Kowalski' });
    await user.keyboard('3{Enter}the water was cold');
    await user.keyboard('{Control>}3{/Control}');
    expect(await screen.findByText('Not saved, and kept: Marek Kowalski.')).toBeTruthy();
    // In the list another one is begun, from paper; the one at the desk stays what it is.
    await user.click(await screen.findByRole('button', { name: /Write down an opinion/ }));
    await screen.findByRole('heading', { name: 'Opinion without a name' });
    await user.keyboard('9');
    await user.click(screen.getByRole('radio', { name: 'On paper' }));
    await user.type(screen.getByLabelText('Day on the paper'), '12.11.');
    await user.keyboard('{Control>}1{/Control}');
    expect(await screen.findByRole('heading', { name: 'Opinion: Marek Kowalski' })).toBeTruthy();
    expect(screen.getByDisplayValue('the water was cold')).toBeTruthy();
    expect(screen.getByRole('radio', { name: '3' })).toHaveProperty('checked', true);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(memory.callsOf('opinion.record')).toMatchObject([
        { nps: 3, comment: 'the water was cold', channel: 'desk', on: null },
      ]),
    );
    await user.keyboard('{Control>}3{/Control}');
    expect(await screen.findByLabelText('Day on the paper')).toHaveProperty('value', '12.11.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(memory.callsOf('opinion.record').slice(1)).toMatchObject([
        { nps: 9, channel: 'paper', on: '2026-11-12', customerId: null },
      ]),
    );
    // Saved, both are gone.
    await user.keyboard('{Control>}1{/Control}');
    expect(await screen.findByRole('combobox', { name: 'Who is here?' })).toBeTruthy();
    await user.keyboard('{Control>}u{/Control}');
    await screen.findByRole('heading', { name: /^Opinion/ });
    expect(screen.getByRole('radio', { name: '3' })).toHaveProperty('checked', false);
    await user.keyboard('{Escape}');
  });

  it('takes an opinion from paper for the day it was written, and no day that is still to come', async () => {
    const { user, memory } = openDesk({ customers: [] });
    await screen.findByRole('combobox', { name: 'Who is here?' });
    await user.keyboard('{Control>}u{/Control}');
    // At the desk it is of now: neither the way nor the day is asked.
    await screen.findByRole('heading', { name: 'Opinion without a name' });
    expect(screen.queryByRole('radio', { name: 'On paper' })).toBeNull();
    await user.keyboard('{Escape}{Control>}3{/Control}');
    await user.click(await screen.findByRole('button', { name: /Write down an opinion/ }));
    await screen.findByRole('heading', { name: 'Opinion without a name' });
    await user.keyboard('9');
    expect(screen.queryByLabelText('Day on the paper')).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'On paper' }));
    await user.type(screen.getByLabelText('Day on the paper'), '31.12.2026{Control>}{Enter}{/Control}');
    expect(await screen.findByText('The day is still to come. Type one up to today.')).toBeTruthy();
    expect(memory.callsOf('opinion.record')).toEqual([]);
    await user.clear(screen.getByLabelText('Day on the paper'));
    await user.type(screen.getByLabelText('Day on the paper'), '12.11.{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(memory.callsOf('opinion.record')).toMatchObject([
        { nps: 9, channel: 'paper', on: '2026-11-12', customerId: null },
      ]),
    );
  });

  it('teaches when the shop is empty', async () => {
    openDesk({ customers: [], visits: [] });
    expect(await screen.findByText(/What you record appears here/)).toBeTruthy();
    expect(screen.getByText('Type a name, a phone number or a card number.')).toBeTruthy();
  });
});
