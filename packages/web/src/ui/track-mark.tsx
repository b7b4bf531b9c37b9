import type { TrackMark } from '@overread/rules/case/view.ts';
import type { ReactNode } from 'react';
import styles from './tracks.module.css';
import { useWords } from './use-words.ts';

const SHAPES: Readonly<Record<TrackMark, ReactNode>> = {
  done: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" />
      <path d="M5 8.2l2.2 2.2L11.2 6" stroke="var(--sheet)" strokeWidth="1.8" fill="none" />
    </>
  ),
  'under-way': (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.7" />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  asked: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.7" strokeDasharray="2.6 2.1" />
      <path d="M8 4.8v3.6l2.2 1.4" stroke="currentColor" strokeWidth="1.5" fill="none" />
    </>
  ),
  decide: (
    <>
      <path d="M8 1.2l6.8 6.8L8 14.8 1.2 8z" fill="currentColor" />
      <path d="M8 4.6v4M8 10.6v1" stroke="var(--sheet)" strokeWidth="1.7" />
    </>
  ),
  sealed: (
    <>
      <rect x="3" y="7" width="10" height="7" rx="1.2" fill="currentColor" />
      <path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  'not-yet': <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.2" />,
};

interface TrackMarkProps {
  readonly mark: TrackMark;
  /** What is heard in front of the mark's own word ("Images"); without it the mark is silent, for where the word stands by. */
  readonly of?: string;
}

/** One of the six marks of a track: a shape, a word for those who listen, then a colour. */
export function TrackMarkIcon({ mark, of }: TrackMarkProps) {
  const words = useWords();
  return (
    <span className={styles.mark} data-mark={mark}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {SHAPES[mark]}
      </svg>
      {of !== undefined && <span className="sr">{`${of}: ${words(`common.mark.${mark}`)}`}</span>}
    </span>
  );
}
