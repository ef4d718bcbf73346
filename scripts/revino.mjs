// `npm run revino -- COMMAND`: the command line, on the project's Node 24. It needs no window, so only the npm
// packages are set up. Progress goes to stderr; stdout and the exit code belong to the command.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectNode, repoFolder } from './setup/places.mjs';
import { runScript, sayOnStderr } from './setup/say.mjs';
import { setUpPackages } from './setup/setUp.mjs';

sayOnStderr();
await runScript(async () => {
  await setUpPackages();
  const child = spawn(
    projectNode,
    [join(repoFolder, 'src-main', 'cli', 'revino.ts'), ...process.argv.slice(2)],
    { stdio: 'inherit' },
  );
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  const [code] = await once(child, 'close');
  return code ?? 1;
});
