/** Mantine's styles are brought in one by one: a component without its own would be drawn naked. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const repoFolder = join(import.meta.dirname, '..', '..');
const stylesOf = (component: string): string =>
  join(repoFolder, 'node_modules/@mantine/core/styles', `${component}.layer.css`);

it('brings in the styles of every Mantine component that is used', () => {
  const rendererFolder = join(repoFolder, 'src-renderer');
  const sources = readdirSync(rendererFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const used = new Set(
    sources.flatMap((source) =>
      [...source.matchAll(/import\s*\{([^}]*)\}\s*from '@mantine\/core'/g)].flatMap((match) =>
        (match[1] ?? '').split(',').map((name) => name.trim().split(' as ')[0] ?? ''),
      ),
    ),
  );
  const components = [...used].filter((name) => /^[A-Z]/.test(name) && existsSync(stylesOf(name)));
  expect(components).toContain('Button');
  // Those of the first screen in app/mantineStyles.ts, others beside the component that needs them.
  const brought = sources.join('\n');
  expect(components.filter((name) => !brought.includes(`/${name}.layer.css'`))).toEqual([]);
});
