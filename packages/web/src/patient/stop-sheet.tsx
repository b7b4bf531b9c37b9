import type { Practice } from '@overread/contract/wire.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import type { RedFlag } from '@overread/rules/case/vocabulary.ts';
import { Copy, OctagonAlert, Phone } from 'lucide-react';
import { useState } from 'react';
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

/** One yes to a warning sign stops the request: what to do now, what to say, and how it goes on. */
export function StopSheet({ view, practice }: { readonly view: CaseView; readonly practice: Practice }) {
  const words = useWords();
  const flags = BY_HASTE.filter((flag) => view.redFlags.yes.includes(flag));
  const first = flags[0] ?? 'cauda-equina';
  const age = ageOn(view.patient.birthDate, new Date());
  const sentence = words(`patient.flag.${first}.say`, { name: fullName(view.patient.name), age: age ?? '' });
  const { given } = view.patient.name;
  return (
    <PatientPage
      stop
      over={
        <span className={styles.stopState}>
          <OctagonAlert aria-hidden="true" /> {words('patient.stop.over')}
        </span>
      }
      heading={words(first === 'stroke' ? 'patient.stop.heading.now' : 'patient.stop.heading', {
        name: given === '' ? view.patient.name.family : given,
      })}
      title={words('patient.stop.title')}
      lead={<p>{words(`patient.flag.${first}.means`)}</p>}
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
        <p>
          {words('patient.stop.mistake')}{' '}
          <a href={telephone(practice.phone)}>{words('patient.stop.callUs', { phone: practice.phone })}</a>
        </p>
      </section>
      <p className={styles.quiet}>{words('patient.stop.kept')}</p>
    </PatientPage>
  );
}
