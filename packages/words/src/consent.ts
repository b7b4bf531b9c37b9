import type { Agreed } from '@overread/rules/case/vocabulary.ts';
import type { Say } from './say.ts';

/** The version that a new consent must name. */
export const CONSENT_VERSION = '2026-11';

/**
 * All versions ever shown, with their sections in order. A version that somebody may have signed is never changed and
 * never removed (a test holds its hash): a new wording is a new version.
 */
export const CONSENT_VERSIONS: Readonly<Record<string, readonly string[]>> = {
  '2026-11': ['review', 'sending', 'distance', 'result', 'withdrawal', 'emergency'],
};

export interface ConsentText {
  readonly version: string;
  readonly sections: readonly { readonly id: string; readonly heading: string; readonly body: string }[];
}

/** The consent text of a version, current or old. Throws when there never was such a version. */
export function consentText(say: Say, version: string = CONSENT_VERSION): ConsentText {
  const ids = CONSENT_VERSIONS[version];
  if (ids === undefined) {
    const known = Object.keys(CONSENT_VERSIONS).join(', ');
    throw new Error(`There is no consent text of version "${version}". Known versions: ${known}.`);
  }
  const sections = ids.map((id) => ({
    id,
    heading: say(`consent.${version}.${id}.heading`),
    body: say(`consent.${version}.${id}.body`),
  }));
  return { version, sections };
}

/** The text of what can be agreed to beside the consent, in this version. A new wording is a new version. */
export function agreementText(say: Say, what: Agreed, version: string) {
  const id = `consent.agree.${version}.${what}`;
  return { what, version, heading: say(`${id}.heading`), body: say(`${id}.body`) };
}
