import type { ImportView } from '@overread/contract/imports.ts';
import type { DiscCheck } from '@overread/contract/stations.ts';
import {
  checkDiscList,
  describeStudies,
  type InstanceHeader,
  type Left,
  type ListedOnDisc,
  type StudySummary,
} from '@overread/imaging';
import type { Command } from 'commander';
import { type FoundFile, type FoundOnDisc, findFiles } from './import/find-files.ts';
import { openMemory } from './import/memory.ts';
import { createMeter, type Meter } from './import/meter.ts';
import { planUploads } from './import/plan-uploads.ts';
import { type Receipt, receiptText } from './import/receipt.ts';
import { sendUploads } from './import/send-uploads.ts';
import { createService, type Service, ServiceProblem } from './import/service.ts';
import { type Stayed, statementOf } from './import/statement.ts';
import { takeOut } from './import/take-out.ts';
import { inspectionText } from './inspect/print.ts';

interface ImportFlags {
  readonly case: string;
  readonly server: string;
  readonly token?: string;
  readonly parcel?: string;
  readonly anyway?: boolean;
  readonly json?: boolean;
}

const POLL_MS = 400;
const CASE_NUMBER = /^(?:OVR-)?(\d{4}-\d+)$/i;

export function registerImport(program: Command): void {
  program
    .command('import')
    .description('bring what is on a disc, folder, ZIP, ISO or other medium into a case of a running service')
    .argument('<path...>', 'what to read, such as /media/cdrom')
    .requiredOption('--case <number>', 'number or id of the case')
    .option('--server <url>', 'address of the service', 'http://localhost:8042')
    .option('--token <token>', 'token of this station (OVERREAD_TOKEN)')
    .option('--parcel <number>', 'number of the parcel that the disc came in')
    .option('--anyway', 'send also what seems to be another person’s: the coordinator decides')
    .option('--json', 'print the receipt as JSON')
    .action(async (paths: string[], flags: ImportFlags) => {
      process.exitCode = await importCommand(paths, flags);
    });
}

