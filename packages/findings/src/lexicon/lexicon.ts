/** The tables of the lexicon as terms: what each concept is, what it is part of, and how it is written. */

import { phraseBook } from '../text/phrases.ts';
import { anatomyTable } from './anatomy.data.ts';
import { anatomyByRegion } from './anatomy-by-region.data.ts';
import { joint } from './cues.data.ts';
import { observationWordings } from './observation-wordings.data.ts';
import { observationTable } from './observations.data.ts';
import { observationsByRegion } from './observations-by-region.data.ts';

export interface Term {
  readonly code: string;
  readonly label: string;
  readonly flags: readonly string[];
  readonly within: readonly string[];
  /** Observations: concepts of one family are readings of one abnormality. */
  readonly family: string;
  /** Observations: 0 incidental, 1 matters when more than mild, 2 bears on treatment or follow-up. */
  readonly weight: number;
  /** Observations: where it lies when the report does not say. */
  readonly at: string;
  /** Anatomy: what a report denies when it calls the structure normal. */
  readonly denies: readonly string[];
  readonly phrases: string;
}

function parseLine(line: string): Term {
  const cut = line.indexOf(' : ');
  const head = line.slice(0, cut).trim().split(/\s+/);
  const phrases = line.slice(cut + 3).trim();
  const [first = '', ...rest] = head;
  const flags = /\(([^)]*)\)/.exec(first)?.[1]?.split(',') ?? [];
  const code = first.replace(/\(.*$/, '');
  const marked = (mark: string): string => rest.find((word) => word.startsWith(mark))?.slice(1) ?? '';
  return {
    code,
    label: code.replaceAll('-', ' '),
    flags,
    within: rest.filter((word) => /^[a-z]/.test(word)),
    family: marked('#'),
    weight: Number(marked('!') || 1),
    at: marked('@'),
    denies: marked('~') === '' ? [] : marked('~').split(','),
    phrases,
  };
}

/** A line that begins with `+` adds its wordings, and what it lies in, to the concept of an earlier table. */
function added(term: Term, more: Term): Term {
  return { ...term, within: [...term.within, ...more.within], phrases: `${term.phrases}|${more.phrases}` };
}

function parseTables(...tables: readonly string[]): Map<string, Term> {
  const terms = new Map<string, Term>();
  for (const line of tables.flatMap((table) => table.split('\n')))
    if (line.includes(' : ') && !line.startsWith('#')) {
      const term = parseLine(line.replace(/^\+/, ''));
      const known = line.startsWith('+') ? terms.get(term.code) : undefined;
      terms.set(term.code, known ? added(known, term) : term);
    }
  return terms;
}

export const observations: ReadonlyMap<string, Term> = parseTables(
  observationTable,
  observationsByRegion,
  observationWordings,
);
export const anatomy: ReadonlyMap<string, Term> = parseTables(anatomyTable, anatomyByRegion);

export const observationBook = phraseBook(
  [...observations.values()].map((term) => [term.code, term.phrases] as const),
  true,
);
export const anatomyBook = phraseBook([...anatomy.values()].map((term) => [term.code, term.phrases] as const));

function climb(terms: ReadonlyMap<string, Term>, code: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const queue = [code];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...(terms.get(next)?.within ?? []));
  }
  return seen;
}

function closure(terms: ReadonlyMap<string, Term>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map([...terms.keys()].map((code) => [code, climb(terms, code)] as const));
}

const widerObservations = closure(observations);
const widerAnatomy = closure(anatomy);
const none: ReadonlySet<string> = new Set();

/** The concept itself and everything it is a kind of. */
export const kindsOf = (code: string): ReadonlySet<string> => widerObservations.get(code) ?? none;
/** The structure itself and everything it lies in. */
export const placesOf = (code: string): ReadonlySet<string> => widerAnatomy.get(code) ?? none;

export const isFeature = (code: string): boolean => observations.get(code)?.flags.includes('feature') ?? false;
export const isLoose = (code: string): boolean => anatomy.get(code)?.flags.includes('loose') ?? false;
export const isPart = (code: string): boolean => anatomy.get(code)?.flags.includes('part') ?? false;

/** What "normal" denies at a structure; the nearest structure around it that says so. */
export function deniedAt(code: string): readonly string[] {
  const own = anatomy.get(code);
  if (!own) return ['abnormality'];
  if (own.denies.length > 0) return own.denies;
  for (const outer of own.within) {
    const denied = deniedAt(outer);
    if (denied.length > 0) return denied;
  }
  return ['abnormality'];
}

const joints = joint
  .trim()
  .split('\n')
  .map((line) => {
    const [, seen = '', at = '', becomes = ''] = /^(.*) @ (.*) = (.*)$/.exec(line) ?? [];
    return { seen: new Set(seen.split(',')), at: new Set(at.split(',')), becomes };
  });

const narrows = new Set(['narrowing', 'stenosis']);
const passages = new Set(['foramen', 'canal', 'lateral-recess']);

/** What an observation is called at a place: enlargement of a lymph node is lymphadenopathy. */
export function joined(observation: string, places: readonly string[]): string {
  // What a disc narrows is the canal or the foramen named with it.
  if (narrows.has(observation) && places.some((place) => passages.has(place))) return observation;
  for (const rule of joints)
    if (rule.seen.has(observation) && places.some((place) => [...placesOf(place)].some((p) => rule.at.has(p))))
      return rule.becomes;
  return observation;
}
