/** As many as a list of found people shows; stands apart from the contract, whose schemas the first page does not read. */
export const GLANCE_ROWS = 8;
