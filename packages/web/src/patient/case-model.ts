import type { CaseView, TrackName } from '@overread/rules/case/view.ts';

/** The page that belongs to each track; those that are not the patient's own lead nowhere until the result is there. */
const PAGES: Readonly<Partial<Record<TrackName, string>>> = {
  question: '/case/$caseId/question',
  images: '/case/$caseId/images',
  report: '/case/$caseId/report',
  history: '/case/$caseId/history',
  consent: '/case/$caseId/consent',
  funding: '/case/$caseId/payment',
};

/** Where a track leads from the patient's page; null for what only others do. */
export function trackPage(view: CaseView, track: TrackName): string | null {
  if (track === 'delivery' || track === 'decision') return view.second === null ? null : '/case/$caseId/result';
  return PAGES[track] ?? null;
}

/** The tracks that need the patient, in the order in which they are best done on a phone. */
export const OWN_TRACKS: readonly TrackName[] = ['question', 'history', 'consent', 'images', 'report', 'funding'];
export const OTHER_TRACKS: readonly TrackName[] = ['reading', 'delivery', 'decision'];

/** Which track the sentence at the top is about, so that the button below it says the same. */
const WAITS_ON: Readonly<Record<string, TrackName>> = {
  question: 'question',
  'red-flags': 'question',
  history: 'history',
  consent: 'consent',
  images: 'images',
  'images-again': 'images',
  report: 'report',
  'report-again': 'report',
  funding: 'funding',
  payment: 'funding',
};

/** The patient's next step: a track with its page, or null when the others have the word. */
export function nextStep(view: CaseView): { readonly track: TrackName; readonly to: string } | null {
  if (view.stage === 'cancelled' || view.stage === 'closed' || view.second !== null) return null;
  const waitsOn = WAITS_ON[view.waiting.say.replace(/^waiting\.|\.patient$/g, '')];
  const open = OWN_TRACKS.filter((name) => {
    const mark = view.tracks.find(({ track }) => track === name)?.mark;
    return mark !== undefined && isPatients(view, name, mark);
  });
  const track = waitsOn ?? open[0];
  const to = track === undefined ? undefined : PAGES[track];
  return track === undefined || to === undefined ? null : { track, to };
}

function isPatients(view: CaseView, name: TrackName, mark: CaseView['tracks'][number]['mark']): boolean {
  const { materials } = view;
  switch (name) {
    case 'question':
      return view.question === null || view.redFlags.answeredAt === null;
    case 'history':
      return view.history === null;
    case 'consent':
      return view.consent === null;
    case 'images':
      return materials.images === 'missing' || materials.images === 'rejected';
    case 'report':
      return materials.report === 'missing' || materials.report === 'rejected';
    case 'funding':
      return view.funding?.route === null && mark !== 'done';
    default:
      return false;
  }
}

/** Whether a warning sign is open: then nothing else stands on the page. */
export const isStopped = ({ redFlags }: CaseView): boolean => redFlags.yes.length > 0 && redFlags.clearedBy === null;
