/** The next steps there are, in the order of their numbers in the dialog. */
export const STEPS = ['appointment', 'promise', 'gesture', 'wish', 'case', 'recommendation'] as const;
export type Step = (typeof STEPS)[number];
