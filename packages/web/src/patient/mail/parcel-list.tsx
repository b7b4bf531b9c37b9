import { useLingui } from '@lingui/react';
import type { PatientParcel } from '@overread/contract/stations.ts';
import { ButtonAnchor } from '../../ui/button.tsx';
import { longDate } from '../../ui/format.ts';
import { useWords } from '../../ui/use-words.ts';
import styles from './mail.module.css';
import { coverSheetPath } from './mail-api.ts';

interface ParcelListProps {
  readonly caseId: string;
  readonly parcels: readonly PatientParcel[];
}

/** Where each parcel is, in plain words, and its sheet as long as it has not left. */
export function ParcelList({ caseId, parcels }: ParcelListProps) {
  const words = useWords();
  const { i18n } = useLingui();
  return (
    <ul className={styles.parcels}>
      {parcels.map(({ parcelId, state, contents, wish, steps }) => {
        const date = longDate(i18n.locale, steps.at(-1)?.at ?? '');
        return (
          <li key={parcelId}>
            <h2>{words(`intake.mail.now.${state}`, { date })}</h2>
            <p className={styles.quiet}>{words('intake.mail.what', { contents, parcel: parcelId })}</p>
            {(state === 'received' || state === 'opened' || state === 'read') && (
              <p>{words(`intake.mail.then.${wish}`)}</p>
            )}
            {state === 'expected' && (
              <ButtonAnchor kind="main" href={coverSheetPath(caseId, parcelId)} newTab>
                {words('intake.mail.sheet')}
              </ButtonAnchor>
            )}
          </li>
        );
      })}
    </ul>
  );
}
