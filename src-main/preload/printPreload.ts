/** The printed page's bridge: asks for its content, says when it is laid out, can do nothing else. */
import { contextBridge, ipcRenderer } from 'electron';
import type { PrintBridge } from '../../src-shared/contract/bridge.ts';
import { PRINT_CHANNEL } from '../../src-shared/contract/channels.ts';

const bridge: PrintBridge = {
  page: () => ipcRenderer.invoke(PRINT_CHANNEL),
  ready: () => ipcRenderer.send(PRINT_CHANNEL),
};

contextBridge.exposeInMainWorld('revinoPrint', bridge);
