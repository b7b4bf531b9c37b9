import { type FormEvent, useRef, useState } from 'react';
import { ApiProblem } from '../api/request.ts';
import { useKept } from './use-kept.ts';

/** Sentences by field: what is wrong with it. */
export type Faults<T> = Partial<Record<keyof T & string, string>>;

interface FormOptions<T extends object> {
  /** Names the form and the case in the store of what was typed: `history/<caseId>`. */
  readonly keep: string;
  readonly start: T;
  /** What must be mended before anything is sent; sentences, ready to be shown. */
  readonly check: (values: T) => Faults<T>;
  /** Sends it; what it throws is shown. What was typed is then forgotten, unless it answers 'keep' (a sheet of several). */
  readonly send: (values: T) => Promise<unknown>;
}

export interface Form<T extends object> {
  readonly values: T;
  readonly change: (part: Partial<T>) => void;
  readonly faults: Faults<T>;
  /** For `<form noValidate onSubmit={form.submit}>`. */
  readonly submit: (event: FormEvent<HTMLFormElement>) => void;
  readonly busy: boolean;
  readonly problem: Error | null;
  /** Value, change and fault of one text field, to be spread into it. */
  readonly text: <K extends keyof T & string>(
    name: K,
  ) => { name: K; value: string; onChange: (value: string) => void; fault: string | undefined };
}

/** The field that a refusal of the service is about; null where it is about none. */
function refusedField(error: unknown): string | null {
  if (!(error instanceof ApiProblem)) return null;
  const refusal = error.problem?.refusal;
  if (refusal?.code !== 'field-empty' && refusal?.code !== 'field-wrong') return null;
  return refusal.field.split(/[./]/).at(-1) ?? null;
}

/**
 * A form that keeps what was typed (see `useKept`), says at each field what is wrong with it, moves the focus to the first
 * one, and marks the field that the service refused.
 */
export function useForm<T extends object>({ keep, start, check, send }: FormOptions<T>): Form<T> {
  const { values, change, forget } = useKept(keep, start);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const refused = useRef<{ readonly field: string; readonly value: unknown } | null>(null);
  const faults: Faults<T> = tried ? { ...check(values) } : {};
  const about = refused.current;
  if (about !== null && about.field in values && problem !== null) {
    const name = about.field as keyof T & string;
    if (values[name] === about.value) faults[name] ??= problem.message;
  }
  async function run(element: HTMLFormElement): Promise<void> {
    setTried(true);
    if (Object.values(check(values)).some((fault) => fault !== undefined)) return focusFirst(element);
    setBusy(true);
    setProblem(null);
    try {
      if ((await send(values)) !== 'keep') forget();
      setTried(false);
    } catch (error) {
      const field = refusedField(error);
      refused.current = field === null ? null : { field, value: values[field as keyof T] };
      setProblem(error instanceof Error ? error : new Error(String(error)));
      focusFirst(element);
    } finally {
      setBusy(false);
    }
  }
  return {
    values,
    change,
    faults,
    busy,
    problem,
    submit(event) {
      event.preventDefault();
      if (!busy) void run(event.currentTarget);
    },
    text: (name) => ({
      name,
      value: String(values[name]),
      onChange: (value) => change({ [name]: value } as unknown as Partial<T>),
      fault: faults[name],
    }),
  };
}

/** Puts the focus on the first field that is marked as wrong, once the marks are on the page. */
function focusFirst(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
