import type { Refusal } from '@overread/rules/case/refusals.ts';
import problems from './en/problems.json' with { type: 'json' };
import type { Say } from './say.ts';

/**
 * One or two whole sentences that say what did not happen and what to do next, for whoever asked. Field names and other
 * short codes inside the refusal are put into words too; a code without words of its own is shown as plain text.
 */
export function refusalWords(say: Say, refusal: Refusal): string {
  return say(`refusal.${refusal.code}`, blanks(say, refusal));
}

type Values = Readonly<Record<string, string | number>>;

function blanks(say: Say, refusal: Refusal): Values {
  switch (refusal.code) {
    case 'case-is-over':
      return { stage: refusal.stage };
    case 'share-over':
      return { because: refusal.because.replace('-', '_') };
    case 'case-erased':
      return { on: refusal.on };
    case 'not-your-role':
      return { role: term(say, 'role', refusal.role) };
    case 'red-flag-open':
      return { count: refusal.flags.length };
    case 'field-empty':
      return { field: term(say, 'field', refusal.field) };
    case 'field-wrong':
      return { field: term(say, 'field', refusal.field), value: refusal.value };
    case 'not-yet':
      return { count: refusal.needs.length, needs: list(refusal.needs.map((need) => term(say, 'need', need))) };
    case 'already-done':
    case 'not-found':
      return { what: term(say, 'field', refusal.what) };
    case 'reader-not-suited':
      return { rules: list(refusal.rules.map((rule) => term(say, 'rule', rule))) };
    case 'amount-wrong':
      return { expected: amount(refusal.expectedMinor), got: amount(refusal.gotMinor) };
    case 'questions-unanswered':
      return { count: refusal.questionIds.length };
    case 'pairs-unchecked':
      return { count: refusal.pairIds.length };
    default:
      return {};
  }
}

/** The words for a short code: by its whole path, by its last part ("patient.name.family"), or the code made readable. */
function term(say: Say, kind: string, code: string): string {
  const last = code.split(/[./]/).at(-1) ?? code;
  const id = [`${kind}.${code}`, `${kind}.${last}`].find((candidate) => Object.hasOwn(problems, candidate));
  if (id !== undefined) return say(id);
  return last
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase();
}

function list(parts: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(parts);
}

/** Minor units as a plain number with two decimals: the currency is on the page beside it. */
function amount(minor: number): string {
  return (minor / 100).toFixed(2);
}
