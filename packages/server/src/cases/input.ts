import { z } from 'zod';
import { refusalProblem } from '../platform/problems.ts';

/** PostgreSQL's JSON holds neither U+0000 nor half a surrogate pair; a text with one is refused, not quietly changed. */
const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

const text = (max: number) => z.string().max(max).refine(isStorable);

/** A name, a number, a plan: what fits on one line. */
export const shortText = text(200);
/** A reason, a note, a sentence or two. */
export const noteText = text(2_000);
/** What somebody tells at length: symptoms, a course, an answer. */
export const longText = text(20_000);
/** A section of a report. */
export const reportText = text(60_000);
export const emailText = text(254);
/** An id made by the caller or by the service: safe in paths and file names. */
export const idText = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);
/** A DICOM UID: DICOM PS3.5, 9.1. */
export const uidText = z.string().regex(/^[0-9.]{1,64}$/);
export const isoDate = z.iso.date();
/** An ISO date, or empty for "not known". */
export const isoDateOrNone = z.union([z.iso.date(), z.literal('')]);
/** ISO 3166-1 or 3166-2. */
export const placeText = z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/);

/**
 * What was sent, checked; throws a refusal that names the first field which does not fit, so that the person reads which
 * answer to correct.
 */
export function readInput<T>(schema: z.ZodType<T>, sent: unknown): T {
  const read = schema.safeParse(sent);
  if (read.success) return read.data;
  const path = deepest(read.error.issues[0]);
  const value = valueAt(sent, path);
  const field = nameOf(path);
  if (value === undefined || value === null || value === '') throw refusalProblem({ code: 'field-empty', field });
  throw refusalProblem({ code: 'field-wrong', field, value: shown(value) });
}

/** A union reports its branches: the branch that came furthest tells what is wrong. */
function deepest(issue: z.core.$ZodIssue | undefined): readonly PropertyKey[] {
  if (issue === undefined) return [];
  if (issue.code !== 'invalid_union') return issue.path;
  const inner = issue.errors.flat().map((each) => deepest(each));
  const longest = inner.reduce((best, path) => (path.length > best.length ? path : best), []);
  return [...issue.path, ...longest];
}

function valueAt(sent: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    sent,
  );
}

/** "patient.name.family" without the envelope and without positions in lists. */
function nameOf(path: readonly PropertyKey[]): string {
  const names = path.filter((key): key is string => typeof key === 'string' && key !== 'command' && key !== 'body');
  return names.length === 0 ? 'answer' : names.join('.');
}

function shown(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return '…';
  const plain = value.replace(/\p{C}/gu, ' ');
  return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain;
}
