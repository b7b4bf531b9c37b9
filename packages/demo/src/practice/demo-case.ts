import type { Command, CommandOf, Facility, ReportFile } from '@overread/rules/case/commands.ts';
import type { Comparison, ReaderReport } from '@overread/rules/case/report.ts';
import type { Actor, FundingRoute, PatientIdentity, RedFlag, ServiceLevel } from '@overread/rules/case/vocabulary.ts';
import type { StudyOptions } from '../generator/options.ts';

type Told<T> = Omit<T, 'type'>;

/** A first report: its words, and what its file says of itself. A PDF of it is made from `text` elsewhere. */
export interface DemoReport extends Pick<ReportFile, 'fileName' | 'author' | 'facility' | 'date'> {
  readonly text: string;
}

/** What a patient brings: enough to take a case from its opening to "everything is here". */
export interface DemoIntake {
  readonly key: string;
  readonly number: string;
  readonly title: string;
  readonly patient: PatientIdentity;
  readonly contact: { readonly email: string; readonly phone: string };
  readonly patientPersonId: string;
  readonly place: string;
  readonly referrer: Told<CommandOf<'nameReferrer'>> | null;
  readonly question: Told<CommandOf<'askQuestion'>>;
  readonly redFlags: { readonly yes: readonly RedFlag[] };
  readonly history: Told<CommandOf<'giveHistory'>>;
  readonly funding: { readonly route: FundingRoute; readonly serviceLevel: ServiceLevel };
  /** What the disc holds, and the first report; null while it is still to come. */
  readonly study: StudyOptions | null;
  readonly report: DemoReport | null;
}

/** What is told of a case after its materials are there. */
export interface DemoOutcome {
  readonly readerId: string;
  /** The second reader's report, written without having seen the first. */
  readonly second: ReaderReport;
  /** What the reader makes of both reports; in the running demo it is compared again by rule, and confirmed. */
  readonly comparison: Comparison;
  readonly decision: Told<CommandOf<'recordDecision'>>;
}

/** A case that is told to its end. */
export interface DemoCase extends DemoIntake, DemoOutcome {
  readonly story: string;
  readonly study: StudyOptions;
  readonly report: DemoReport;
}

/** How far a case has come when the demo starts. Each point includes those before it. */
export const SEED_POINTS = [
  'opened',
  'asked',
  'gathered',
  'checked',
  'funded',
  'offered',
  'accepted',
  'reading',
  'locked',
  'compared',
  'signed',
  'delivered',
  'seen',
  'decided',
  'closed',
] as const;
export type SeedPoint = (typeof SEED_POINTS)[number];

/** Something that is still missing while a case is gathered. */
export type Missing = 'history' | 'consent' | 'images' | 'report';

/** A case of the running demo, and how far it has come. */
export interface SeedPlan {
  readonly intake: DemoIntake;
  readonly outcome: DemoOutcome | null;
  readonly until: SeedPoint;
  /** When the case was opened, in days before the demo starts. */
  readonly openedDaysAgo: number;
  readonly missing: readonly Missing[];
  /** Records that were asked for of a facility. */
  readonly request: { readonly facility: Facility; readonly wants: readonly ('images' | 'report')[] } | null;
  /** A question that the coordinator has put to the patient. */
  readonly ask: string | null;
  /** What the insurer said, where insurance pays. */
  readonly coverage: Told<CommandOf<'recordCoverage'>> | null;
}

/** One thing that the service does to take a case of the demo where it stands; in the order of `at` (ISO instants). */
export type SeedStep = {
  readonly at: string;
  readonly actor: Actor;
} & (
  | { readonly kind: 'command'; readonly command: Command }
  /** Make this study, import its files as if they had been uploaded, wait until it is done. */
  | { readonly kind: 'disc'; readonly study: StudyOptions }
  /** Hand in the first report. */
  | { readonly kind: 'report'; readonly report: DemoReport }
  /** Make the signed document and deliver it, unless signing has done so. */
  | { readonly kind: 'deliver' }
);

/** A case to be set up: its steps, one after the other. */
export interface SeedScript {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly steps: readonly SeedStep[];
}
