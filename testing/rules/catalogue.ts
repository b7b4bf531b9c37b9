import { CATALOGUES, compileCatalogue } from '@overread/words';

/** The message, taken apart: text, or what fills a blank with, for plural and select, the texts of each choice. */
type Token = string | readonly [blank: string, kind?: string, choices?: Readonly<Record<string, unknown>>];

const MESSAGES: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(CATALOGUES.en));
const COMPILED = compileCatalogue(MESSAGES);

/** Whether some catalogue has this sentence. */
export const isWorded = (id: string): boolean => Object.hasOwn(MESSAGES, id);

/** The blanks that a sentence has; empty for one that no catalogue has. */
export function blanksOf(id: string): ReadonlySet<string> {
  return new Set(collect(COMPILED[id]));
}

function collect(message: unknown): readonly string[] {
  if (!Array.isArray(message)) return [];
  return message.flatMap((token: Token) => {
    if (!Array.isArray(token)) return [];
    const [blank, , choices] = token;
    const inside = typeof choices === 'object' ? Object.values(choices).flatMap(collect) : [];
    return [blank, ...inside];
  });
}
