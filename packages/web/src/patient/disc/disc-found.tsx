import { useLingui } from '@lingui/react';
import type { ImportView } from '@overread/contract/imports.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { lazy, Suspense, useMemo } from 'react';
import { completenessOfCase } from '../../set/set-model.ts';
import { fullName, plainDate } from '../../ui/format.ts';
import { PatientPage } from '../../ui/patient-page.tsx';
import { useWords, type Words } from '../../ui/use-words.ts';
import { loadWords } from '../../ui/words-loader.ts';
import { useToCase } from '../case-link.ts';
import { type DiscPerson, headlineOf, peopleOn } from './describe-disc.ts';
import { DiscProblemNotice, OtherDiscNotice } from './disc-notices.tsx';
import type { DiscSession } from './disc-session.ts';
import type { DiscState } from './disc-state.ts';
import { ownWords, personWords, studyLine } from './disc-words.ts';
import { DropZone } from './drop-zone.tsx';
import { FitList } from './fit-list.tsx';
import { judge } from './judge.ts';
import { StaysBehind } from './left-list.tsx';
import { PackedSection } from './packed-section.tsx';
import { type DiscContents, partsOf } from './reading/disc-model.ts';
import { wholeArchives } from './sending/plan-batches.ts';
import { SendingPanel } from './sending-panel.tsx';
import { StudySection } from './study-section.tsx';

const PatientSet = lazy(async () => {
  const [file] = await Promise.all([import('../../set/patient-set.tsx'), loadWords('set')]);
  return { default: file.PatientSet };
});

interface DiscFoundProps {
  readonly view: CaseView;
  readonly session: DiscSession;
  readonly state: DiscState;
  readonly contents: DiscContents;
  /** What the service has of it by now, while it is being sent. */
  readonly delivery: ImportView | undefined;
}

interface LeadFacts {
  readonly view: CaseView;
  readonly contents: DiscContents;
  readonly people: readonly DiscPerson[];
}

/** The sentence below the heading: which examinations, or what has to be decided first. */
function leadWords({ view, contents, people }: LeadFacts, words: Words, locale: string): string {
  const { studies } = contents;
  const [first, last] = [studies[0], studies.at(-1)];
  if (first === undefined || last === undefined)
    return words(contents.packed.length > 0 ? 'intake.lead.packed' : 'intake.lead.nothing');
  if (people.length > 1) return words('intake.lead.people', { name: fullName(view.patient.name) });
  if (people[0]?.verdict === 'other-patient') {
    const other = personWords(words, locale, people[0].patient);
    return words('intake.lead.other', { other, name: ownWords(words, locale, view.patient) });
  }
  if (studies.length === 1) return words('intake.lead.one', { what: studyLine(words, locale, first.summary) });
  const days = { first: plainDate(locale, first.summary.date), last: plainDate(locale, last.summary.date) };
  return words(days.first === days.last ? 'intake.lead.manySameDay' : 'intake.lead.many', {
    count: studies.length,
    ...days,
  });
}

/** What is on a disc: the answer as the heading, whether it fits, each series with a picture, and the button that sends. */
export function DiscFound({ view, session, state, contents, delivery }: DiscFoundProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const back = useToCase(view);
  // Sending tells many times a second how far it is, and a disc may hold tens of thousands of images.
  const people = useMemo(() => peopleOn(contents, (study) => judge(view.patient, study)), [contents, view.patient]);
  const goesAsZip = useMemo(() => wholeArchives(contents, state.chosen).size > 0, [contents, state.chosen]);
  const reportMissing = view.materials.report === 'missing';
  const checked = useMemo(
    () =>
      completenessOfCase(
        view,
        contents.studies.map(({ summary }) => summary),
      ),
    [view, contents],
  );
  // That another part of the body is shown has a line of its own.
  const asked = checked.shows.length > 0 ? 'unknown' : checked.verdict;
  const headline = headlineOf({ contents, people, reportMissing, asked });
  const chosen = contents.studies.filter((study) => partsOf(study).some((part) => state.chosen.has(part)));
  const nothing = contents.studies.length === 0 && contents.packed.length === 0;
  const choice = contents.studies.length > 1 || people[0]?.verdict === 'other-patient';
  return (
    <PatientPage
      heading={headline.map(({ id, with: values }) => words(id, values)).join(' ')}
      over={words('intake.disc.over')}
      lead={<p>{leadWords({ view, contents, people }, words, i18n.locale)}</p>}
      back={back}
      sheet="found"
      asideFirst
      aside={
        nothing ? undefined : (
          <>
            <DiscProblemNotice session={session} state={state} />
            {state.sameDisc === false && state.phase === 'found' && <OtherDiscNotice />}
            <SendingPanel session={session} state={state} delivery={delivery} />
            {contents.studies.length > 0 && <FitList view={view} contents={contents} people={people} chosen={chosen} />}
            {chosen.length > 0 && (
              <Suspense fallback={null}>
                <PatientSet mayWrite={false} view={view} studies={chosen.map(({ summary }) => summary)} />
              </Suspense>
            )}
          </>
        )
      }
    >
      {nothing && <DropZone onPicked={(picked) => void session.choose(picked)} />}
      {people.flatMap((person) =>
        person.studies.map((study) => (
          <StudySection
            key={study.key}
            study={study}
            person={person}
            parts={state.chosen}
            choice={choice}
            fixed={state.phase !== 'found'}
            onToggle={(parts) => session.toggle(parts)}
          />
        )),
      )}
      <PackedSection session={session} state={state} packed={contents.packed} />
      <StaysBehind contents={contents} inZip={goesAsZip} />
    </PatientPage>
  );
}
