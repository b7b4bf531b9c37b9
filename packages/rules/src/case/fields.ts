import { isIsoDate } from '../turnaround/dates.ts';
import type { Refusal } from './refusals.ts';

/** Checks of single answers: null when the answer will do. `field` is a path whose last part `packages/words` knows. */
export type Check = Refusal | null;

/** The first refusal of several. */
export function firstOf(...checks: readonly Check[]): Check {
  return checks.find((check) => check !== null) ?? null;
}

export function filled(field: string, text: string): Check {
  return text.trim() === '' ? { code: 'field-empty', field } : null;
}

/** A reason that stays in the record. */
export function reasoned(reason: string): Check {
  return reason.trim() === '' ? { code: 'reason-needed' } : null;
}

export function wrong(field: string, value: string | number | boolean): Check {
  return { code: 'field-wrong', field, value: String(value) };
}

export function oneOf(field: string, value: string, allowed: readonly string[]): Check {
  return allowed.includes(value) ? null : wrong(field, value);
}

export function allOf(field: string, values: readonly string[], allowed: readonly string[]): Check {
  const unknown = values.find((value) => !allowed.includes(value));
  return unknown === undefined ? null : wrong(field, unknown);
}

/** An ISO date; `optional` lets it be empty. */
export function isoDate(field: string, text: string, optional = false): Check {
  if (optional && text === '') return null;
  return filled(field, text) ?? (isIsoDate(text) ? null : wrong(field, text));
}

/** A mail address in shape only: whether it exists shows when something is sent to it. */
export function mailAddress(field: string, text: string): Check {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim()) ? null : wrong(field, text);
}
