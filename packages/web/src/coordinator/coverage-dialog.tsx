import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { usePractice } from '../api/index.ts';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { SelectField, TextArea, TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';
import { ActDialog, useFields } from './act-dialog.tsx';
import { amountText, parseAmount } from './amount.ts';
import styles from './case.module.css';
import { CodeFields, codeAnswers, knownAnswers } from './insurer-answers.tsx';

const ANSWERS = ['covered', 'partly', 'not-covered', 'unclear'] as const;
const QUESTIONS = [
  'benefit',
  'code',
  'authorization',
  'share',
  'deductible',
  'network',
  'written',
  'reference',
] as const;
const NETWORKS = ['unknown', 'in', 'out'] as const;

/** What to ask the insurer (DOMAIN section 8), in the order of a call. */
function Script() {
  const words = useWords();
  return (
    <div className={styles.script}>
      <h3>{words('coordinator.coverage.script')}</h3>
      <ol>
        {QUESTIONS.map((question) => (
          <li key={question}>{words(`coordinator.coverage.ask.${question}`)}</li>
        ))}
      </ol>
      <p>{words('coordinator.coverage.odds')}</p>
    </div>
  );
}

/** The call to the insurer: its questions on one side, the answers on the other. */
export function CoverageDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const words = useWords();
  const practice = usePractice();
  const known = view.funding?.coverage ?? null;
  const currency = view.funding?.price?.currency ?? practice.data?.currency ?? 'USD';
  const [answer, setAnswer] = useState(known?.answer ?? null);
  const [needed, setNeeded] = useState<'yes' | 'no' | null>(
    known === null ? null : known.authorizationNeeded ? 'yes' : 'no',
  );
  const [network, setNetwork] = useState(known?.network ?? 'unknown');
  const [codes, setCodes] = useState(knownAnswers(view));
  const { values, field, fine, faults, set } = useFields({
    plan: known?.plan ?? '',
    memberId: known?.memberId ?? '',
    groupNumber: known?.groupNumber ?? '',
    spokenTo: known?.spokenTo ?? '',
    callReference: known?.callReference ?? '',
    share: known === null ? '' : amountText(known.patientShare),
    deductible: known?.deductibleLeft === undefined ? '' : amountText(known.deductibleLeft),
    notes: known?.notes ?? '',
    answer: '',
    authorization: '',
  });
  const act = () => {
    const share = parseAmount(values.share, currency);
    const deductible = values.deductible.trim() === '' ? null : parseAmount(values.deductible, currency);
    const missing = (text: string, say: string) => (text.trim() === '' ? words(say) : null);
    const found = fine({
      plan: missing(values.plan, 'coordinator.coverage.planMissing'),
      memberId: missing(values.memberId, 'coordinator.coverage.memberMissing'),
      answer: answer === null ? words('coordinator.coverage.answerMissing') : null,
      authorization: needed === null ? words('coordinator.coverage.authorizationMissing') : null,
      share: share === null ? words('coordinator.amountWrong') : null,
      deductible: values.deductible.trim() !== '' && deductible === null ? words('coordinator.amountWrong') : null,
    });
    if (!found || answer === null || share === null) return null;
    const { plan, memberId, groupNumber, spokenTo, callReference, notes } = values;
    const texts = { plan, memberId, groupNumber, spokenTo, callReference, notes };
    return {
      type: 'recordCoverage' as const,
      ...texts,
      answer,
      authorizationNeeded: needed === 'yes',
      patientShare: share,
      network,
      codes: codeAnswers(view, codes),
      ...(deductible === null ? {} : { deductibleLeft: deductible }),
    };
  };
  return (
    <ActDialog
      view={view}
      wide
      title={words('coordinator.coverage.title')}
      submit={words('coordinator.coverage.submit')}
      act={act}
      onClose={onClose}
    >
      <Script />
      <div className={styles.fieldPair}>
        <TextField {...field('plan')} label={words('coordinator.coverage.plan')} />
        <TextField {...field('memberId')} label={words('coordinator.coverage.member')} />
        <TextField {...field('groupNumber')} label={words('coordinator.coverage.group')} optional />
        <TextField {...field('spokenTo')} label={words('coordinator.coverage.spokenTo')} />
      </div>
      <ChoiceGroup
        label={words('coordinator.coverage.answer')}
        name="answer"
        value={answer}
        fault={faults.answer ?? null}
        onChange={(value) => {
          setAnswer(value);
          set('answer', value);
        }}
        choices={ANSWERS.map((value) => ({ value, text: words(`coordinator.answer.${value}`) }))}
      />
      <CodeFields view={view} answers={codes} onChange={setCodes} />
      <ChoiceGroup
        label={words('coordinator.coverage.authorizationNeeded')}
        name="authorization"
        value={needed}
        fault={faults.authorization ?? null}
        onChange={(value) => {
          setNeeded(value);
          set('authorization', value);
        }}
        choices={(['yes', 'no'] as const).map((value) => ({ value, text: words(`coordinator.say.${value}`) }))}
      />
      <div className={styles.fieldPair}>
        <TextField
          {...field('share')}
          inputMode="decimal"
          label={words('coordinator.coverage.share', { currency })}
          hint={words('coordinator.coverage.shareHint')}
        />
        <TextField {...field('callReference')} label={words('coordinator.coverage.reference')} optional />
        <TextField
          {...field('deductible')}
          inputMode="decimal"
          label={words('coordinator.coverage.deductible', { currency })}
          optional
        />
        <SelectField
          name="network"
          label={words('coordinator.coverage.network')}
          value={network}
          onChange={(value) => setNetwork(NETWORKS.find((each) => each === value) ?? 'unknown')}
          options={NETWORKS.map((value) => ({ value, text: words(`coordinator.network.${value}`) }))}
        />
      </div>
      <TextArea {...field('notes')} rows={2} label={words('coordinator.coverage.notes')} optional />
    </ActDialog>
  );
}
