// The fallback Electron carries a stand-in for Electron's default app (setup/electronShim.mjs). A packaged
// application has its own archive instead, and must not carry a second way in.
import { rmSync } from 'node:fs';
import { join } from 'node:path';

/** electron-builder calls this before it sets the fuses. @param {{ appOutDir: string }} context */
export default async function removeShim({ appOutDir }) {
  rmSync(join(appOutDir, 'resources', 'app'), { recursive: true, force: true });
}
