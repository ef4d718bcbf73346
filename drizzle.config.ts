// Only drizzle-kit reads this file (`npm run migration`). Its SQL is edited by hand before it is committed:
// STRICT, WITHOUT ROWID and the filling of summary rows are ours (see db/migrations/README.md).
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './db/schema/*.ts',
  out: './db/migrations',
});
