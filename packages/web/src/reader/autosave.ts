export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed';

/** What is worked on, and how far it has got to the service. */
export interface Saved<T> {
  readonly value: T;
  readonly savedAt: string | null;
  readonly state: SaveState;
}

export interface AutosaveOptions<T> {
  readonly initial: T;
  /** When `initial` was saved; null when it never was. */
  readonly savedAt: string | null;
  /** `initial` has changes that the service does not know. */
  readonly unsaved?: boolean;
  readonly afterMs: number;
  /** `keepalive` lets the last one leave while the page closes. Answers when it was saved. */
  readonly put: (value: T, keepalive: boolean) => Promise<{ readonly savedAt: string | null }>;
}

const RETRY_AFTER_MS = 10_000;
/** Browsers let no more than 64 KiB leave with a page that closes; what is longer goes the usual way. */
const MOST_KEEPALIVE = 60_000;

const fitsKeepalive = (body: unknown): boolean =>
  new TextEncoder().encode(JSON.stringify(body)).byteLength <= MOST_KEEPALIVE;

/**
 * Holds what is being worked on and saves it a moment after the last change. One save at a time: an older text must not
 * overtake a newer one. A save that fails is repeated; `now().state` says how it stands.
 */
export class Autosave<T> {
  #now: Saved<T>;
  /** Counts changes; `#saved` is the count that the service has. */
  #changes: number;
  #saved = 0;
  #sending: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  readonly #put: AutosaveOptions<T>['put'];
  readonly #afterMs: number;
  readonly #listeners = new Set<() => void>();

  constructor({ initial, savedAt, unsaved = false, afterMs, put }: AutosaveOptions<T>) {
    this.#now = { value: initial, savedAt, state: unsaved ? 'waiting' : 'saved' };
    this.#changes = unsaved ? 1 : 0;
    this.#afterMs = afterMs;
    this.#put = put;
  }

  readonly now = (): Saved<T> => this.#now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly change = (next: (value: T) => T): void => {
    this.#changes += 1;
    this.#tell({ value: next(this.#now.value), state: 'waiting' });
    this.#saveAfter(this.#afterMs);
  };

  /** Saves now what is not saved yet: on blur, before the lock or the signature, when one goes elsewhere. */
  readonly flush = async (): Promise<void> => {
    while (this.#sending !== null) await this.#sending;
    await this.#save(false);
  };

  /** As `flush`, while the page closes: nothing is waited for. */
  readonly leave = (): void => void this.#save(true);

  /** Begins: what came with unsaved changes is saved. */
  readonly start = (): void => {
    this.#stopped = false;
    if (this.#saved !== this.#changes) this.#saveAfter(0);
  };

  /** Sends what is left, and repeats nothing from now on. */
  readonly stop = (): void => {
    this.#stopped = true;
    clearTimeout(this.#timer);
    void this.flush();
  };

  async #save(keepalive: boolean): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#saved === this.#changes) return;
    const { value } = this.#now;
    const sent = this.#changes;
    this.#tell({ state: 'saving' });
    const sending = this.#put(value, keepalive && fitsKeepalive(value))
      .then(({ savedAt }) => {
        this.#saved = Math.max(this.#saved, sent);
        this.#tell({ savedAt, state: this.#saved === this.#changes ? 'saved' : 'waiting' });
      })
      .catch(() => {
        this.#tell({ state: 'failed' });
        if (!this.#stopped) this.#saveAfter(RETRY_AFTER_MS);
      })
      .finally(() => {
        if (this.#sending === sending) this.#sending = null;
      });
    this.#sending = sending;
    await sending;
  }

  #saveAfter(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  #tell(change: Partial<Saved<T>>): void {
    this.#now = { ...this.#now, ...change };
    for (const listener of this.#listeners) listener();
  }
}
