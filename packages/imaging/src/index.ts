/** Images understood: which files a disc holds, what each header says, what each series is. Runs in Node and in browsers. */

export { type ParseOptions, parseHeader } from './headers/parse-header.ts';
export { DamagedDicom, HeadTooShort, NotDicom } from './headers/problems.ts';
export { isNativeSyntax } from './headers/transfer-syntaxes.ts';
export type * from './model.ts';
