import { PROFILE_TABLE } from './profile.data.ts';

/** What the profile says of one attribute. */
export interface ProfileRule {
  readonly vr: string;
  /** Of the Basic Profile: X remove, Z empty, D a value that means nothing, U another UID, and their combinations. */
  readonly action: string;
  readonly isTime: boolean;
  readonly patient: 'keep' | 'clean' | null;
  readonly device: 'keep' | 'clean' | null;
  readonly isDescriptor: boolean;
}

const letter = (options: string, keep: string, clean: string) =>
  options.includes(keep) ? 'keep' : options.includes(clean) ? 'clean' : null;

const RULES = new Map<string, ProfileRule>();
for (const row of PROFILE_TABLE.trim().split('\n')) {
  const [tag = '', vr = 'UN', action = 'X', options = '-'] = row.split(' ');
  RULES.set(tag, {
    vr,
    action,
    isTime: options.includes('T'),
    patient: letter(options, 'P', 'p'),
    device: letter(options, 'V', 'v'),
    isDescriptor: options.includes('s'),
  });
}
/** Repeating groups: curves and overlays. */
const PATTERNS = [...RULES]
  .filter(([tag]) => tag.includes('x'))
  .map(([tag, rule]) => ({ pattern: new RegExp(`^${tag.replaceAll('x', '.')}$`), rule }));

export const tagText = (tag: number) => tag.toString(16).padStart(8, '0');

/** The rule of an attribute, by its number; undefined where the profile leaves it as it is. */
export function ruleOf(tag: number): ProfileRule | undefined {
  const text = tagText(tag);
  return RULES.get(text) ?? PATTERNS.find(({ pattern }) => pattern.test(text))?.rule;
}
