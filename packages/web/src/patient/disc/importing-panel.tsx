import type { ImportView } from '@overread/contract/imports.ts';
import { useEffect, useState } from 'react';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useWords } from '../../ui/use-words.ts';
import styles from './disc.module.css';
import { addSample, type Sample, secondsLeft, type TimeLeft, timeLeftOf } from './sending/time-left.ts';
import { foundIn, leftWords } from './sending-panel.tsx';

/** How long the rest takes at the pace of the last looks; measured anew after the page was loaded again. */
function useTimeLeft(bytes: number, of: number): TimeLeft {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useEffect(() => setSamples((before) => addSample(before, { atMs: performance.now(), bytes })), [bytes]);
  return timeLeftOf(secondsLeft(samples, of));
}

/** A delivery that has arrived and is being put in order: how far, what was found, and how long it takes. */
export function ImportingPanel({ delivery }: { readonly delivery: ImportView }) {
  const words = useWords();
  const { bytesImported, bytesReceived } = delivery;
  const left = useTimeLeft(bytesImported, bytesReceived);
  const percent = bytesReceived === 0 ? 0 : Math.floor((bytesImported / bytesReceived) * 100);
  return (
    <section className={styles.send} aria-labelledby="sorting">
      <div className={styles.sendHead}>
        <h2 id="sorting">{words('intake.receipt.sorted', { count: delivery.instances })}</h2>
        <b>{words('intake.receipt.sortedPercent', { percent })}</b>
      </div>
      <ProgressBar
        done={bytesImported}
        of={Math.max(1, bytesReceived)}
        labelledBy="sorting"
        spoken={() => words('intake.receipt.sortedPercent', { percent })}
      />
      <p className={styles.quiet} role="status">
        {words('intake.receipt.found', foundIn(delivery))}
      </p>
      <p className={styles.quiet}>
        {words('intake.send.bytes', {
          sent: Math.round(bytesImported / 1e6),
          of: Math.max(1, Math.round(bytesReceived / 1e6)),
        })}
        {left.unit === 'unknown' ? '' : `. ${leftWords(words, left)}`}
      </p>
    </section>
  );
}
