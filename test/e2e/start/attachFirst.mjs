// Starts the app whose folder is the next argument, but holds `app.whenReady()` back until Playwright has attached
// itself. Playwright brings such a loader only for an Electron that it finds itself; without one, a window that
// opens while it attaches leaves the launch waiting for ever, once in some forty starts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = process.argv[process.argv.findIndex((argument) => argument.endsWith('attachFirst.mjs')) + 1];
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setName(about.productName);
app.setVersion(about.version);
app.setAppPath(folder);

const attached = new Promise((resolve) => {
  // Playwright calls this by name once it is attached.
  globalThis.__playwright_run = resolve;
});
const isReady = app.whenReady();
app.whenReady = async () => {
  await attached;
  await isReady;
};

await import(pathToFileURL(join(folder, about.main)).href);
