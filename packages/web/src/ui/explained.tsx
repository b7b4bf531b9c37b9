import type { GlossaryId } from '@overread/words/glossary.data.ts';
import { glossaryParts } from '@overread/words/glossary.ts';
import { type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import styles from './explained.module.css';
import { useWords } from './use-words.ts';

/** Room that is kept at the edge of the window, in pixels. */
const EDGE = 8;

/** A doctor's sentence in which the terms can be asked about: by pointing, by a tap, or by the keyboard. */
export function Explained({ text }: { readonly text: string }) {
  let at = 0;
  return glossaryParts(text).map((part) => {
    const key = at;
    at += part.text.length;
    return part.term === null ? part.text : <Term key={key} id={part.term} text={part.text} />;
  });
}

/** What is told stays while it is pointed at (WCAG 1.4.13); a press keeps it open until Escape or the next press. */
function Term({ id, text }: { readonly id: GlossaryId; readonly text: string }) {
  const words = useWords();
  const [open, setOpen] = useState<'no' | 'pointed' | 'pressed'>('no');
  // A finger that touches does not point first: its press is enough.
  const isMouse = ({ pointerType }: PointerEvent) => pointerType !== 'touch';
  return (
    <span
      className={styles.wrap}
      onPointerEnter={(event) => isMouse(event) && open === 'no' && setOpen('pointed')}
      onPointerLeave={() => open === 'pointed' && setOpen('no')}
    >
      <button
        type="button"
        className={styles.term}
        aria-expanded={open !== 'no'}
        onKeyDown={({ key }) => key === 'Escape' && setOpen('no')}
        onBlur={() => setOpen('no')}
        onClick={() => setOpen((was) => (was === 'pressed' ? 'no' : 'pressed'))}
      >
        {text}
      </button>
      <span role="status">{open !== 'no' && <Meaning text={words(`glossary.${id}`)} />}</span>
    </span>
  );
}

function Meaning({ text }: { readonly text: string }) {
  const ref = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const bubble = ref.current;
    if (bubble === null) return;
    const { left, right } = bubble.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const move = Math.max(EDGE - left, Math.min(0, width - EDGE - right));
    bubble.style.translate = `${move}px 0`;
  }, []);
  return (
    <span ref={ref} className={styles.meaning}>
      {text}
    </span>
  );
}
