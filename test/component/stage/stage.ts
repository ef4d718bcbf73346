/**
 * The app in an ordinary browser over the in-memory shop, to look at screens: `?locale=pl&scene=desk`;
 * scenes: setup, locked, failed, desk, empty, long.
 */
import {
  exampleCustomers,
  exampleFile,
  examplePreview,
  exampleResult,
  exampleVisits,
} from '../exampleShop.ts';
import { makeMemoryBridge, readyState } from '../memoryBridge.ts';

const asked = new URLSearchParams(location.search);
const locale = (asked.get('locale') ?? 'pl') as 'en' | 'pl' | 'ro';
const scene = asked.get('scene') ?? 'desk';
const memory = makeMemoryBridge({
  state:
    scene === 'setup'
      ? { phase: 'noShop', systemLocale: locale, systemTimeZone: 'Europe/Warsaw', isKeyStoreAvailable: true }
      : scene === 'locked'
        ? { phase: 'locked', systemLocale: locale, reason: 'passphrase' }
        : scene === 'failed'
          ? { phase: 'failed', systemLocale: locale, code: 'database.corrupt', params: {} }
          : readyState({
              locale,
              ...(locale === 'ro' ? { name: 'Salon Iris, Cluj-Napoca', currency: 'RON' } : {}),
              ...(scene === 'long' ? { name: 'Przedsiębiorstwo Usługowo-Handlowe '.repeat(5).trim() } : {}),
            }),
  customers: scene === 'empty' ? [] : [...exampleCustomers],
  visits: scene === 'empty' ? [] : [...exampleVisits],
  file: exampleFile,
  preview: examplePreview,
  importResult: exampleResult(true),
});
Object.assign(window, { revino: memory.bridge, memory, exampleResult });
await import('../../../src-renderer/app/main.tsx');
