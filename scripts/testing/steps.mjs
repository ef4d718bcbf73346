// The steps of `npm test`, in the order a fault is cheapest to find. Each answers with its counts.
import { readdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { packageApplication } from '../packaging/packageApplication.mjs';
import { buildIfChanged } from '../setup/build.mjs';
import { modulesFolder, projectNode, repoFolder, tools } from '../setup/places.mjs';
import { run } from '../setup/run.mjs';
import { onVirtualScreen } from '../setup/screen.mjs';
import { countCheck, countPlaywright, countVitest } from './counts.mjs';

/** Folders of test/ that have a step of their own, or hold no tests. */
const otherFolders = ['packaging', 'e2e', 'bench', 'fixtures'];
const vitestFolders = readdirSync(join(repoFolder, 'test'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !otherFolders.includes(entry.name))
  .map((entry) => entry.name);
const resultsFolder = join(repoFolder, 'test-results');

/**
 * @typedef {import('../setup/setUp.mjs').Toolchain} Toolchain
 * @typedef {{ files: string[], soak: boolean }} Choice `files`: parts of test file names; empty for all
 * @typedef {{ names: string[], title: string, run: (names: string[], choice: Choice, toolchain: Toolchain) => Promise<import('./counts.mjs').Counts> }} Step
 * @type {Step[]}
 */
export const steps = [
  { names: ['format'], title: 'Format', run: async () => check(tools.biome, ['format', '.']) },
  {
    names: ['lint'],
    title: 'Lint, imports and floors',
    run: async () => check(tools.biome, ['check', '--formatter-enabled=false', '.']),
  },
  { names: ['types'], title: 'Types', run: async () => check(tools.tsc, ['-b']) },
  { names: vitestFolders, title: 'Tests without a window', run: (names, choice) => vitest(names, choice) },
  { names: ['packaging'], title: 'Packaged application', run: packaging },
  { names: ['e2e'], title: 'Tests in real windows', run: (_names, choice) => playwright(choice) },
];

async function check(tool, args) {
  return countCheck(await show([projectNode, tool, ...args]));
}

async function vitest(names, { files, soak }, env = process.env) {
  const report = freshReport(`vitest-${names[0]}.json`);
  const projects = names.flatMap((name) => ['--project', name]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const command = [projectNode, tools.vitest, 'run', ...projects, ...reporters, ...files];
  return countVitest(report, await show(command, soak, env));
}

async function packaging(names, choice, toolchain) {
  await buildIfChanged();
  await packageApplication(toolchain);
  return onVirtualScreen((env) => vitest(names, choice, env));
}

async function playwright({ files, soak }) {
  await buildIfChanged();
  const report = freshReport('playwright.json');
  const command = [projectNode, tools.playwright, 'test', '--reporter=list,json', ...files];
  const exitCode = await onVirtualScreen((env) =>
    show(command, soak, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
  );
  return countPlaywright(report, exitCode);
}

function freshReport(name) {
  const file = join(resultsFolder, name);
  rmSync(file, { force: true });
  return file;
}

/** Runs with its output on the terminal; a runner that hangs is ended and thereby fails. */
async function show([command, ...args], soak = false, base = process.env) {
  const path = `${join(modulesFolder, '.bin')}${delimiter}${base.PATH}`;
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
  const env = { ...base, ...plain, PATH: path, ...(soak && { REVINO_SOAK: '1' }) };
  const signal = AbortSignal.timeout((soak ? 6 * 60 : 20) * 60_000);
  return (await run(command, args, { cwd: repoFolder, env, show: true, signal })).code;
}
