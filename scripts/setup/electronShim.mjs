// Stands in for Electron's own default app, which the fallback Electron lacks: it opens the application
// whose folder or file is the first plain argument, exactly as `electron PATH` does. Copied to
// resources/app of the fallback Electron; never part of the shipped product.
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (given === undefined) {
  process.stderr.write('This Electron opens an application: name its folder or its main file.\n');
  process.exit(1);
}
const target = resolve(given);
const isFolder = statSync(target).isDirectory();
if (isFolder) {
  const about = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'));
  app.setName(about.productName ?? about.name);
  if (about.version) app.setVersion(about.version);
}
const mainFile = createRequire(import.meta.url).resolve(target);
app.setAppPath(isFolder ? target : dirname(mainFile));
process.defaultApp = true;
await import(pathToFileURL(mainFile).href);
