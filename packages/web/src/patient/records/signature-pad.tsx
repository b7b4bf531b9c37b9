import type { SignaturePoint } from '@overread/contract/records.ts';
import { type PointerEvent, useRef } from 'react';
import { useWords } from '../../ui/use-words.ts';
import styles from './records.module.css';

export type Strokes = readonly (readonly SignaturePoint[])[];

/** The field's own units; it is drawn three times as wide as it is high. */
const WIDTH = 1000;
const HEIGHT = 300;
/** Points nearer than this to the last one tell nothing new. */
const NEAR = 4;

const clamp = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value)));
const pathOf = (stroke: readonly SignaturePoint[]) =>
  `M${stroke.map(([x, y]) => `${x} ${y}`).join('L')}${stroke.length === 1 ? 'h1' : ''}`;

interface SignaturePadProps {
  readonly strokes: Strokes;
  readonly onChange: (strokes: Strokes) => void;
}

/** A field to sign in with a finger, a pen or the mouse. Who cannot draw prints the letter and signs it by hand. */
export function SignaturePad({ strokes, onChange }: SignaturePadProps) {
  const words = useWords();
  const drawing = useRef(false);
  const pointOf = (event: PointerEvent<SVGSVGElement>): SignaturePoint => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return [
      clamp(((event.clientX - left) / width) * WIDTH, WIDTH),
      clamp(((event.clientY - top) / height) * HEIGHT, HEIGHT),
    ];
  };
  const draw = (event: PointerEvent<SVGSVGElement>): void => {
    if (!drawing.current) return;
    const [x, y] = pointOf(event);
    const stroke = strokes.at(-1) ?? [];
    const last = stroke.at(-1);
    if (last !== undefined && Math.hypot(x - last[0], y - last[1]) < NEAR) return;
    onChange([...strokes.slice(0, -1), [...stroke, [x, y]]]);
  };
  const stop = () => {
    drawing.current = false;
  };
  return (
    <svg
      className={styles.pad}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={words(strokes.length > 0 ? 'follow.sign.drawn' : 'follow.sign.empty')}
      data-testid="signature"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drawing.current = true;
        onChange([...strokes, [pointOf(event)]]);
      }}
      onPointerMove={draw}
      onPointerUp={stop}
      onPointerCancel={stop}
    >
      <path className={styles.padLine} d={`M40 ${HEIGHT - 70}H${WIDTH - 40}`} />
      {strokes.map((stroke, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: strokes are only added at the end
        <path key={index} className={styles.padStroke} d={pathOf(stroke)} />
      ))}
    </svg>
  );
}
