import type { Command } from '../commandContext.ts';
export const demoCommand: Command = async () => 1;
