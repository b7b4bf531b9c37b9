import type { Preview } from '@overread/imaging/preview/draw-preview.ts';
import { useEffect, useRef } from 'react';
import { useWords } from '../../ui/use-words.ts';
import styles from './disc.module.css';

interface SeriesPictureProps {
  readonly preview: Preview | undefined;
  /** The series in words. */
  readonly title: string;
}

/** The middle picture of a series; where it cannot be drawn, that is said in its place. */
export function SeriesPicture({ preview, title }: SeriesPictureProps) {
  const words = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (preview === undefined) return;
    const { width, height, rgba } = preview;
    canvas.current?.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0);
  }, [preview]);
  if (preview === undefined) return <p className={styles.noPicture}>{words('intake.series.noPicture')}</p>;
  return (
    <canvas
      ref={canvas}
      className={styles.picture}
      width={preview.width}
      height={preview.height}
      role="img"
      aria-label={words('intake.series.picture', { title })}
    />
  );
}
