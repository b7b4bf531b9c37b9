import { ConfigError, readConfig, type Service, startService } from '@overread/server';
import type { Command } from 'commander';
import { demoHandover, demoPractice } from './demo/handover.ts';
import { createMaker, type Maker } from './demo/maker.ts';
import { seedDemo } from './demo/seed.ts';
import { readPractice } from './start/practice-file.ts';

interface StartFlags {
  readonly data?: string;
  readonly port?: string;
  readonly host?: string;
  readonly demo?: true;
}

/** Ctrl-C reaches a program twice when another program started it; a second one so soon is the same one. */
const SAME_SIGNAL_MS = 2000;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

export function registerStart(program: Command): void {
  program
    .command('start')
    .description('start the service; every setting may also be given as OVERREAD_… in the environment')
    .option('--data <folder>', 'folder for database, images and keys (OVERREAD_DATA)')
    .option('--port <number>', 'TCP port, 0 picks a free one (OVERREAD_PORT)')
    .option('--host <address>', 'address to listen on (OVERREAD_HOST)')
    .option('--demo', 'run the demo practice (OVERREAD_DEMO)')
    .action(async (flags: StartFlags) => {
      process.exitCode = await start(flags);
    });
}

/** Resolves when the service was told to stop, with the exit code. */
async function start(flags: StartFlags): Promise<number> {
  const maker = createMaker();
  const stopping = new AbortController();
  try {
    const stopped = firstSignal();
    const service = await open(flags, maker);
    const seeded = service.ground.practice.demo ? seed(service, maker, stopping.signal) : Promise.resolve();
    await stopped;
    print('Stopping …');
    stopping.abort();
    await seeded;
    await service.stop();
    return 0;
  } catch (error) {
    print('');
    print(error instanceof Error ? error.message : String(error));
    if (process.env.OVERREAD_LOG === 'debug') console.error(error);
    return error instanceof ConfigError ? 2 : 1;
  } finally {
    await maker.close();
  }
}

async function open(flags: StartFlags, maker: Maker): Promise<Service> {
  const config = readConfig(process.env, {
    OVERREAD_DATA: flags.data,
    OVERREAD_PORT: flags.port,
    OVERREAD_HOST: flags.host,
    OVERREAD_DEMO: flags.demo && 'true',
  });
  if (config.demo) {
    const demo = demoHandover(maker);
    const service = await startService({ config, practice: demoPractice(), demo, progress: print });
    await greetDemo(service);
    return service;
  }
  const { practice, path, fresh } = readPractice(config.dataFolder);
  if (fresh) print(`The practice's name, address and prices stand in ${path}. Fill them in, then start again.`);
  const service = await startService({ config, practice, progress: print });
  print(`\nOverread is ready: ${service.url}`);
  const link = await service.rooms.accounts.firstAdministratorLink();
  if (link !== null) print(`\nThe first administrator signs in here, once, and sets up a second step:\n  ${link}`);
  return service;
}

async function greetDemo(service: Service): Promise<void> {
  const links = await service.demoLinks();
  const width = Math.max(...links.map(({ name }) => name.length));
  print(`\nOverread is ready: ${service.url}\n\nSign in as`);
  for (const { role, name, href } of links) {
    print(`  ${role.padEnd(14)} ${name.padEnd(width)}  ${service.url}${href}`);
  }
  print(`\nThe patient's disc:    ${service.url}/demo/disc.zip`);
  print(`Her original report:   ${service.url}/demo/report.pdf\n\nCtrl-C stops the service.\n`);
}

/** The desk fills while people work already; a case that cannot be set up is told, and does not stop the service. */
async function seed(service: Service, maker: Maker, signal: AbortSignal): Promise<void> {
  try {
    await seedDemo(service, { maker, progress: print, signal });
    if (signal.aborted) return;
    print('The demo practice is complete.');
    await service.makeDemoFiles();
  } catch (error) {
    if (signal.aborted) return;
    print('The demo practice could not be set up completely; what is there works. The log says why.');
    service.ground.log.error({ err: error }, 'setting up the demo failed');
  }
}

function firstSignal(): Promise<void> {
  return new Promise((resolve) => {
    let first = 0;
    const onSignal = (): void => {
      if (first !== 0 && Date.now() - first > SAME_SIGNAL_MS) process.exit(130);
      first ||= Date.now();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
  });
}
