import { useCallback, useState } from 'react';

const PREFIX = 'overread.form.';

function read<T>(key: string, start: T): T {
  try {
    const text = sessionStorage.getItem(PREFIX + key);
    return text === null ? start : { ...start, ...(JSON.parse(text) as Partial<T>) };
  } catch {
    return start;
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(PREFIX + key);
    else sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Without storage the page keeps what was typed as long as it is open.
  }
}

/** Lays down what a form that is opened next shall begin with. */
export function keepFor(key: string, values: object | null): void {
  write(key, values);
}

/** What was laid down; null where nothing was. */
export function keptFor<T extends object>(key: string): T | null {
  return read<T | null>(key, null);
}

/** Whether something lies there for a form: what was typed and not sent, or what another page laid down. */
export function isKept(key: string): boolean {
  return Object.keys(read(key, {})).length > 0;
}

export interface Kept<T> {
  readonly values: T;
  readonly change: (part: Partial<T>) => void;
  /** Forgets what was typed, once it has arrived. */
  readonly forget: () => void;
}

/**
 * What a person typed into a form, kept over a reload and a wrong turn as long as the tab is open (sessionStorage), so that
 * nothing is typed twice. `key` names the form and the case; a new key begins anew.
 */
export function useKept<T extends object>(key: string, start: T): Kept<T> {
  const [state, setState] = useState(() => ({ key, values: read(key, start) }));
  if (state.key !== key) setState({ key, values: read(key, start) });
  const change = useCallback(
    (part: Partial<T>) =>
      setState((was) => {
        const values = { ...was.values, ...part };
        write(was.key, values);
        return { ...was, values };
      }),
    [],
  );
  const forget = useCallback(() => write(key, null), [key]);
  return { values: state.values, change, forget };
}
