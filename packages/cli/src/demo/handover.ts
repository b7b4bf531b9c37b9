import { DEMO_CASES, DEMO_PRACTICE, DEMO_SIGN_INS } from '@overread/demo';
import type { DemoFile, DemoHandover, Practice } from '@overread/server';
import type { Maker } from './maker.ts';

/** The demo practice as the service wants it. */
export function demoPractice(): Practice {
  const { people: _, readers: __, signIn: ___, ...practice } = DEMO_PRACTICE;
  return { ...practice, demo: true };
}

/** The demo's people, readers and sign-in links, and the files that a newcomer brings: case A's disc and first report. */
export function demoHandover(maker: Maker): DemoHandover {
  const { key, report } = DEMO_CASES.ms;
  const only = async (what: 'disc-zip' | 'report'): Promise<Uint8Array> => {
    const [file] = await maker.make(what, key);
    if (file === undefined) throw new Error(`The demo has no ${what}.`);
    return file.bytes;
  };
  const files: readonly DemoFile[] = [
    { name: 'disc.zip', mediaType: 'application/zip', make: () => only('disc-zip') },
    { name: 'report.pdf', mediaType: 'application/pdf', make: () => only('report') },
    { name: 'report.txt', mediaType: 'text/plain; charset=utf-8', make: async () => Buffer.from(report.text) },
  ];
  return { people: DEMO_SIGN_INS, readers: DEMO_PRACTICE.readers, signIn: DEMO_PRACTICE.signIn, files };
}
