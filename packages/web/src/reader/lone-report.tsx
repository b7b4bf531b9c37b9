import type { ReaderReport } from '@overread/rules/case/report.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useWords } from '../ui/use-words.ts';
import styles from './comparison.module.css';

const SECTIONS = ['findings', 'impression', 'recommendations', 'technique', 'comparison'] as const;

function Sections({ report }: { readonly report: ReaderReport }) {
  const words = useWords();
  return SECTIONS.filter((name) => report[name].trim() !== '').map((name) => (
    <div key={name}>
      <h3>{words(`reader.report.${name === 'findings' ? 'findingsShort' : name}`)}</h3>
      <p className={styles.doctor} dir="auto">
        {report[name]}
      </p>
    </div>
  ));
}

/** The second opinion by itself, for a case without an original report. */
export function LoneReport({ view }: { readonly view: CaseView }) {
  const words = useWords();
  if (view.second === null) return null;
  return (
    <div className={styles.texts}>
      <section aria-label={words('reader.secondReport')}>
        <h2>
          <span className={styles.by2}>{words('reader.secondReport')}</span>
          <small>{view.reading.readerName}</small>
        </h2>
        <Sections report={view.second.final} />
      </section>
    </div>
  );
}

interface SecondOpinionProps {
  readonly view: CaseView;
  readonly onRevise?: () => void;
}

/** What follows the second text: the changed opinion with its reason, where there is one, and the way to change it. */
export function SecondOpinion({ view, onRevise }: SecondOpinionProps) {
  const words = useWords();
  const { second } = view;
  if (second === null) return null;
  return (
    <>
      {second.revisedBecause !== null && (
        <div className={styles.revised}>
          <h3>{words('reader.revised')}</h3>
          <p>{words('reader.revised.because', { reason: second.revisedBecause })}</p>
          <Sections report={second.final} />
        </div>
      )}
      {onRevise !== undefined && view.mayDo.includes('reviseOpinion') && (
        <button type="button" className={styles.bare} onClick={onRevise}>
          {words('reader.revise')}
        </button>
      )}
    </>
  );
}
