/**
 * The app window's bridge: closed lists of calls and events, and nothing else of Electron. It runs
 * in the sandbox and is bundled alone, so it imports constants and types only.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { AppBridge } from '../../src-shared/contract/bridge.ts';
import {
  CALL_CHANNEL,
  DROP_CHANNEL,
  DROP_PROCEDURE,
  EVENT_CHANNEL,
  EVENT_NAMES,
  PROCEDURE_NAMES,
} from '../../src-shared/contract/channels.ts';
import type { Answer } from '../../src-shared/contract/procedure.ts';

const listeners = new Map<string, Set<(value: never) => void>>();

ipcRenderer.on(EVENT_CHANNEL, (_event, name: string, value: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(value as never);
});

const refused = (code: 'door.unknownProcedure' | 'door.invalidInput'): Answer<never> => ({
  ok: false,
  error: { code, params: {}, message: code },
});

const bridge: AppBridge = {
  call: async (name, input) =>
    Object.hasOwn(PROCEDURE_NAMES, name)
      ? await ipcRenderer.invoke(CALL_CHANNEL, name, input)
      : refused('door.unknownProcedure'),

  subscribe: (event, listener) => {
    if (!Object.hasOwn(EVENT_NAMES, event)) throw new Error('There is no such event.');
    const known = listeners.get(event) ?? new Set();
    listeners.set(event, known);
    known.add(listener);
    return () => void known.delete(listener);
  },

  openDropped: async (file) => {
    // Only a File that the system handed to the page has a path; the page cannot make up one.
    const path = file instanceof File ? webUtils.getPathForFile(file) : '';
    return path === ''
      ? refused('door.invalidInput')
      : await ipcRenderer.invoke(DROP_CHANNEL, DROP_PROCEDURE, { path });
  },
};

contextBridge.exposeInMainWorld('revino', bridge);
