import type { Suggestion } from '@overread/contract/reading.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/use-words.ts';
import { Refused } from './act-dialog.tsx';
import styles from './case.module.css';
import { missingForReader } from './next-act.ts';
import { useList } from './part.tsx';
import { useCasePost, useSuggestion } from './staff-api.ts';

/** Readers in sight while something else has to come first. */
const SHOWN = 2;

type Candidate = Suggestion['candidates'][number];

interface CandidateProps {
  readonly candidate: Candidate;
  readonly notYet: string | null;
  readonly busy: boolean;
  readonly onOffer: () => void;
}

/** One reader: what speaks for the match, and each hard rule that it would break. */
function CandidateLine({ candidate, notYet, busy, onOffer }: CandidateProps) {
  const words = useWords();
  const { reader, suited, reasons, broken } = candidate;
  const why = suited ? notYet : words('coordinator.offer.notSuited');
  return (
    <li data-suited={suited}>
      <div>
        <p>
          <b>{reader.name}</b>{' '}
          <span className={styles.quiet}>
            {reader.subspecialties.map((one) => words(`coordinator.subspecialty.${one}`)).join(', ')}
            {' · '}
            {words('coordinator.offer.load', { open: reader.openCases, capacity: reader.capacity })}
          </span>
        </p>
        <ul className={styles.reasons}>
          {broken.map((reason) => (
            <li key={reason} data-broken="">
              <X aria-hidden="true" /> {reason}
            </li>
          ))}
          {suited ? (
            reasons.map((reason) => (
              <li key={reason}>
                <Check aria-hidden="true" /> {reason}
              </li>
            ))
          ) : (
            <li>
              <Check aria-hidden="true" /> {reasons.join(' ')}
            </li>
          )}
        </ul>
      </div>
      <Button notYet={why} busy={busy && words('coordinator.offer.offering')} onPress={onOffer}>
        {words('coordinator.offer.offer')}
        <span className="sr"> {reader.name}</span>
      </Button>
    </li>
  );
}

/** Readers for this case, the best match first; those who break a hard rule stay in sight and cannot be chosen. */
export function Suggestions({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const list = useList();
  const asked = view.maySee.includes('matching:suggest') && view.question !== null;
  const suggestion = useSuggestion(view.id, asked);
  const offer = useCasePost(view.id);
  const [all, setAll] = useState(false);
  if (!asked) return <p>{words('coordinator.offer.later')}</p>;
  const missing = missingForReader(view).map((need) => words(`need.${need}`));
  const first = missing.length > 0 ? words('coordinator.offer.first', { count: missing.length }) : null;
  const may = view.mayDo.includes('offerCase');
  const candidates = suggestion.data?.candidates ?? [];
  const shown = all || first === null ? candidates : candidates.slice(0, SHOWN);
  const chosen = offer.isPending && offer.variables.rest === '/offers' ? offer.variables.body.readerId : null;
  return (
    <div className={styles.suggestions}>
      <h3>{words('coordinator.offer.title')}</h3>
      {missing.length > 0 && <p>{words('coordinator.offer.missing', { needs: list(missing) })}</p>}
      {suggestion.isPending && <p role="status">{words('coordinator.offer.loading')}</p>}
      <Refused error={suggestion.error ?? offer.error} />
      {suggestion.data?.candidates.length === 0 && <p>{words('coordinator.offer.nobody')}</p>}
      <ul className={styles.candidates}>
        {shown.map((candidate) => (
          <CandidateLine
            key={candidate.reader.readerId}
            candidate={candidate}
            notYet={first ?? (may ? null : words('coordinator.offer.notNow'))}
            busy={chosen === candidate.reader.readerId}
            onOffer={() => offer.mutate({ rest: '/offers', body: { readerId: candidate.reader.readerId } })}
          />
        ))}
      </ul>
      {shown.length < candidates.length && (
        <p>
          <Button kind="bare" onPress={() => setAll(true)}>
            {words('coordinator.offer.all', { count: candidates.length })}
          </Button>
        </p>
      )}
    </div>
  );
}
