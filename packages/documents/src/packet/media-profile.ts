const EXPLICIT_LITTLE = '1.2.840.10008.1.2.1';
const JPEG = '1.2.840.10008.1.2.4.';

/** General purpose profiles by the transfer syntaxes that each allows (PS3.11 annexes D and H, tables of abstract syntaxes). */
const PROFILES: readonly (readonly [name: string, syntaxes: ReadonlySet<string>])[] = [
  ['STD-GEN-CD', new Set([EXPLICIT_LITTLE])],
  ['STD-GEN-DVD-JPEG', new Set([EXPLICIT_LITTLE, `${JPEG}50`, `${JPEG}51`, `${JPEG}70`])],
  ['STD-GEN-DVD-J2K', new Set([EXPLICIT_LITTLE, `${JPEG}90`, `${JPEG}91`])],
];

/** The narrowest profile that allows all of these, or null: then the images are outside all of them, and stay as they came. */
export function mediaProfile(transferSyntaxes: ReadonlySet<string>): string | null {
  return PROFILES.find(([, allowed]) => [...transferSyntaxes].every((each) => allowed.has(each)))?.[0] ?? null;
}
