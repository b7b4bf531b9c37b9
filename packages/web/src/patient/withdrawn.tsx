import { useLingui } from '@lingui/react';
import type { CaseView } from '@overread/rules/case/view.ts';
import { casePath } from '../api/request.ts';
import { longDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../ui/use-words.ts';

/** Signed reports that were taken back: by whom, when, why, and what it means for whoever had them. */
export function Withdrawn({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { i18n } = useLingui();
  if (view.retractions.length === 0) return null;
  return (
    <Notice kind="stop">
      {view.retractions.map(({ number, cause, reason, at, by, signedBy, signedAt }) => (
        <div key={number}>
          <p>
            <b>
              {words('patient.withdrawn', {
                reader: signedBy,
                signed: longDate(i18n.locale, signedAt),
                name: by,
                date: longDate(i18n.locale, at),
              })}
            </b>
          </p>
          <p>
            {words(`patient.withdrawn.${cause}`)} <span dir="auto">{reason}</span>
          </p>
          <p>
            <a href={casePath(view.id, `/retracted/${number}`)} target="_blank" rel="noreferrer">
              {words('patient.withdrawn.pdf')}
            </a>
          </p>
        </div>
      ))}
      <p>{words('patient.withdrawn.means')}</p>
    </Notice>
  );
}
