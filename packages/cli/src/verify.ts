import { type CheckedItem, readConfig, verifyData } from '@overread/server';
import type { Command } from 'commander';

interface VerifyFlags {
  readonly data?: string;
  readonly case?: string;
}

const PROGRESS_MS = 1000;
const FAULTS: Readonly<Record<string, string>> = {
  missing: 'is missing',
  damaged: 'is damaged: it is not what was stored',
  'no-key': 'cannot be read: the key of its case is missing or damaged',
};
const print = (line: string): void => void process.stdout.write(`${line}\n`);

export function registerVerify(program: Command): void {
  program
    .command('verify')
    .description('read every stored image, report and document again, and name what is damaged or missing')
    .option('--data <folder>', 'folder for database, images and keys (OVERREAD_DATA)')
    .option('--case <number>', 'only this case')
    .action(async (flags: VerifyFlags) => {
      process.exitCode = await verify(flags);
    });
}

/** Exit code 0 when every byte is as it was stored, 1 when one is not or the check could not be made. */
async function verify(flags: VerifyFlags): Promise<number> {
  const tally = createTally();
  const timer = setInterval(() => tally.progress(), PROGRESS_MS);
  try {
    const config = readConfig(process.env, { OVERREAD_DATA: flags.data });
    await verifyData({ config, caseNumber: flags.case ?? null, onItem: tally.count, onOrphan: tally.orphan });
    tally.clear();
    print(tally.sentence());
    return tally.faults() === 0 ? 0 : 1;
  } catch (error) {
    tally.clear();
    print(error instanceof Error ? error.message : String(error));
    return 1;
  } finally {
    clearInterval(timer);
  }
}

function createTally() {
  const good = { image: 0, pack: 0, report: 0, document: 0 };
  let bytes = 0;
  let erased = 0;
  let faults = 0;
  let orphans = 0;
  const amount = (): string =>
    `${good.image} images, ${good.report} reports, ${good.document} documents; ${(bytes / 1e6).toFixed(1)} MB`;
  const clear = (): void => {
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  };
  return {
    clear,
    faults: () => faults,
    /** On a terminal only: in a log it would be noise. */
    progress(): void {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001b[KReading: ${amount()}`);
    },
    count({ what, name, bytes: read, fault, detail, caseNumber }: CheckedItem & { readonly caseNumber: string }): void {
      if (fault === null) {
        good[what] += 1;
        bytes += read;
      } else if (fault === 'erased') erased += 1;
      else {
        faults += 1;
        clear();
        print(
          `Case ${caseNumber}: the ${what} ${name} ${FAULTS[fault]}${detail === undefined ? '.' : ` (${detail}).`}`,
        );
      }
    },
    orphan({ key, caseNumber }: { readonly key: string; readonly caseNumber: string }): void {
      orphans += 1;
      clear();
      print(`Case ${caseNumber}: nothing refers to the object ${key}.`);
    },
    sentence(): string {
      const gone = erased === 0 ? '' : ` ${erased} were erased on purpose.`;
      const end =
        faults === 0
          ? 'Everything is as it was stored.'
          : `Damaged or missing: ${faults}. Put them back from a backup.`;
      const spare =
        orphans === 0
          ? ''
          : `\nObjects that nothing refers to: ${orphans}. Nothing is lost: an import that was interrupted or is at work left them, and takes them away when it ends.`;
      return `Read: ${amount()}.${gone}${spare}\n${end}`;
    },
  };
}
