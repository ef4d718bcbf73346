// The system libraries alone, for build servers that let only this step run as root:
// `sudo node scripts/setup/installSystemLibraries.mjs`.
import { runScript } from './say.mjs';
import { ensureSystemLibraries } from './systemLibraries.mjs';

await runScript(() => ensureSystemLibraries(['window', 'fallback', 'screen', 'keyStore']));
