/** The former name of `importFile`, for callers that bring in visits. */
export { type ImportControl, type ImportOrder, importFile as importVisits } from './importFile.ts';
