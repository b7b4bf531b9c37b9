import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Autosave } from './autosave.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A service that keeps what it is sent; `fails` says how many saves go wrong first. */
function service(fails = 0) {
  const kept: { value: string; keepalive: boolean }[] = [];
  let left = fails;
  const put = async (value: string, keepalive: boolean) => {
    await Promise.resolve();
    left -= 1;
    if (left >= 0) throw new Error('not reached');
    kept.push({ value, keepalive });
    return { savedAt: `2026-11-02T10:00:0${kept.length}.000Z` };
  };
  const autosave = new Autosave({ initial: '', savedAt: null, afterMs: 1_000, put });
  autosave.start();
  return { kept, autosave };
}

const add = (letter: string) => (text: string) => text + letter;

describe('saving by itself', () => {
  it('saves once, a moment after the last change', async () => {
    const { kept, autosave } = service();
    autosave.change(add('a'));
    await vi.advanceTimersByTimeAsync(900);
    autosave.change(add('b'));
    expect(autosave.now().state).toBe('waiting');
    await vi.advanceTimersByTimeAsync(999);
    expect(kept).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(kept).toEqual([{ value: 'ab', keepalive: false }]);
    expect(autosave.now()).toEqual({ value: 'ab', savedAt: '2026-11-02T10:00:01.000Z', state: 'saved' });
  });

  it('repeats a save that failed, with what was changed since', async () => {
    const { kept, autosave } = service(1);
    autosave.change(add('a'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(autosave.now().state).toBe('failed');
    await vi.advanceTimersByTimeAsync(10_000);
    expect([kept.at(-1)?.value, autosave.now().state]).toEqual(['a', 'saved']);
  });

  it('sends what is left when the page closes, and when one goes elsewhere', async () => {
    const { kept, autosave } = service();
    autosave.change(add('a'));
    autosave.leave();
    await vi.advanceTimersByTimeAsync(0);
    expect(kept).toEqual([{ value: 'a', keepalive: true }]);
    autosave.change(add('b'));
    autosave.stop();
    await vi.advanceTimersByTimeAsync(0);
    expect(kept.at(-1)).toEqual({ value: 'ab', keepalive: false });
    autosave.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(kept.length).toBe(2);
  });

  it('does not try to send with a closing page what is too long for it', async () => {
    const { kept, autosave } = service();
    autosave.change(() => 'ä'.repeat(40_000));
    autosave.leave();
    await vi.advanceTimersByTimeAsync(0);
    expect(kept.map(({ keepalive }) => keepalive)).toEqual([false]);
  });

  it('saves what it began with when the service does not know it', async () => {
    const put = vi.fn(async () => ({ savedAt: '2026-11-02T10:00:00.000Z' }));
    const autosave = new Autosave({ initial: 'a', savedAt: null, unsaved: true, afterMs: 1_000, put });
    autosave.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(put).toHaveBeenCalledExactlyOnceWith('a', false);
  });

  it('never has two saves on their way', async () => {
    let going = 0;
    let most = 0;
    const put = async () => {
      going += 1;
      most = Math.max(most, going);
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      going -= 1;
      return { savedAt: null };
    };
    const autosave = new Autosave({ initial: '', savedAt: null, afterMs: 100, put });
    for (let i = 0; i < 20; i += 1) {
      autosave.change(add('a'));
      await vi.advanceTimersByTimeAsync(700);
    }
    void autosave.flush();
    await vi.advanceTimersByTimeAsync(20_000);
    expect([most, autosave.now().state]).toEqual([1, 'saved']);
  });
});
