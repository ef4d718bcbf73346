// `npm start`: from a fresh clone to the open window. `npm start -- ARGUMENTS` hands them to the application.
import { buildIfChanged } from './setup/build.mjs';
import { launchOptions } from './setup/launch.mjs';
import { repoFolder } from './setup/places.mjs';
import { passThrough } from './setup/run.mjs';
import { CannotGoOn, runScript, say } from './setup/say.mjs';
import { hasScreen } from './setup/screen.mjs';
import { setUp } from './setup/setUp.mjs';

await runScript(async () => {
  const toolchain = await setUp(['window']);
  await buildIfChanged();
  checkScreen();
  const { args, env } = launchOptions(toolchain);
  say('Opening Revino.');
  return passThrough(toolchain.electronPath, [...args, repoFolder, ...process.argv.slice(2)], env);
});

/** A window needs a screen; a terminal on a server has none, and Electron's own message does not say so. */
function checkScreen() {
  if (hasScreen()) return;
  throw new CannotGoOn(
    'There is no screen to open the window on: run npm start in a desktop session, or on a server in a virtual screen with `xvfb-run -a npm start`.',
  );
}
