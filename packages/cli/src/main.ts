import { Command } from 'commander';

/** Each command lives in a file of its own, loaded when it is called: `inspect` needs no database, `start` does. */
const COMMANDS: Readonly<Record<string, { summary: string; load: (program: Command) => Promise<void> }>> = {
  start: {
    summary: 'start the service',
    load: async (program) => (await import('./start.ts')).registerStart(program),
  },
  inspect: {
    summary: 'say what is on a disc: folder, file, ZIP, tar(.gz) or ISO image',
    load: async (program) => (await import('./inspect.ts')).registerInspect(program),
  },
  import: {
    summary: 'bring what is on a disc into a case of a running service',
    load: async (program) => (await import('./import.ts')).registerImport(program),
  },
  verify: {
    summary: 'read every stored image, report and document again, and name what is damaged or missing',
    load: async (program) => (await import('./verify.ts')).registerVerify(program),
  },
  packet: {
    summary: 'write a case as a ZIP, a disc image or a folder',
    load: async (program) => (await import('./packet.ts')).registerPacket(program),
  },
  deidentify: {
    summary: 'write the images of a folder without anything that names the patient',
    load: async (program) => (await import('./deidentify.ts')).registerDeidentify(program),
  },
  compare: {
    summary: 'compare two reports of one examination',
    load: async (program) => (await import('./compare.ts')).registerCompare(program),
  },
};

async function createProgram(wanted: string | undefined): Promise<Command> {
  const program = new Command('overread');
  program.description('A second opinion on an MRI: the service and its tools.');
  for (const [name, { summary, load }] of Object.entries(COMMANDS)) {
    if (name === wanted) await load(program);
    else program.command(name).description(summary);
  }
  return program;
}

const asked = process.argv[2] === 'help' ? process.argv[3] : process.argv[2];
const program = await createProgram(asked);
await program.parseAsync();
