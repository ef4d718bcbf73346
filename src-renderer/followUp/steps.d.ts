/** The next steps there are, in the order of their numbers in the dialog. */
export declare const STEPS: readonly ['appointment', 'promise', 'gesture', 'wish', 'case', 'recommendation'];
export type Step = (typeof STEPS)[number];
