/** Where the build put what is read at run time; this file is bundled into out/main. */
import { join } from 'node:path';

export const migrationsFolder = join(import.meta.dirname, '..', 'migrations');
