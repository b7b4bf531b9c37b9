import type { FastifyRequest } from 'fastify';

/** One media range that a client takes (RFC 9110 12.5.1; PS3.18 8.7.5). */
export interface Accepted {
  /** `multipart/related`, `image/png`, `image/*` …, in lower case. */
  readonly range: string;
  /** What the parts of a multipart are; empty for any. */
  readonly type: string;
  /** Transfer syntax UID, `*`, or empty where none is named. */
  readonly transferSyntax: string;
  readonly q: number;
}

const unquoted = (text: string) => text.trim().replace(/^"(.*)"$/s, '$1');

/** Splits at a separator, but not inside of quotes. */
function splitOutsideQuotes(text: string, separator: ',' | ';'): string[] {
  const parts = [''];
  let quoted = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    if (char === separator && !quoted) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function acceptedOf(text: string): Accepted {
  const [range = '', ...rest] = splitOutsideQuotes(text, ';');
  const parameters = new Map(
    rest.map((each) => {
      const [name = '', ...value] = each.split('=');
      return [name.trim().toLowerCase(), unquoted(value.join('='))] as const;
    }),
  );
  const q = Number(parameters.get('q') ?? 1);
  return {
    range: range.toLowerCase(),
    type: (parameters.get('type') ?? '').toLowerCase(),
    transferSyntax: parameters.get('transfer-syntax') ?? '',
    q: Number.isFinite(q) ? q : 1,
  };
}

/** The media ranges of an Accept header, the most wanted first; what is refused (q=0) is left out. */
export function parseAccept(header: string): Accepted[] {
  const all = splitOutsideQuotes(header, ',').map(acceptedOf);
  if (all.length === 0) return [acceptedOf('*/*')];
  // Sorting is stable: what is wanted alike keeps the client's order.
  return all.filter(({ q }) => q > 0).sort((a, b) => b.q - a.q);
}

/** What a client takes: the query parameter `accept` goes before the header (PS3.18 8.3.3.1). */
export function acceptOf(request: Pick<FastifyRequest, 'headers' | 'query'>): Accepted[] {
  const { accept } = request.query as { accept?: string | string[] };
  return parseAccept([accept ?? request.headers.accept ?? ''].flat().join(','));
}

/** Whether a media range or the type of a multipart's parts takes this media type. */
export const takes = (range: string, media: string): boolean =>
  range === '' || range === '*/*' || range === media || range === `${media.split('/')[0]}/*`;

const UTF_8_NAMES = new Set(['*', 'utf-8', 'utf8', 'iso_ir 192']);

/** Whether the character sets that a client names take UTF-8, in which all text is sent (PS3.18 8.3.3.2). */
export function takesUtf8(request: Pick<FastifyRequest, 'headers' | 'query'>): boolean {
  const { charset } = request.query as { charset?: string | string[] };
  const wanted = [charset ?? request.headers['accept-charset'] ?? ''].flat().join(',');
  const names = wanted.split(',').map((each) => each.split(';')[0]?.trim().toLowerCase() ?? '');
  return wanted.trim() === '' || names.some((name) => UTF_8_NAMES.has(name));
}
