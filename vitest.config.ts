// One project per folder of test/, so that a single kind can be run: `vitest run --project db`, and so that no
// folder is forgotten. Everything here runs in plain Node 24; real windows are Playwright's part (test/e2e).
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const here = import.meta.dirname;
const soak = process.env.REVINO_SOAK === '1';
const notOurs = ['bench', 'e2e', 'fixtures'];
const folders = readdirSync(join(here, 'test'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !notOurs.includes(entry.name))
  .map((entry) => entry.name);

export default defineConfig({
  plugins: [react()],
  root: here,
  test: {
    projects: folders.map(project),
    testTimeout: soak ? 30 * 60_000 : 30_000,
    hookTimeout: soak ? 10 * 60_000 : 60_000,
  },
});

function project(name: string) {
  const environment: 'jsdom' | 'node' = name === 'component' ? 'jsdom' : 'node';
  return {
    extends: true as const,
    test: { name, include: [`test/${name}/**/*.test.{ts,tsx}`], environment },
  };
}
