import { useLingui } from '@lingui/react';
import type { HeldArrival, HeldCandidate } from '@overread/contract/holding.ts';
import type { CaseRow } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { plainDate } from '../ui/format.ts';
import { TextArea } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';
import { FormDialog, Refused, useFields } from './act-dialog.tsx';
import styles from './desk.module.css';
import { isFound } from './desk-views.ts';
import holding from './holding.module.css';
import { useHeld, useHeldAgainst, useHeldDecision } from './holding-api.ts';
import { personName } from './identity-model.ts';
import { IdentityTable } from './identity-table.tsx';

type Study = NonNullable<HeldArrival['study']>;
/** Found cases that are shown at once; more words find fewer. */
const MOST_FOUND = 8;

interface PutProps {
  readonly arrival: HeldArrival;
  readonly candidate: HeldCandidate | null;
  readonly onClose: () => void;
}

/** Into a case, with a reason where the person does not fit; or away, always with one. */
function DecisionDialog({ arrival, candidate, onClose }: PutProps) {
  const words = useWords();
  const decide = useHeldDecision(arrival.arrivalId);
  const { values, field, fine } = useFields({ reason: '' });
  const isAway = candidate === null;
  const needed = isAway || candidate.identity.verdict !== 'match';
  const number = candidate?.number ?? '';
  const send = () => {
    const reason = values.reason.trim();
    if (!fine({ reason: needed && reason === '' ? words('coordinator.reasonNeeded') : null })) return;
    decide.mutate({ caseId: candidate?.caseId ?? null, reason }, { onSuccess: onClose });
  };
  const way = isAway ? 'discard' : 'put';
  return (
    <FormDialog
      title={words(`coordinator.holding.${way}Title`, { number })}
      lead={<p>{words(`coordinator.holding.${way}Lead`)}</p>}
      submit={words(`coordinator.holding.${way}`, { number })}
      stop={isAway}
      pending={decide.isPending}
      error={decide.error}
      onSubmit={send}
      onClose={onClose}
    >
      <TextArea {...field('reason')} label={words('coordinator.holding.reason')} rows={3} optional={!needed} />
    </FormDialog>
  );
}

interface CandidateProps {
  readonly study: Study;
  readonly candidate: HeldCandidate;
  /** The one that the page is about. */
  readonly isMain: boolean;
  readonly onPut: () => void;
}

/** A case that comes into question, why, and how the person fits. */
function Candidate({ study, candidate, isMain, onPut }: CandidateProps) {
  const words = useWords();
  const { number, patient, because, identity, takes } = candidate;
  return (
    <li className={holding.candidate}>
      <h4>
        {patient.name.family}, {patient.name.given} <span>{number}</span>
      </h4>
      {because.length > 0 && (
        <ul>
          {because.map((reason) => (
            <li key={reason}>{words(`coordinator.holding.because.${reason}`)}</li>
          ))}
        </ul>
      )}
      <IdentityTable patient={patient} study={{ identity, patient: study.patient }} />
      <Button
        kind={isMain ? 'main' : 'plain'}
        onPress={onPut}
        notYet={takes ? null : words('coordinator.holding.takesNone')}
      >
        {words('coordinator.holding.put', { number })}
      </Button>
    </li>
  );
}

interface SearchProps {
  readonly rows: readonly CaseRow[];
  readonly chosen: string | null;
  readonly onChoose: (caseId: string) => void;
}

/** Any open case by number or name. */
function CaseSearch({ rows, chosen, onChoose }: SearchProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const [find, setFind] = useState('');
  const open = rows.filter(({ stage }) => stage !== 'closed' && stage !== 'cancelled');
  const found = find.trim() === '' ? [] : open.filter((row) => isFound(row, find));
  return (
    <div className={holding.search}>
      <label>
        {words('coordinator.holding.find')}
        <input type="search" value={find} onChange={(event) => setFind(event.target.value)} />
      </label>
      {find.trim() !== '' && (
        <p role="status" className={styles.quiet}>
          {words('coordinator.holding.found', { count: found.length })}
        </p>
      )}
      <ul>
        {found.slice(0, MOST_FOUND).map(({ id, number, patientName, birthDate }) => (
          <li key={id}>
            <button type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
              <b>{patientName}</b> {birthDate !== '' && plainDate(i18n.locale, birthDate)} <span>{number}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the images say of themselves. */
function Facts({ study, arrival }: { readonly study: Study; readonly arrival: HeldArrival }) {
  const words = useWords();
  const { i18n } = useLingui();
  const { patient, date, description, accessionNumber, institution, modalities, series, instances } = study;
  const { sender, address } = arrival;
  const day = (iso: string) => (iso === '' ? '' : plainDate(i18n.locale, iso));
  const lines = {
    born: day(patient.birthDate),
    sex: patient.sex,
    id: patient.id,
    date: day(date),
    accession: accessionNumber,
    institution,
    content: [...modalities, words('coordinator.holding.content', { series, count: instances })].join(', '),
    from: address === '' ? sender : `${sender}, ${address}`,
  };
  const named = Object.entries(lines).filter(([, value]) => value !== '');
  const name = personName(patient.name);
  return (
    <div className={styles.panelHead}>
      <h2>{name === '' ? words('coordinator.holding.noName') : name}</h2>
      {description !== '' && <p className={styles.panelQuestion}>{description}</p>}
      <dl className={holding.facts}>
        {named.map(([what, value]) => (
          <div key={what}>
            <dt>{words(`coordinator.holding.fact.${what}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

interface PanelProps {
  readonly arrival: HeldArrival;
  readonly rows: readonly CaseRow[];
}

/** One study of the holding area: what it says of itself, where it may belong, and what is to become of it. */
export function HoldingPanel({ arrival, rows }: PanelProps) {
  const words = useWords();
  const held = useHeld(arrival.arrivalId);
  const [byHand, setByHand] = useState<string | null>(null);
  const against = useHeldAgainst(arrival.arrivalId, byHand);
  const [deciding, setDeciding] = useState<HeldCandidate | 'away' | null>(null);
  const { study } = arrival;
  const suggested = held.data?.candidates ?? [];
  const candidates = (all: readonly HeldCandidate[]) =>
    study !== null &&
    all.length > 0 && (
      <ul>
        {all.map((candidate) => (
          <Candidate
            key={candidate.caseId}
            study={study}
            candidate={candidate}
            isMain={candidate === suggested[0] && candidate.identity.verdict === 'match'}
            onPut={() => setDeciding(candidate)}
          />
        ))}
      </ul>
    );
  const chosen = against.data !== undefined && !suggested.some(({ caseId }) => caseId === byHand) ? [against.data] : [];
  return (
    <>
      {study !== null && <Facts study={study} arrival={arrival} />}
      <div className={holding.cases}>
        <h3>
          {held.data === undefined
            ? words('coordinator.holding.loading')
            : words('coordinator.holding.suggested', { count: suggested.length })}
        </h3>
        <Refused error={held.error ?? against.error} />
        {candidates(suggested)}
        <CaseSearch rows={rows} chosen={byHand} onChoose={setByHand} />
        {candidates(chosen)}
        <div className={holding.away}>
          <p className={styles.quiet}>{words('coordinator.holding.awayHint')}</p>
          <Button onPress={() => setDeciding('away')}>{words('coordinator.holding.discardOpen')}</Button>
        </div>
      </div>
      {deciding !== null && (
        <DecisionDialog
          arrival={arrival}
          candidate={deciding === 'away' ? null : deciding}
          onClose={() => setDeciding(null)}
        />
      )}
    </>
  );
}
