/** The demo practice and the seeded generator of whole MR studies with known lesions and chosen faults. */

export type { TransferSyntax } from '@overread/imaging/write/part10.ts';
export { type BenchStudy, makeBenchStudy } from './generator/bench-study.ts';
export { type Lesion, MS_LESIONS } from './generator/lesions.ts';
export { makeStudy, type PlannedSlice, planStudy } from './generator/make-study.ts';
export { type Manner, protocolInManner } from './generator/manners.data.ts';
export { DEMO_PATIENT, type Faults, OTHER_PATIENT, type StudyOptions, type StudyPatient } from './generator/options.ts';
export { BRAIN_PROTOCOL, type SeriesPlan } from './generator/protocol.ts';
export type { DiscFile, LesionTruth, MadeInstance, MadeStudy, SeriesTruth, StudyTruth } from './generator/truth.ts';
export { DEMO_ARRIVAL } from './practice/background.data.ts';
export type {
  DemoCase,
  DemoIntake,
  DemoOutcome,
  DemoReport,
  SeedPlan,
  SeedPoint,
  SeedScript,
  SeedStep,
} from './practice/demo-case.ts';
export { DEMO_CASES, DEMO_SEED, DEMO_SIGN_INS, demoDisc, demoDiscZip, demoStudy } from './practice/demo-cases.ts';
export { demoId } from './practice/ids.ts';
export { DEMO_PEOPLE, DEMO_PRACTICE, type DemoPerson, type DemoPractice } from './practice/practice.data.ts';
export { seedScript } from './practice/seed-script.ts';
export { writeDisc, zipOf } from './zip-disc.ts';
