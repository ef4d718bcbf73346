// Renders assets/icon.svg to assets/icon.png, from which electron-builder makes the icons of every system.
// Run by hand after the drawing changed, under a screen: `xvfb-run -a node scripts/packaging/renderIcon.mjs`.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchOptions } from '../setup/launch.mjs';
import { repoFolder } from '../setup/places.mjs';
import { mustRun } from '../setup/run.mjs';
import { runScript, say } from '../setup/say.mjs';
import { setUp } from '../setup/setUp.mjs';

const drawing = join(repoFolder, 'assets', 'icon.svg');
const picture = join(repoFolder, 'assets', 'icon.png');
const rendering = `
const { app, BrowserWindow } = require('electron');
app.disableHardwareAcceleration();
app.whenReady().then(async () => {
  const window = new BrowserWindow({
    show: false, transparent: true, frame: false, useContentSize: true, width: 1024, height: 1024,
    webPreferences: { offscreen: true },
  });
  const page = '<body style="margin:0">' + require('node:fs').readFileSync(${JSON.stringify(drawing)}, 'utf8') + '</body>';
  await window.loadURL('data:text/html,' + encodeURIComponent(page));
  window.webContents.invalidate();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const image = await window.webContents.capturePage();
  require('node:fs').writeFileSync(${JSON.stringify(picture)}, image.resize({ width: 1024, height: 1024 }).toPNG());
  app.exit(0);
});
`;

await runScript(async () => {
  const toolchain = await setUp(['window']);
  const folder = mkdtempSync(join(tmpdir(), 'revino-icon-'));
  const { args, env } = launchOptions(toolchain);
  writeFileSync(join(folder, 'render.cjs'), rendering);
  rmSync(picture, { force: true });
  try {
    await mustRun(
      'The icon could not be rendered.',
      toolchain.electronPath,
      [...args, join(folder, 'render.cjs')],
      { env },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  say(existsSync(picture) ? `Rendered ${picture}` : 'No picture was made.');
});
