import type { InstanceHeader } from '@overread/imaging';

/** Puts one string or list in the place of all that are equal, in a header that nobody else holds yet. */
export type Share = (header: InstanceHeader) => void;

/**
 * The headers of a disc say the same over and over: names, dates, the series' own values. Of tens of thousands of them each
 * text is kept once. What is an image's own (its UID, where it lies) is left alone.
 */
export function createShare(): Share {
  const texts = new Map<string, string>();
  const lists = new Map<string, unknown>();
  const text = (value: string): string => {
    const known = texts.get(value);
    if (known === undefined) texts.set(value, value);
    return known ?? value;
  };
  const share = (key: string, value: unknown): unknown => {
    if (key === 'sopInstanceUid' || key === 'position' || key === 'frameRanges' || key === 'perFrame') return value;
    if (typeof value === 'string') return text(value);
    if (typeof value !== 'object' || value === null) return value;
    const name = JSON.stringify(value);
    const known = lists.get(name);
    if (known === undefined) lists.set(name, value);
    return known ?? value;
  };
  return (header) => {
    // In place: a copy of so many keys would weigh more than it saves.
    const own = header as unknown as Record<string, unknown>;
    for (const key of Object.keys(own)) own[key] = share(key, own[key]);
  };
}