/** Exit code 0 when at least one image arrived, 2 when none, 1 when the service refused or was away. */
export async function importCommand(paths: readonly string[], flags: ImportFlags): Promise<number> {
  const meter = createMeter();
  try {
    const token = flags.token ?? process.env.OVERREAD_TOKEN ?? '';
    if (token === '') {
      throw new ServiceProblem(0, 'A station needs a token: --token or OVERREAD_TOKEN. An administrator makes one.');
    }
    const service = createService(flags.server.replace(/\/+$/, ''), token);
    const receipt = await bring(service, paths, flags, meter);
    meter.clear();
    process.stdout.write(flags.json ? `${JSON.stringify(receipt, null, 2)}\n` : receiptText(receipt));
    if (receipt.receipt?.state === 'failed') return 1;
    return (receipt.receipt?.instances ?? 0) > 0 ? 0 : 2;
  } catch (error) {
    meter.clear();
    if (!(error instanceof ServiceProblem)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

async function bring(service: Service, paths: readonly string[], flags: ImportFlags, meter: Meter): Promise<Receipt> {
  const number = CASE_NUMBER.exec(flags.case)?.[1];
  const caseId = number === undefined ? flags.case : (await service.findCase(number)).caseId;
  const parcelId = flags.parcel ?? null;
  // Before a disc is read for minutes: is the token good, is the case there, is it this parcel's.
  await service.check(caseId, [], parcelId);
  const found = await findFiles(paths, (files) => meter.say(`Looking: ${files} files`));
  const studies = describeStudies(found.files.flatMap(({ headers }) => headers));
  meter.clear();
  const check = await service.check(caseId, studies, parcelId);
  if (!flags.json)
    process.stdout.write(`${inspectionText({ studies, ...found, listed: listedOn(found) })}${fitText(studies, check)}`);
  const chosen = chooseFiles(found.files, strangersOf(studies, check), flags.anyway ?? false);
  const takenOut = await takeOut(chosen.mixed, chosen.isOwn);
  try {
    const lists = [...found.lists, ...found.listsInside.filter(({ path }) => isInside(path, chosen.mixed))];
    const choice = { ...chosen, files: [...chosen.files, ...takenOut.files] };
    return await sendChosen(
      service,
      { caseId, parcelId, number: check.number },
      { ...choice, found: { ...found, lists } },
      meter,
    );
  } finally {
    await takenOut.remove();
  }
}

const isInside = (path: string, containers: readonly FoundFile[]) =>
  containers.some((container) => path.startsWith(`${container.path}/`));

interface Into {
  readonly caseId: string;
  readonly number: string;
  readonly parcelId: string | null;
}

async function sendChosen(
  service: Service,
  { caseId, number, parcelId }: Into,
  chosen: Omit<Stayed, 'unread'> & { readonly files: readonly FoundFile[]; readonly leftBehind: readonly Left[] },
  meter: Meter,
): Promise<Receipt> {
  const { files, strangers, leftBehind, found } = chosen;
  const base = { case: { caseId, number }, leftBehind: [...found.ignored, ...leftBehind] };
  if (files.length === 0) return { ...base, receipt: null, unread: found.refused, parcel: null };
  const { receipt, unread } = await send(service, caseId, { files, strangers, found }, meter);
  const taken = parcelId !== null && receipt.state === 'done' && receipt.instances > 0;
  const parcel = taken ? await service.noteRead(caseId, parcelId, receipt.importId, noteOf(receipt)) : null;
  return { ...base, receipt, unread: [...found.refused, ...unread], parcel };
}

/** What the disc's own lists name, held against what could be read of it. */
function listedOn({ files, lists, listsInside }: FoundOnDisc): ListedOnDisc[] {
  const read = new Set(files.flatMap(({ headers }) => headers.map(({ sopInstanceUid }) => sopInstanceUid)));
  return [...lists, ...listsInside].map((list) => checkDiscList(list, (uid) => read.has(uid)));
}

const keyOf = ({ studyInstanceUid, patient }: Pick<InstanceHeader, 'studyInstanceUid' | 'patient'>) =>
  `${studyInstanceUid}\n${patient.id}\n${patient.name}`;

const VERDICTS = {
  match: 'is the patient’s',
  doubt: 'may be the patient’s: the coordinator will look',
  'other-patient': 'is another person’s',
} as const;

function fitText(studies: readonly StudySummary[], { number, studies: fits }: DiscCheck): string {
  const lines = studies.map((study, i) => {
    const fit = fits[i];
    const why = fit === undefined || fit.verdict === 'match' ? '' : ` (${fit.because.join(' ')})`;
    return `  ${study.description || 'Study'}, ${study.date || 'date unknown'}: ${VERDICTS[fit?.verdict ?? 'doubt']}${why}`;
  });
  return lines.length === 0 ? '' : `\nHeld against case ${number}\n${lines.join('\n')}\n`;
}

/** The studies of other people. */
function strangersOf(studies: readonly StudySummary[], { studies: fits }: DiscCheck): ReadonlySet<string> {
  return new Set(studies.filter((_, i) => fits[i]?.verdict === 'other-patient').map(keyOf));
}

const OTHER = 'another person’s study; --anyway sends it, for the coordinator to decide';
const MIXED =
  'it holds another person’s study as well: the patient’s images are taken out of it; --anyway sends it whole, for the coordinator to decide';

/**
 * What goes: not what is another person's, unless that was asked for. A container goes as it is; of one that is `mixed` only
 * the patient's images go.
 */
function chooseFiles(all: readonly FoundFile[], foreign: ReadonlySet<string>, anyway: boolean) {
  const isForeign = (header: InstanceHeader) => foreign.has(keyOf(header));
  const touched = anyway ? [] : all.filter(({ headers }) => headers.some(isForeign));
  const mixed = touched.filter(({ headers }) => !headers.every(isForeign));
  return {
    files: all.filter((file) => !touched.includes(file)),
    mixed,
    isOwn: (header: InstanceHeader) => !isForeign(header),
    strangers: touched.map((file) => ({ ...file, headers: file.headers.filter(isForeign) })),
    leftBehind: touched.map(
      ({ path }): Left => ({ path, reason: mixed.some((one) => one.path === path) ? MIXED : OTHER }),
    ),
  };
}

/** Images went missing at the service after it said that it had them: they are sent now. */
const KNOWN_GONE = 409;

async function send(
  service: Service,
  caseId: string,
  disc: Omit<Stayed, 'unread'> & { readonly files: readonly FoundFile[] },
  meter: Meter,
) {
  const memory = openMemory(service.server, caseId);
  const before = memory.importId === null ? null : await service.importOf(caseId, memory.importId);
  if (before?.state !== 'uploading') memory.begin((await service.openImport(caseId)).importId);
  const importId = memory.importId as string;
  const sendAll = () =>
    sendUploads({
      ...{ service, caseId, importId, memory, uploads: planUploads(disc.files) },
      askKnown: async (sha256s) => new Set((await service.known(caseId, importId, sha256s)).here),
      onProgress: ({ bytes, ofBytes, waiting }) =>
        meter.say(`Sent: ${megabytes(bytes)} of ${megabytes(ofBytes)} MB${waiting ? ', the line is away' : ''}`),
    });
  let unread = await sendAll();
  const finish = () => service.finish(caseId, importId, statementOf({ ...disc, unread }));
  let receipt = await finish().catch(async (error: unknown) => {
    if (!(error instanceof ServiceProblem) || error.status !== KNOWN_GONE) throw error;
    unread = await sendAll();
    return finish();
  });
  while (receipt.state === 'uploading' || receipt.state === 'importing') {
    meter.say(`Taken in: ${receipt.instances} images`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    receipt = (await service.importOf(caseId, importId)) as ImportView;
  }
  memory.forget();
  return { receipt, unread };
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** What the register of parcels is told: how much did not come off the disc. */
function noteOf({ refused }: ImportView): string {
  return refused.length === 0 ? '' : `${refused.length} files could not be read or were not taken; see the receipt.`;
}
