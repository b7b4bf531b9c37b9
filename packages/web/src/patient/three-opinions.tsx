import { useLingui } from '@lingui/react';
import type { CaseView, ThirdView } from '@overread/rules/case/view.ts';
import { casePath } from '../api/index.ts';
import { Explained } from '../ui/explained.tsx';
import { plainDate } from '../ui/format.ts';
import { useWords } from '../ui/use-words.ts';
import styles from './three-opinions.module.css';

/** In how many of the lines on which the two differ the third bears out whom. */
export function tallyOf({ comparison }: ThirdView) {
  const lines = (comparison?.pairs ?? []).filter(({ relation, third }) => relation !== 'agrees' && third !== undefined);
  const count = (side: string) => lines.filter(({ third }) => third?.bearsOut === side).length;
  return { lines: lines.length, original: count('original'), second: count('second'), neither: count('neither') };
}

/** Three opinions aligned, line by line, each in its own voice; the third weighs as one more. */
export function ThreeOpinions({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const { third } = view;
  if (third?.comparison == null || third.report === null) return null;
  // A doctor who looks at this needs no glossary.
  const said = (text: string) => (view.as === 'patient' ? <Explained text={text} /> : text);
  const quote = (text: string | null | undefined, unjudged = false) =>
    text == null ? (
      <i className={styles.nothing}>{words(`patient.three.${unjudged ? 'notAssessable' : 'notMentioned'}`)}</i>
    ) : (
      said(text)
    );
  const { pairs, plainWords } = third.comparison;
  const name = third.reading.signedBy ?? '';
  return (
    <section className={styles.three} aria-labelledby="three">
      <h2 id="three">{words('patient.three.title')}</h2>
      <p>{words('patient.three.by', { name, date: plainDate(i18n.locale, third.reading.signedAt ?? '') })}</p>
      <p>{words('patient.three.tally', tallyOf(third))}</p>
      <p className="doctor" dir="auto">
        {said(third.report.impression)}
      </p>
      {view.as === 'patient' && plainWords !== '' && (
        <p className="doctor" dir="auto">
          {said(plainWords)}
        </p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{words('patient.three.place')}</th>
            {(['first', 'second', 'third'] as const).map((voice) => (
              <th key={voice} scope="col" data-voice={voice}>
                {words(`patient.three.${voice}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <tr key={pair.id}>
              <th scope="row">{pair.place}</th>
              <td data-voice="first" data-label={words('patient.three.first')} dir="auto">
                {quote(pair.original, pair.notAssessable)}
              </td>
              <td data-voice="second" data-label={words('patient.three.second')} dir="auto">
                {quote(pair.second, pair.notAssessable)}
              </td>
              <td data-voice="third" data-label={words('patient.three.third')} dir="auto">
                {quote(pair.third?.said)}
                {pair.third !== undefined && <small>{words(`patient.three.bearsOut.${pair.third.bearsOut}`)}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {view.maySee.includes('third:view') && (
        <p>
          <a href={casePath(view.id, '/third.pdf')} target="_blank" rel="noreferrer">
            {words('patient.three.pdf')}
          </a>
        </p>
      )}
    </section>
  );
}
