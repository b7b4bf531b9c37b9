import type { ImportView } from '@overread/contract/imports.ts';
import type { PatientParcel } from '@overread/contract/stations.ts';
import type { Left } from '@overread/imaging';

/** What came of it, as `--json` prints it. */
export interface Receipt {
  readonly case: { readonly caseId: string; readonly number: string };
  /** What the service made of the delivery; null when nothing was sent. */
  readonly receipt: ImportView | null;
  /** What this machine could not read, and what it left behind on purpose. */
  readonly unread: readonly Left[];
  readonly leftBehind: readonly Left[];
  readonly parcel: PatientParcel | null;
}

const LISTED = 8;
// Control characters of a name would move the cursor of the terminal.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const plain = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Paths by their reason; long lists are cut, `--json` has them whole. */
export function leftLines(title: string, left: readonly Left[]): string[] {
  if (left.length === 0) return [];
  const lines = [`${title} (${left.length})`];
  for (const [reason, group] of Map.groupBy(left, (one) => one.reason)) {
    lines.push(`  ${plain(reason)}`);
    for (const { path } of group.slice(0, LISTED)) lines.push(`    ${plain(path)}`);
    if (group.length > LISTED) lines.push(`    and ${group.length - LISTED} more`);
  }
  return lines;
}

const STATES = {
  attached: 'in the case',
  held: 'waits for the coordinator: it may be another person’s',
  rejected: 'was sent back before',
  pending: 'is with the coordinator',
} as const;

function deliveryLines(view: ImportView): string[] {
  const fresh = view.instances - view.alreadyHere;
  const here = view.alreadyHere === 0 ? '' : `, ${counted(view.alreadyHere, 'was', 'were')} here before`;
  const lists = (view.listed ?? []).flatMap(({ path, images, missing }) => [
    missing.length === 0
      ? `The disc lists ${counted(images, 'image', 'images')} (${plain(path)}); the case has all of them.`
      : `The disc lists ${counted(images, 'image', 'images')} (${plain(path)}); ${missing.length} did not arrive:`,
    ...missing.slice(0, LISTED).map((one) => `    ${plain(one)}`),
  ]);
  return [
    `Arrived: ${counted(view.instances, 'image', 'images')}, ${fresh} new${here}.`,
    ...view.studies.map(
      ({ description, instances, state }) =>
        `  ${plain(description) || 'Study'}: ${counted(instances, 'image', 'images')}, ${STATES[state]}`,
    ),
    ...lists,
    ...leftLines('Could not be read, or was not taken', view.refused),
    ...(view.error === null ? [] : [view.error]),
  ];
}

/** The receipt for people. */
export function receiptText({ case: { number }, receipt, unread, leftBehind, parcel }: Receipt): string {
  const lines = [
    `Receipt, case ${number}`,
    ...(receipt === null ? ['Nothing was sent.'] : deliveryLines(receipt)),
    ...(receipt === null ? leftLines('Could not be read', unread) : []),
    ...leftLines('Left on the disc', leftBehind),
    ...(parcel === null ? [] : [`Parcel ${parcel.parcelId}: noted as read.`]),
  ];
  return `\n${lines.join('\n')}\n`;
}
