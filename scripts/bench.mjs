// `npm run bench [-- SECTION ...]`: speed as ratios to named baselines in the same run; see test/bench/bench.ts.
import { delimiter, join } from 'node:path';
import { buildIfChanged } from './setup/build.mjs';
import { modulesFolder, projectNode, repoFolder } from './setup/places.mjs';
import { run } from './setup/run.mjs';
import { runScript } from './setup/say.mjs';
import { onVirtualScreen } from './setup/screen.mjs';
import { setUp } from './setup/setUp.mjs';

await runScript(async () => {
  await setUp(['window', 'screen']);
  await buildIfChanged();
  return onVirtualScreen(async (screen) => {
    const env = { ...screen, PATH: `${join(modulesFolder, '.bin')}${delimiter}${process.env.PATH}` };
    const args = [join(repoFolder, 'test', 'bench', 'bench.ts'), ...process.argv.slice(2)];
    return (await run(projectNode, args, { cwd: repoFolder, env, show: true })).code;
  });
});
