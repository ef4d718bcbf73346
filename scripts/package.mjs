// `npm run package`: a runnable, unpacked application in dist/. `npm run package -- --installers` makes this
// system's installers as well, for which electron-builder fetches its tools from the web.
import { packageApplication } from './packaging/packageApplication.mjs';
import { buildIfChanged } from './setup/build.mjs';
import { runScript } from './setup/say.mjs';
import { setUp } from './setup/setUp.mjs';

await runScript(async () => {
  const toolchain = await setUp(['window']);
  await buildIfChanged();
  await packageApplication(toolchain, { installers: process.argv.includes('--installers') });
});
