import { useLingui } from '@lingui/react';
import { checkCaseSides } from '@overread/imaging/series/case-side.ts';
import type { CaseView, TrackMark } from '@overread/rules/case/view.ts';
import { completenessOfCase } from '../../set/set-model.ts';
import { fullName } from '../../ui/format.ts';
import { TrackMarkIcon } from '../../ui/track-mark.tsx';
import { useWords, type Words } from '../../ui/use-words.ts';
import { completenessOf, type DiscPerson, documentsIn } from './describe-disc.ts';
import styles from './disc.module.css';
import { ownWords, personWords } from './disc-words.ts';
import type { DiscContents, DiscStudy } from './reading/disc-model.ts';
import { missingIn, seriesWords } from './series-words.ts';

interface Fact {
  readonly key: string;
  readonly mark: TrackMark;
  readonly title: string;
  readonly why?: string;
}

interface FitFacts {
  readonly view: CaseView;
  readonly contents: DiscContents;
  readonly people: readonly DiscPerson[];
  readonly chosen: readonly DiscStudy[];
}

type Speak = { readonly words: Words; readonly locale: string };

function whose({ view, people }: FitFacts, { words, locale }: Speak): Fact {
  const own = ownWords(words, locale, view.patient);
  const person = people.map(({ patient }) => personWords(words, locale, patient)).join('; ');
  const key = 'whose';
  if (people.length > 1) {
    const why = words('intake.fit.peopleWhy', { people: person, name: fullName(view.patient.name) });
    return { key, mark: 'decide', title: words('intake.fit.people'), why };
  }
  const verdict = people[0]?.verdict;
  if (verdict === 'match') {
    const given = view.patient.name.given || view.patient.name.family;
    return {
      key,
      mark: 'done',
      title: words('intake.fit.match', { given }),
      why: words('intake.fit.matchWhy', { person }),
    };
  }
  const id = verdict === 'doubt' ? 'doubt' : 'other';
  return {
    key,
    mark: id === 'doubt' ? 'asked' : 'decide',
    title: words(`intake.fit.${id}`),
    why: words(`intake.fit.${id}Why`, { person, own }),
  };
}

function gapsIn(studies: readonly DiscStudy[], words: Words): string | null {
  for (const { summary } of studies)
    for (const series of summary.series) {
      const gaps = missingIn(series).join('; ');
      if (gaps !== '')
        return words('intake.fit.gapsWhy', { series: seriesWords(words, series, summary.region).title, gaps });
    }
  return null;
}

function complete({ view, chosen }: FitFacts, { words }: Speak): Fact {
  const key = 'complete';
  const checked = completenessOfCase(
    view,
    chosen.map(({ summary }) => summary),
  );
  const state = completenessOf(chosen, checked.shows.length > 0 ? 'unknown' : checked.verdict);
  const gaps = gapsIn(chosen, words);
  if (gaps !== null) return { key, mark: 'asked', title: words('intake.fit.gaps'), why: gaps };
  const known = view.question?.region ?? chosen[0]?.summary.region ?? 'unknown';
  const region = words(`intake.region.${known === 'unknown' ? 'other' : known}`);
  const missing = checked.missing.join(', ') || (chosen[0]?.summary.completeness.missing.join(', ') ?? '');
  const mark = state === 'complete' ? 'done' : state === 'unknown' ? 'not-yet' : 'asked';
  return { key, mark, title: words(`intake.fit.${state}`), why: words(`intake.fit.${state}Why`, { region, missing }) };
}

/** Whether the part of the body is the one that was asked about; nothing where one of the two is not known. */
function region({ view, chosen }: FitFacts, { words }: Speak): Fact | null {
  const asked = view.question?.region;
  const shown = new Set(
    chosen.map(({ summary }) => summary.region).filter((one) => one !== 'unknown' && one !== 'other'),
  );
  if (asked === undefined || asked === 'other' || shown.size === 0) return null;
  const key = 'region';
  if (shown.has(asked))
    return { key, mark: 'done', title: words('intake.fit.region', { region: words(`intake.region.${asked}`) }) };
  const shows = [...shown].map((one) => words(`intake.region.${one}`)).join(', ');
  return {
    key,
    mark: 'asked',
    title: words('intake.fit.regionOther', { region: shows, asked: words(`intake.region.${asked}`) }),
    why: words('intake.fit.regionOtherWhy'),
  };
}

/** Whether the side is the one that was asked about; nothing where they agree or one of them is not known. */
function side({ view, chosen }: FitFacts, { words }: Speak): Fact | null {
  const { question } = view;
  if (question === null) return null;
  const checks = checkCaseSides(
    question,
    chosen.map(({ summary }) => summary),
  );
  const said = checks
    .flatMap(({ conflicts }) => conflicts)
    .find(([{ source }]) => source === 'question')
    ?.map(({ side: named }) => words(`patient.side.${named}`));
  if (said === undefined) return null;
  const [asked = '', shown = ''] = said;
  const values = { asked, shown, region: words(`patient.region.${question.region}`) };
  return {
    key: 'side',
    mark: 'decide',
    title: words('intake.fit.side', values),
    why: words('intake.fit.sideWhy', values),
  };
}

/** Whether what the disc itself lists is on it. */
function listed({ contents }: FitFacts, { words }: Speak): Fact[] {
  return contents.listed
    .filter(({ images }) => images > 0)
    .map(({ path, images, missing }) => {
      const title = words('intake.listed', { images, missing: missing.length });
      if (missing.length === 0) return { key: path, mark: 'done', title };
      const paths = missing.slice(0, 12).join(', ') + (missing.length > 12 ? ' …' : '');
      return { key: path, mark: 'asked', title, why: words('intake.fit.listedWhy', { paths }) };
    });
}

function report({ view, contents }: FitFacts, { words }: Speak): Fact | null {
  const key = 'report';
  const state = view.materials.report;
  if (state === 'requested') return { key, mark: 'asked', title: words('intake.fit.reportAsked') };
  if (state === 'received' || state === 'accepted') return { key, mark: 'done', title: words('intake.fit.reportHere') };
  if (state === 'declared-none') return null;
  const document = documentsIn(contents)[0];
  if (document !== undefined) {
    const why = words('intake.fit.reportMaybeWhy', { name: document });
    return { key, mark: 'asked', title: words('intake.fit.reportMaybe'), why };
  }
  const why = words('intake.fit.reportMissingWhy');
  return { key, mark: 'asked', title: words('intake.fit.reportMissing'), why };
}

/** Whether what is on the disc fits the case: whose it is, whether it is complete, and whether it shows what was asked. */
export function FitList(facts: FitFacts) {
  const words = useWords();
  const { i18n } = useLingui();
  const speak = { words, locale: i18n.locale };
  const { contents, chosen } = facts;
  const damaged: Fact | null =
    contents.refused.length === 0
      ? null
      : {
          key: 'damaged',
          mark: 'asked',
          title: words('intake.fit.damaged', { count: contents.refused.length }),
          why: words('intake.fit.damagedWhy'),
        };
  const list = [
    whose(facts, speak),
    chosen.length === 0 ? null : complete(facts, speak),
    region(facts, speak),
    side(facts, speak),
    damaged,
    ...listed(facts, speak),
    report(facts, speak),
  ].filter((fact) => fact !== null);
  return (
    <section aria-labelledby="fit">
      <h2 id="fit">{words('intake.fit.title')}</h2>
      <ul className={styles.facts}>
        {list.map(({ key, mark, title, why }) => (
          <li key={key}>
            <TrackMarkIcon mark={mark} />
            <div>
              <b>{title}</b>
              {why !== undefined && <span>{why}</span>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
