import { DEMO_PRACTICE } from '@overread/demo';
import { makeStudy } from '@overread/demo/generator/make-study.ts';
import type { StudyOptions } from '@overread/demo/generator/options.ts';
import type { StudyTruth } from '@overread/demo/generator/truth.ts';
import type { DemoReport, SeedStep } from '@overread/demo/practice/demo-case.ts';
import type { ArrivedStudy, Command } from '@overread/rules/case/commands.ts';
import { decide } from '@overread/rules/case/decide.ts';
import type { CaseEvent } from '@overread/rules/case/events.ts';
import { evolve } from '@overread/rules/case/evolve.ts';
import type { Refusal } from '@overread/rules/case/refusals.ts';
import type { CaseState, DecideContext } from '@overread/rules/case/state.ts';
import type { Actor } from '@overread/rules/case/vocabulary.ts';
import { CONSENT_VERSION } from '@overread/words';
import { sha256 } from './hash.ts';

/** What the demo's practice decides with. */
export function demoContext(now: string, actor: Actor): DecideContext {
  const { prices, calendar } = DEMO_PRACTICE;
  return { now, actor, sha256, prices, calendar, consentVersion: CONSENT_VERSION };
}

export interface Told {
  readonly state: CaseState | null;
  readonly events: readonly CaseEvent[];
}

/** Decides and folds, as the service would; gives the refusal instead of throwing it. */
export function run(told: Told, command: Command, context: DecideContext): Told | { readonly refused: Refusal } {
  const decision = decide(told.state, command, context);
  if ('refused' in decision) return decision;
  let { state } = told;
  const events = [...told.events];
  for (const body of decision.events) {
    const opening = body.type === 'caseOpened' ? body.data.caseId : (state?.id ?? '');
    const event: CaseEvent = {
      ...body,
      caseId: opening,
      version: (state?.version ?? 0) + 1,
      at: context.now,
      actor: context.actor,
    };
    state = evolve(state, event);
    events.push(event);
  }
  return { state, events };
}

/** What an import would find on the disc of these options: the study, and the second person's where there is one. */
export function arrivedStudies(options: StudyOptions): readonly ArrivedStudy[] {
  const { truth } = makeStudy({ ...options, scale: { slices: 2, matrix: 16 } });
  return [truth, ...(truth.other === null ? [] : [truth.other])].map(arrived);
}

function arrived(truth: StudyTruth): ArrivedStudy {
  return {
    studyInstanceUid: truth.studyInstanceUid,
    date: truth.date,
    description: truth.description,
    accessionNumber: truth.accessionNumber,
    institution: truth.institution,
    patient: truth.patient,
    series: truth.series.length,
    instances: truth.series.reduce((sum, { instances }) => sum + instances, 0),
  };
}

/** The command by which the service does what a step of the demo stands for. */
export function commandOf(step: SeedStep): Command {
  if (step.kind === 'command') return step.command;
  if (step.kind === 'disc') return { type: 'receiveImages', importId: 'import-1', studies: arrivedStudies(step.study) };
  if (step.kind === 'report') return { type: 'receiveReport', report: fileOf(step.report) };
  return { type: 'deliverResult', documentSha256: sha256('the document') };
}

function fileOf({ text, fileName, author, facility, date }: DemoReport) {
  return { reportId: 'report-1', sha256: sha256(text), mediaType: 'application/pdf', fileName, author, facility, date };
}
