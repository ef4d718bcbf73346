// One project per test folder, so that a single kind can be run: `vitest run --project db`.
// Everything here runs in plain Node 24 (component tests in jsdom); real windows are Playwright's part.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const soak = process.env.REVINO_SOAK === '1';
const nodeFolders = ['unit', 'db', 'importing', 'services', 'ipc', 'cli', 'words', 'floors', 'packaging'];

export default defineConfig({
  plugins: [react()],
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    // A folder nobody has filled yet is simply not there; that no test ran at all is the runner's concern.
    projects: [...nodeFolders.map(nodeProject), componentProject()],
    testTimeout: soak ? 30 * 60_000 : 30_000,
    hookTimeout: soak ? 10 * 60_000 : 60_000,
  },
});

function nodeProject(name: string) {
  return {
    extends: true as const,
    test: { name, include: [`test/${name}/**/*.test.ts`], environment: 'node' as const },
  };
}

function componentProject() {
  return {
    extends: true as const,
    test: {
      name: 'component',
      include: ['test/component/**/*.test.{ts,tsx}'],
      environment: 'jsdom' as const,
    },
  };
}
