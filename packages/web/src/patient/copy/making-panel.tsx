import type { MakingPacket } from '@overread/contract/images.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useWords } from '../../ui/use-words.ts';
import patient from '../patient.module.css';
import styles from './copy.module.css';
import { sizeWords } from './copy-model.ts';

/** How far a packet is that is being made, and how large it will be. Shows nothing before the service has said so. */
export function MakingPanel({ making }: { readonly making: MakingPacket | null }) {
  const words = useWords();
  if (making === null || making.ofImages === 0) return null;
  const { images, ofImages, bytes } = making;
  const { amount, unit } = sizeWords(bytes);
  return (
    <section className={styles.making} aria-labelledby="making">
      <h2 id="making">{words('intake.copy.making.title')}</h2>
      <ProgressBar
        done={images}
        of={ofImages}
        labelledBy="making"
        spoken={(percent) => words('intake.copy.making.spoken', { percent })}
      />
      <p className={patient.quiet}>
        {words('intake.copy.making', { images, of: ofImages })} {words(`intake.copy.making.size.${unit}`, { amount })}{' '}
        {words('intake.copy.making.stay')}
      </p>
    </section>
  );
}
