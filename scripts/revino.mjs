// `npm run revino -- COMMAND`: the command line, on the project's Node 24 and without a window; only a report,
// whose pages Chromium prints, runs inside Electron, on a screen of its own where there is none.
// Progress goes to stderr; stdout and the exit code belong to the command (`npm run -s` drops npm's own lines).
import { join } from 'node:path';
import { buildIfChanged } from './setup/build.mjs';
import { launchOptions } from './setup/launch.mjs';
import { projectNode, repoFolder } from './setup/places.mjs';
import { passThrough } from './setup/run.mjs';
import { runScript, sayOnStderr } from './setup/say.mjs';
import { hasScreen, onVirtualScreen } from './setup/screen.mjs';
import { setUp, setUpPackages } from './setup/setUp.mjs';

const words = process.argv.slice(2);

sayOnStderr();
await runScript(async () => {
  if (words.includes('report')) return inElectron();
  await setUpPackages();
  return passThrough(projectNode, [join(repoFolder, 'src-main', 'cli', 'revino.ts'), ...words]);
});

async function inElectron() {
  const toolchain = await setUp(hasScreen() ? ['window'] : ['window', 'screen']);
  await buildIfChanged();
  const { args, env } = launchOptions(toolchain);
  // Printing needs no graphics card, and Chromium's own remarks do not belong among the command's messages.
  args.push('--disable-gpu', '--log-level=3');
  const run = (screen) =>
    passThrough(toolchain.electronPath, [...args, repoFolder, '--cli', ...words], { ...env, ...screen });
  return hasScreen() ? run({}) : onVirtualScreen(({ DISPLAY }) => run({ DISPLAY }));
}
