import type { Practice } from '@overread/contract/wire.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import type { RedFlag } from '@overread/rules/case/vocabulary.ts';
import { Copy, OctagonAlert, Phone } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, ButtonAnchor } from '../ui/button.tsx';
import { ageOn, fullName } from '../ui/format.ts';
import { PatientPage } from '../ui/patient-page.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './patient.module.css';

/** The most pressing first: its words stand at the top and are what is said on the telephone. */
const BY_HASTE: readonly RedFlag[] = [
  'stroke',
  'thunderclap-headache',
  'sudden-weakness-or-confusion',
  'first-seizure',
  'sudden-vision-loss',
  'cauda-equina',
  'cord-compression-cancer',
  'spinal-infection-or-trauma',
];

const telephone = (number: string) => `tel:${number.replace(/[^\d+]/g, '')}`;

function CopyWords({ text }: { readonly text: string }) {
  const words = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <Button kind="bare" onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
      <Copy aria-hidden="true" />{' '}
      <span role="status">{words(copied ? 'patient.stop.copied' : 'patient.stop.copy')}</span>
    </Button>
  );
}

interface StopNowProps {
  readonly yes: readonly RedFlag[];
  readonly practice: Practice;
  /** Who it is about, where that is known: the words for the telephone name them. */
  readonly who: { readonly name: string; readonly given: string; readonly age: number | string } | null;
  readonly after: ReactNode;
}

/** What cannot wait: what to do now, and what to say on the telephone. */
export function StopNow({ yes, practice, who, after }: StopNowProps) {
  const words = useWords();
  const flags = BY_HASTE.filter((flag) => yes.includes(flag));
  const first = flags[0] ?? 'cauda-equina';
  const somebody = words('patient.stop.somebody');
  const sentence = words(`patient.flag.${first}.say`, { name: who?.name ?? somebody, age: who?.age ?? '__' });
  return (
    <PatientPage
      stop
      over={
        <span className={styles.stopState}>
          <OctagonAlert aria-hidden="true" /> {words('patient.stop.over')}
        </span>
      }
      heading={words(first === 'stroke' ? 'patient.stop.heading.now' : 'patient.stop.heading', {
        name: who?.given ?? somebody,
      })}
      title={words('patient.stop.title')}
      lead={<p>{words(`patient.flag.${first}.means`)}</p>}
      sheet="stop"
    >
      <div className={styles.send}>
        <ButtonAnchor kind="stop" wide href={telephone(practice.emergencyNumber)}>
          <Phone aria-hidden="true" /> {words('patient.stop.call', { number: practice.emergencyNumber })}
        </ButtonAnchor>
        <p className={styles.quiet}>{words(`patient.flag.${first}.where`)}</p>
      </div>
      <section className={styles.sayIt}>
        <h2>{words('patient.stop.say')}</h2>
        <blockquote>{sentence}</blockquote>
        <CopyWords text={sentence} />
      </section>
      <section className={styles.ticked}>
        <h2>{words('patient.stop.ticked')}</h2>
        <ul>
          {flags.map((flag) => (
            <li key={flag}>
              <b>{words(`patient.flag.${flag}`)}</b>
            </li>
          ))}
        </ul>
        {after}
      </section>
    </PatientPage>
  );
}

/** One yes to a warning sign stops the request: the page of a case shows nothing else. */
export function StopSheet({ view, practice }: { readonly view: CaseView; readonly practice: Practice }) {
  const words = useWords();
  const { given, family } = view.patient.name;
  const age = ageOn(view.patient.birthDate, new Date());
  return (
    <StopNow
      yes={view.redFlags.yes}
      practice={practice}
      who={{ name: fullName(view.patient.name), given: given === '' ? family : given, age: age ?? '' }}
      after={
        <>
          <p>
            {words('patient.stop.mistake')}{' '}
            <a href={telephone(practice.phone)}>{words('patient.stop.callUs', { phone: practice.phone })}</a>
          </p>
          <p>{words('patient.stop.kept')}</p>
        </>
      }
    />
  );
}
