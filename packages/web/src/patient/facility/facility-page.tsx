import { useLingui } from '@lingui/react';
import type { FacilityDoor } from '@overread/contract/records.ts';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { usePractice } from '../../api/people.ts';
import { Button } from '../../ui/button.tsx';
import { FileButton, REPORT_FILES } from '../../ui/file-button.tsx';
import { longDate } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { PatientPage } from '../../ui/patient-page.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import { useWords } from '../../ui/use-words.ts';
import { DiscProblemNotice } from '../disc/disc-notices.tsx';
import type { DiscSession } from '../disc/disc-session.ts';
import { DropZone } from '../disc/drop-zone.tsx';
import { SendingPanel } from '../disc/sending-panel.tsx';
import patient from '../patient.module.css';
import { bringReport, createFacilitySession, openDoor } from './facility-session.ts';

/** A code is 20 letters and digits; what stands between them does not matter. */
const CODE_SIGNS = 20;
const plain = (code: string) => code.replace(/[^0-9A-Za-z]/g, '');

interface DoorProps {
  readonly door: FacilityDoor;
  readonly code: string;
}

/** The disc's folder or a ZIP: looked at here, then sent, from where it stopped. */
function Images({ session }: { readonly session: DiscSession }) {
  const words = useWords();
  const state = useSyncExternalStore(session.subscribe, session.state);
  const { phase, contents } = state;
  if (phase === 'sent')
    return (
      <Notice kind="done" live="status" title={words('follow.facility.imagesSent')}>
        <p>{words('follow.facility.imagesSent.say')}</p>
        <p>
          <Button onPress={() => session.another()}>{words('follow.facility.another')}</Button>
        </p>
      </Notice>
    );
  const studies = contents?.studies ?? [];
  const series = studies.reduce((sum, { summary }) => sum + summary.series.length, 0);
  return (
    <>
      {phase === 'empty' && <DropZone onPicked={(picked) => void session.choose(picked)} />}
      {phase === 'reading' && <p role="status">{words('follow.facility.reading')}</p>}
      {phase === 'found' && <p>{words('follow.facility.found', { studies: studies.length, series })}</p>}
      <DiscProblemNotice state={state} session={session} />
      {phase !== 'empty' && phase !== 'reading' && (
        <SendingPanel session={session} state={state} delivery={undefined} />
      )}
    </>
  );
}

function Report({ door, code }: DoorProps) {
  const words = useWords();
  const [sent, setSent] = useState(!door.missing.includes('report'));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const send = (file: File): void => {
    setBusy(true);
    setProblem(null);
    bringReport(door.caseId, code, file)
      .then(() => setSent(true))
      .catch((error: unknown) => setProblem(error instanceof Error ? error : new Error(String(error))))
      .finally(() => setBusy(false));
  };
  if (sent)
    return (
      <Notice kind="done" live="status" title={words('follow.facility.reportSent')}>
        <p>{words('follow.facility.reportSent.say')}</p>
      </Notice>
    );
  return (
    <>
      <p>{words('follow.facility.report.say')}</p>
      <div>
        <FileButton
          accept={REPORT_FILES}
          label={words('follow.facility.report.choose')}
          testId="facility-report"
          onFile={send}
          busy={busy && words('follow.facility.report.sending')}
        >
          {words('follow.facility.report.choose')}
        </FileButton>
      </div>
      <ProblemNotice error={problem} />
    </>
  );
}

function Door({ door, code }: DoorProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const practice = usePractice();
  const [session] = useState(() => createFacilitySession(door.caseId, code));
  const day = door.studyDate === '' ? '' : longDate(i18n.locale, door.studyDate);
  return (
    <PatientPage
      over={words('follow.facility.over', { practice: practice.data?.name ?? '', number: door.caseNumber })}
      heading={words('follow.facility.heading', { initials: door.initials, year: door.birthYear })}
      lead={
        <p>
          {words(day === '' ? 'follow.facility.lead.noDay' : 'follow.facility.lead', { facility: door.facility, day })}
        </p>
      }
      sheet="door"
    >
      {door.wants.includes('images') && (
        <section aria-labelledby="images">
          <h2 id="images">{words('follow.facility.images')}</h2>
          <p>{words('follow.facility.images.say')}</p>
          <Images session={session} />
        </section>
      )}
      {door.wants.includes('report') && (
        <section aria-labelledby="report">
          <h2 id="report">{words('follow.facility.report')}</h2>
          <Report door={door} code={code} />
        </section>
      )}
      <p className={patient.quiet}>
        {words('follow.facility.private', { date: longDate(i18n.locale, door.expiresAt) })}
      </p>
      {practice.data !== undefined && (
        <p className={patient.quiet}>{words('follow.facility.help', { phone: practice.data.phone })}</p>
      )}
    </PatientPage>
  );
}

/** `/facility`: a hospital or practice brings what a patient asked for, with the code in the letter and without an account. */
export function FacilityPage() {
  const words = useWords();
  const [opened, setOpened] = useState<DoorProps | null>(null);
  const form = useForm({
    keep: 'facility-code',
    start: { code: plain(window.location.hash) },
    check: ({ code }) => (plain(code).length === CODE_SIGNS ? {} : { code: words('follow.facility.code.wrong') }),
    async send({ code }) {
      setOpened({ door: await openDoor(code), code });
    },
  });
  // A code in the address never reaches a server's log: it stands behind the "#". It is taken out of the address bar as well.
  useEffect(() => {
    if (window.location.hash !== '') window.history.replaceState(null, '', window.location.pathname);
  }, []);
  if (opened !== null) return <Door {...opened} />;
  return (
    <PatientPage heading={words('follow.facility.start')} lead={<p>{words('follow.facility.start.lead')}</p>}>
      <form noValidate onSubmit={form.submit}>
        <TextField
          {...form.text('code')}
          label={words('follow.facility.code')}
          hint={words('follow.facility.code.hint')}
          autoComplete="off"
        />
        <ProblemNotice error={form.problem} />
        <Button type="submit" kind="main" wide busy={form.busy && words('follow.facility.opening')}>
          {words('follow.facility.open')}
        </Button>
      </form>
    </PatientPage>
  );
}
