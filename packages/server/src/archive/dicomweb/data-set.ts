/** Data sets as they were kept, for the folders below this one. */
export { inflateDataSet, openDataSet } from '../data-set.ts';
