import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useCase } from '../api/index.ts';
import { Button } from '../ui/button.tsx';
import { fullName, plainDate, shortMoment } from '../ui/format.ts';
import { SitePage } from '../ui/site-page.tsx';
import { useWords } from '../ui/use-words.ts';
import { ActButton, Refused } from './act-dialog.tsx';
import styles from './case.module.css';
import { DeliveryPart } from './delivery-part.tsx';
import { personWords, regionWords } from './desk-row.tsx';
import { FundingPart } from './funding-part.tsx';
import { HistoryPart } from './history-part.tsx';
import { ImagesPart } from './images-part.tsx';
import { nextAct, PARTS } from './next-act.ts';
import { QuestionPart } from './question-part.tsx';
import { ReadingPart } from './reading-part.tsx';
import { RecordPart } from './record-part.tsx';
import { RecordsPart } from './records-part.tsx';
import { ReportPart } from './report-part.tsx';
import { SideColumn } from './side-column.tsx';

function goTo(part: string) {
  const section = document.getElementById(part);
  section?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  section?.focus({ preventScroll: true });
}

/** What waits on whom, and the one thing to do about it. */
function Head({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const next = nextAct(view);
  const { patient, question, waiting } = view;
  const born = words('coordinator.born', { date: plainDate(i18n.locale, patient.birthDate) });
  const person = personWords({ sex: patient.sex, birthDate: patient.birthDate }, new Date());
  const who = [
    fullName(patient.name),
    [person, born].filter(Boolean).join(', '),
    question === null ? '' : regionWords(words, question.region, question.side),
    words('coordinator.caseNumber', { number: view.number }),
  ];
  return (
    <div className={styles.headline} data-urgent={waiting.urgent ? '' : undefined}>
      <p className={styles.quiet}>{who.filter(Boolean).join(' · ')}</p>
      <h1 aria-live="polite">{words(waiting.say, waiting.with)}</h1>
      <p className={styles.lead}>
        {view.cancelled === null
          ? words(`coordinator.waits.${waiting.who}`, { since: shortMoment(i18n.locale, waiting.since) })
          : words('coordinator.cancelledBecause', { reason: view.cancelled.reason })}
      </p>
      {next !== null && (
        <div className={styles.next}>
          {next.act === 'closeCase' ? (
            <ActButton view={view} kind="main" command={{ type: 'closeCase' }}>
              {words('coordinator.close')}
            </ActButton>
          ) : (
            <Button kind="main" onPress={() => goTo(next.part)}>
              {words(`coordinator.next.${next.act}`)}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function PartLinks() {
  const words = useWords();
  return (
    <nav className={styles.partLinks} aria-label={words('coordinator.parts')}>
      {PARTS.map((part) => (
        <a
          key={part}
          href={`#${part}`}
          onClick={(event) => {
            event.preventDefault();
            goTo(part);
          }}
        >
          {words(`coordinator.part.${part}`)}
        </a>
      ))}
    </nav>
  );
}

function OpenCase({ view }: { readonly view: CaseView }) {
  return (
    <>
      <Head view={view} />
      <div className={styles.columns}>
        <div className={styles.parts}>
          <PartLinks />
          <QuestionPart view={view} />
          <ImagesPart view={view} />
          <ReportPart view={view} />
          <RecordsPart view={view} />
          <HistoryPart view={view} />
          <FundingPart view={view} />
          <ReadingPart view={view} />
          <DeliveryPart view={view} />
          <RecordPart view={view} />
        </div>
        <aside className={styles.side}>
          <SideColumn view={view} />
        </aside>
      </div>
    </>
  );
}

/** One case, for the coordinator: what it waits for, every track with what can be done on it, and its record. */
export function DeskCasePage() {
  const { caseId = '' } = useParams({ strict: false });
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const words = useWords();
  const view = useCase(caseId);
  const name = view.data === undefined ? words('coordinator.case') : fullName(view.data.patient.name);
  return (
    <SitePage title={name} density="dense">
      <p className={styles.back}>
        <Link to="/desk" search={{ ...search, case: caseId } as never}>
          <ArrowLeft aria-hidden="true" size={15} /> {words('coordinator.backToDesk')}
        </Link>
      </p>
      {view.data === undefined ? (
        <div>
          <h1 className={styles.waiting}>
            {words(view.error === null ? 'coordinator.case.opening' : 'coordinator.case')}
          </h1>
          <Refused error={view.error} />
        </div>
      ) : (
        <OpenCase view={view.data} />
      )}
    </SitePage>
  );
}
