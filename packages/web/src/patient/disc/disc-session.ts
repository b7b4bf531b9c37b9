import type { DeliveryStatement } from '@overread/contract/imports.ts';
import { type DiscSessionParts, type DiscState, EMPTY, nameOf, problemOf } from './disc-state.ts';
import { type DiscContents, type PickedFile, partsOf } from './reading/disc-model.ts';
import { sha256OfText } from './reading/sha256.ts';
import type { RememberedImport } from './sending/import-memory.ts';
import { type AskKnown, goWhole } from './sending/known-archives.ts';
import { chosenImages, type PlannedUpload, planUploads, wholeArchives } from './sending/plan-batches.ts';
import { sendAll } from './sending/send-all.ts';
import { KnownGone, LineLost } from './sending/send-upload.ts';
import { statementOf } from './sending/statement.ts';
import { addSample, type Sample, secondsLeft, timeLeftOf } from './sending/time-left.ts';

const RETRY_MS = 3_000;
/** How often the page shows how far it is. */
const TELL_EVERY_MS = 100;
/** Images that are gone at the end are sent again; a case that keeps losing them is not the sender's to mend. */
const MAX_ROUNDS = 3;
/** Of what could not be read so much is kept over a reload: the browser's storage is small. */
const KEPT_REFUSED = 200;

/**
 * One disc on its way into one case, from the choice of a folder to the service's word that all is there. It lives as long as
 * the page of the browser: sending goes on while the person fills in other pages.
 */
export class DiscSession {
  readonly #parts: DiscSessionParts;
  readonly #listeners = new Set<() => void>();
  #state: DiscState;
  #stop: AbortController | null = null;

