/** One line of progress on the terminal; elsewhere a line now and then, for a log. */
export interface Meter {
  say(text: string): void;
  clear(): void;
}

const TERMINAL_MS = 100;
const LOG_MS = 10_000;

export function createMeter(out: NodeJS.WriteStream = process.stderr, now: () => number = Date.now): Meter {
  let told = now();
  let shown = false;
  return {
    say(text) {
      if (now() - told < (out.isTTY ? TERMINAL_MS : LOG_MS)) return;
      told = now();
      shown = out.isTTY;
      out.write(out.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
    },
    clear() {
      if (shown) out.write('\r\u001b[K');
      shown = false;
    },
  };
}
