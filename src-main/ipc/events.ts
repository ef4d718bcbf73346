/** Sends events to every app window; a value that breaks the contract is a defect and never leaves. */

import { EVENT_CHANNEL } from '../../src-shared/contract/channels.ts';
import { appEvents, type EventName, type EventValue } from '../../src-shared/contract/contract.ts';
import { windowsWith } from '../windows/pageWindow.ts';

export const broadcast = <E extends EventName>(event: E, value: EventValue<E>): void => {
  const checked: unknown = appEvents[event].parse(value);
  for (const window of windowsWith('app'))
    if (!window.webContents.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event, checked);
};
