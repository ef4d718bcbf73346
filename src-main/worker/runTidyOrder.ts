/** Writes the database anew after somebody was forgotten, in the worker: with a connection of its own. */
import { openDatabase } from '../../db/openDatabase.ts';
import { tidyDatabase } from '../../db/tidyDatabase.ts';
import type { TaskOrder, TaskResult } from './workerTasks.ts';

export const runTidyOrder = ({ access }: TaskOrder<'tidy'>): TaskResult<'tidy'> => {
  const db = openDatabase({ ...access, mode: 'write' });
  try {
    return tidyDatabase(db);
  } finally {
    db.close();
  }
};
