export { CATALOGUES, type Locale } from './catalogues.ts';
export { type CompiledMessage, compileCatalogue } from './compile.ts';
export { createSay, type Say, type SayOptions } from './say.ts';
