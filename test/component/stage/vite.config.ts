// `node node_modules/vite/bin/vite.js test/component/stage` serves the stage; see stage.ts.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const repoFolder = fileURLToPath(new URL('../../..', import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  cacheDir: `${repoFolder}node_modules/.cache/revino/stage`,
  server: { fs: { allow: [repoFolder] } },
});
