/** A small JSON file that may be lost without harm: whole or absent, and anything unreadable counts as absent. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

export const readKept = <T>(file: string, isWhole: (value: unknown) => value is T): T | null => {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isWhole(value) ? value : null;
  } catch (error) {
    // Absent at first start; a damaged one is worth no more.
    if (error instanceof SyntaxError) return null;
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
};

export const writeKept = (file: string, value: object): void => {
  const half = `${file}.new`;
  writeFileSync(half, JSON.stringify(value));
  renameSync(half, file);
};