  constructor(parts: DiscSessionParts) {
    this.#parts = parts;
    const kept = parts.memory.recall();
    const begun = kept !== null && parts.isOpen(kept.importId) ? kept : null;
    if (begun === null) parts.memory.forget();
    this.#state = { ...EMPTY, begun, importId: begun?.importId ?? null };
    if (begun?.sent === true) void this.#finishLater(begun);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): DiscState => this.#state;

  #set(change: Partial<DiscState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }

  /** Reads what was chosen. Where it is the disc that a delivery began with, sending goes on by itself. */
  async choose(picked: readonly PickedFile[]): Promise<void> {
    this.stop();
    const { reader, isChosen } = this.#parts;
    const begun = this.#state.begun;
    this.#set({ ...EMPTY, phase: 'reading', name: nameOf(picked), begun, importId: begun?.importId ?? null });
    try {
      const contents = await reader.read(picked, (reading) => this.#set({ reading }));
      const before = begun === null ? null : await this.#chosenBefore(contents, begun);
      const chosen =
        before ??
        new Set([...contents.studies.filter(isChosen).flatMap(partsOf), ...contents.packed.map(({ key }) => key)]);
      this.#set({ phase: 'found', contents, chosen, sameDisc: begun === null ? null : before !== null });
      if (before !== null) await this.send();
    } catch (error) {
      this.#fail(error, 'empty');
    }
  }

  /** The parts that the delivery began with, when all of them are on this disc. */
  async #chosenBefore(contents: DiscContents, begun: RememberedImport): Promise<ReadonlySet<string> | null> {
    const named = await Promise.all(
      [...contents.studies.flatMap(partsOf), ...contents.packed.map(({ key }) => key)].map(async (key) => ({
        key,
        hash: await sha256OfText(`${this.#parts.caseId}\n${key}`),
      })),
    );
    const found = named.filter(({ hash }) => begun.chosen.includes(hash));
    return found.length === begun.chosen.length && found.length > 0 ? new Set(found.map(({ key }) => key)) : null;
  }

  /** Takes these parts along, or leaves them out where one of them was chosen; not while it is being sent. */
  toggle(keys: readonly string[]): void {
    if (this.#state.phase !== 'found') return;
    const chosen = new Set(this.#state.chosen);
    const out = keys.some((key) => chosen.has(key));
    for (const key of keys)
      if (out) chosen.delete(key);
      else chosen.add(key);
    this.#set({ chosen });
  }

  /** Starts over with another disc; what has arrived stays where it is. */
  reset(): void {
    this.stop();
    const { begun } = this.#state;
    this.#set({ ...EMPTY, begun, importId: begun?.importId ?? null });
  }

  /** Asks for another disc after one has arrived. */
  another(): void {
    this.#set({ ...EMPTY, again: true });
  }

  /** Stops sending; it goes on later where it stopped. */
  stop(): void {
    this.#stop?.abort(new DOMException('stopped by the person', 'AbortError'));
    this.#stop = null;
    if (this.#state.phase === 'sending' || this.#state.phase === 'finishing') this.#set({ phase: 'found' });
  }

  /** Sends what was chosen, then tells the service that all is there. */
  async send(): Promise<void> {
    const { contents, chosen, phase } = this.#state;
    if (contents === null || phase !== 'found' || chosen.size === 0) return;
    const stop = new AbortController();
    this.#stop = stop;
    this.#set({ phase: 'sending', problem: null, sending: null, timeLeft: { unit: 'unknown' } });
    try {
      for (let round = 1; ; round += 1) {
        const begun = this.#state.begun ?? (await this.#begin(contents, stop.signal));
        if (await this.#sendOnce(begun, contents, { stop, again: round < MAX_ROUNDS })) return;
      }
    } catch (error) {
      if (!stop.signal.aborted) this.#fail(error, 'found');
    }
  }

  /** Sends and ends the delivery; false when an image that need not be sent is gone by now. */
  async #sendOnce(
    begun: RememberedImport,
    contents: DiscContents,
    { stop, again }: { readonly stop: AbortController; readonly again: boolean },
  ): Promise<boolean> {
    const { chosen } = this.#state;
    const { reader, known, isChosen } = this.#parts;
    const could = wholeArchives(contents, chosen);
    const ask: AskKnown = (sha256s) => this.#untilReached(() => known(begun.importId, sha256s), stop.signal);
    const archives = contents.archives.filter(({ at }) => could.has(at));
    const whole = await goWhole(archives, { reader, known: ask });
    await this.#sendUploads(begun, planUploads(contents, chosen, { whole }), stop.signal);
    const statement = statementOf({ contents, chosen, whole, isOther: (study) => !isChosen(study) });
    const kept = { ...statement, lists: [], refused: statement.refused.slice(0, KEPT_REFUSED) };
    this.#remember({ ...(this.#state.begun ?? begun), sent: true, statement: kept });
    try {
      await this.#finish(begun.importId, statement, stop.signal);
    } catch (error) {
      if (!(error instanceof KnownGone && again)) throw error;
      this.#forgetArrived();
      this.#set({ phase: 'sending' });
      return false;
    }
    return true;
  }

  /** What had arrived is asked for once more: what is here is not sent again. */
  #forgetArrived(): void {
    const { begun } = this.#state;
    if (begun !== null) this.#remember({ ...begun, sent: false, arrived: [], arrivedFiles: 0, arrivedBytes: 0 });
  }

  async #begin(contents: DiscContents, signal: AbortSignal): Promise<RememberedImport> {
    const { importId } = await this.#untilReached(this.#parts.openImport, signal);
    const { chosen } = this.#state;
    const images = chosenImages(contents, chosen);
    const packed = contents.packed.filter(({ key }) => chosen.has(key));
    const begun: RememberedImport = {
      importId,
      chosen: await Promise.all([...chosen].map((key) => sha256OfText(`${this.#parts.caseId}\n${key}`))),
      files: images.length + packed.length,
      bytes: images.reduce((sum, { size }) => sum + size, 0) + packed.reduce((sum, { blob }) => sum + blob.size, 0),
      name: this.#state.name,
      arrived: [],
      arrivedFiles: 0,
      arrivedBytes: 0,
      sent: false,
    };
    this.#remember(begun);
    this.#set({ importId });
    return begun;
  }

  #remember(begun: RememberedImport): void {
    this.#parts.memory.remember(begun);
    this.#set({ begun });
  }

  async #sendUploads(begun: RememberedImport, uploads: readonly PlannedUpload[], signal: AbortSignal): Promise<void> {
    const { caseId, endpoint, reader, send, pause, nowMs } = this.#parts;
    let samples: readonly Sample[] = [];
    let told = Number.NEGATIVE_INFINITY;
    await sendAll({
      caseId,
      importId: begun.importId,
      endpoint,
      uploads,
      reader,
      send,
      known: (sha256s) => this.#parts.known(begun.importId, sha256s),
      pause,
      signal,
      arrived: new Set(begun.arrived),
      onArrived: (fingerprint, { files, bytes }) => {
        const now = this.#state.begun ?? begun;
        this.#remember({
          ...now,
          arrived: [...now.arrived, fingerprint],
          arrivedFiles: now.arrivedFiles + files,
          arrivedBytes: now.arrivedBytes + bytes,
        });
      },
      onProgress: (sending) => {
        samples = sending.waiting ? [] : addSample(samples, { atMs: nowMs(), bytes: sending.bytes });
        // Each of three uploads tells many times a second; what a person has to see at once is the end and a lost line.
        const turns = sending.waiting !== (this.#state.sending?.waiting ?? false) || sending.files === sending.ofFiles;
        if (!turns && nowMs() - told < TELL_EVERY_MS) return;
        told = nowMs();
        this.#set({ sending, timeLeft: timeLeftOf(secondsLeft(samples, sending.ofBytes)) });
      },
    });
  }

  /** Tells the service that no more comes, for as long as it takes to reach it. */
  async #finish(importId: string, statement: DeliveryStatement | null, signal: AbortSignal): Promise<void> {
    this.#set({ phase: 'finishing', importId });
    await this.#untilReached(() => this.#parts.finishImport(importId, statement), signal);
    this.#parts.memory.forget();
    this.#set({ phase: 'sent', begun: null, problem: null });
  }

  /** After a reload all was sent, and only the service's word is missing. */
  async #finishLater({ importId, statement = null }: RememberedImport): Promise<void> {
    try {
      await this.#finish(importId, statement, new AbortController().signal);
    } catch (error) {
      if (error instanceof KnownGone) this.#forgetArrived();
      this.#fail(error, 'empty');
    }
  }

  async #untilReached<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
    for (;;) {
      signal.throwIfAborted();
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof LineLost)) throw error;
        const { sending } = this.#state;
        if (sending !== null) this.#set({ sending: { ...sending, waiting: true } });
        await this.#parts.pause(RETRY_MS, signal);
      }
    }
  }

  #fail(error: unknown, phase: DiscState['phase']): void {
    this.#stop = null;
    this.#set({ phase, problem: problemOf(error) });
  }
}
