import { useLingui } from '@lingui/react';
import type { CaseView, TrackName } from '@overread/rules/case/view.ts';
import type { ReactNode } from 'react';
import { TrackMarkIcon } from '../ui/track-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './case.module.css';
import type { Part as PartName } from './next-act.ts';

interface PartProps {
  readonly part: PartName;
  readonly title: string;
  readonly view: CaseView;
  /** The track whose mark and sentence stand beside the heading. */
  readonly track?: TrackName;
  readonly children: ReactNode;
}

/** One part of the case page: its heading, where it stands, what is known, what can be done. */
export function Part({ part, title, view, track, children }: PartProps) {
  const words = useWords();
  const own = view.tracks.find((one) => one.track === track);
  return (
    <section id={part} className={styles.part} aria-labelledby={`${part}-title`} tabIndex={-1}>
      <header>
        <h2 id={`${part}-title`}>{title}</h2>
        {own !== undefined && (
          <p className={styles.state} data-mark={own.mark}>
            <TrackMarkIcon mark={own.mark} of={words(`common.track.${own.track}`)} /> {words(own.say, own.with)}
          </p>
        )}
      </header>
      <div className={styles.partBody}>{children}</div>
    </section>
  );
}

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  /** Written by the patient or a doctor: serif. */
  readonly doctor?: boolean;
}

/** Names and values; what is empty is left out. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const known = facts.filter(({ value }) => value !== '' && value !== null && value !== undefined && value !== false);
  if (known.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {known.map(({ name, value, doctor }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two facts may have one name, and their order stays
        <div key={`${name}${i}`}>
          <dt>{name}</dt>
          <dd className={doctor ? styles.doctor : undefined} dir={doctor ? 'auto' : undefined}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Buttons of a part in a row. */
export function Acts({ children }: { readonly children: ReactNode }) {
  return <div className={styles.acts}>{children}</div>;
}

/** "conjunction": the consent, the payment and the images. */
export function useList(): (parts: readonly string[]) => string {
  const { i18n } = useLingui();
  return (parts) => new Intl.ListFormat(i18n.locale === 'en' ? 'en-GB' : i18n.locale).format(parts);
}
