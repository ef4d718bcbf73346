// `npm start`: from a fresh clone to the open window. `npm start -- ARGUMENTS` hands them to the application.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buildIfChanged } from './setup/build.mjs';
import { launchOptions } from './setup/launch.mjs';
import { repoFolder } from './setup/places.mjs';
import { CannotGoOn, runScript, say } from './setup/say.mjs';
import { setUp } from './setup/setUp.mjs';

await runScript(async () => {
  const toolchain = await setUp(['window']);
  await buildIfChanged();
  checkScreen();
  const { args, env } = launchOptions(toolchain);
  say('Opening Revino.');
  const child = spawn(toolchain.electronPath, [...args, repoFolder, ...process.argv.slice(2)], {
    env,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  const [code, signal] = await once(child, 'close');
  if (signal) throw new CannotGoOn(`Revino was ended by ${signal}.`);
  return code;
});

/** A window needs a screen; a terminal on a server has none, and Electron's own message does not say so. */
function checkScreen() {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return;
  throw new CannotGoOn(
    'There is no screen to open the window on: run npm start in a desktop session, or on a server in a virtual screen with `xvfb-run -a npm start`.',
  );
}
