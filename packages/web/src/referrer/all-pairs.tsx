import type { ComparedPair } from '@overread/rules/case/report.ts';
import { inOrder } from '../reader/comparison-model.ts';
import { relationInWords, silenceInWords } from '../reader/comparison-table.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './referral.module.css';

const GLYPH = { agrees: '=', differs: '≠', 'only-original': '|', 'only-second': '‖' } as const;

/** Every line of the comparison: what differs most first. */
export function AllPairs({ pairs }: { readonly pairs: readonly ComparedPair[] }) {
  const words = useWords();
  const quote = (pair: ComparedPair, voice: 'original' | 'second') =>
    pair[voice] ?? <i className={styles.nothing}>{silenceInWords(words, pair)}</i>;
  return (
    <table className={styles.pairs}>
      <thead>
        <tr>
          <th scope="col">{words('reader.place')}</th>
          <th scope="col">
            <span className={styles.by1}>{words('reader.original')}</span>
          </th>
          <th scope="col">{words('reader.relation')}</th>
          <th scope="col">
            <span className={styles.by2}>{words('reader.second')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {inOrder(pairs).map((pair) => (
          <tr key={pair.id}>
            <th scope="row">{pair.place}</th>
            <td dir="auto" data-label={words('reader.original')} data-voice="original">
              {quote(pair, 'original')}
            </td>
            <td className={styles.relation}>
              <span className={styles.glyph} data-relation={pair.relation} aria-hidden="true">
                {GLYPH[pair.relation]}
              </span>
              <span>
                {relationInWords(words, pair)}
                {pair.relation !== 'agrees' && <small>{words(`reader.grade.${pair.grade}`)}</small>}
              </span>
            </td>
            <td dir="auto" data-label={words('reader.second')} data-voice="second">
              {quote(pair, 'second')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
