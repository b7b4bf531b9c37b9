import type { CaseView } from '@overread/rules/case/view.ts';
import { codesToAsk } from '@overread/rules/money/coverage.ts';
import { useState } from 'react';
import { DateField } from '../ui/date-field.tsx';
import { dateFault, isoDate } from '../ui/dates.ts';
import { newId } from '../ui/new-id.ts';
import { SelectField, TextArea, TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';
import { ActDialog, useFields } from './act-dialog.tsx';

interface DialogProps {
  readonly view: CaseView;
  readonly onClose: () => void;
}

const today = () => new Date().toISOString().slice(0, 10);
/** What is wrong with a typed date, in words; null where nothing is. */
function useDateFault() {
  const words = useWords();
  return (typed: string): string | null => {
    const found = dateFault(typed, today());
    return found === null ? null : words(found.say, found.with);
  };
}

const WAYS = ['phone', 'portal', 'fax', 'x12'] as const;

/** The insurer was asked for its leave: for which code, by what way, when. */
export function AskLeaveDialog({ view, onClose }: DialogProps) {
  const words = useWords();
  const faultOf = useDateFault();
  const [requestId] = useState(newId);
  const codes = codesToAsk(view.question?.region ?? 'other', false);
  const [code, setCode] = useState('0');
  const [way, setWay] = useState<(typeof WAYS)[number]>('phone');
  const { values, field, fine } = useFields({ sentOn: today(), reference: '' });
  const act = () => {
    const sentOn = isoDate(values.sentOn);
    if (!fine({ sentOn: faultOf(values.sentOn) }) || sentOn === null) return null;
    const chosen = codes[Number(code)] ?? { code: '76140', modifier: '' };
    return {
      type: 'requestAuthorization' as const,
      requestId,
      ...chosen,
      way,
      sentOn,
      reference: values.reference.trim(),
    };
  };
  return (
    <ActDialog
      view={view}
      title={words('coordinator.leave.title')}
      lead={<p>{words('coordinator.leave.lead')}</p>}
      submit={words('coordinator.leave.submit')}
      act={act}
      onClose={onClose}
    >
      <SelectField
        name="code"
        label={words('coordinator.leave.code')}
        value={code}
        onChange={setCode}
        options={codes.map((each, i) => ({
          value: String(i),
          text: words(`coordinator.code.${each.modifier === '' ? 'consultation' : each.modifier}`, { code: each.code }),
        }))}
      />
      <SelectField
        name="way"
        label={words('coordinator.leave.way')}
        value={way}
        onChange={(value) => setWay(WAYS.find((each) => each === value) ?? 'phone')}
        options={WAYS.map((value) => ({ value, text: words(`coordinator.leave.way.${value}`) }))}
      />
      <DateField {...field('sentOn')} label={words('coordinator.leave.sentOn')} />
      <TextField {...field('reference')} label={words('coordinator.coverage.reference')} optional />
    </ActDialog>
  );
}

/** The insurer said no: when, why in its own words, until when an appeal is heard. */
export function DenialDialog({ view, onClose }: DialogProps) {
  const words = useWords();
  const faultOf = useDateFault();
  const [denialId] = useState(newId);
  const { values, field, fine } = useFields({ on: today(), reason: '', reference: '', appealUntil: '' });
  const act = () => {
    const [on, until] = [isoDate(values.on), isoDate(values.appealUntil)];
    const found = fine({
      on: faultOf(values.on),
      reason: values.reason.trim() === '' ? words('coordinator.denial.reasonMissing') : null,
      appealUntil: values.appealUntil === '' ? null : faultOf(values.appealUntil),
    });
    if (!found || on === null) return null;
    const { reason, reference } = values;
    return {
      type: 'recordDenial' as const,
      denialId,
      on,
      reason: reason.trim(),
      reference: reference.trim(),
      appealUntil: until ?? '',
    };
  };
  return (
    <ActDialog
      view={view}
      title={words('coordinator.denial.title')}
      submit={words('coordinator.denial.submit')}
      act={act}
      onClose={onClose}
    >
      <DateField {...field('on')} label={words('coordinator.denial.on')} />
      <TextArea
        {...field('reason')}
        rows={2}
        label={words('coordinator.denial.reason')}
        hint={words('coordinator.denial.reasonHint')}
      />
      <TextField {...field('reference')} label={words('coordinator.denial.reference')} optional />
      <DateField {...field('appealUntil')} label={words('coordinator.denial.until')} optional />
    </ActDialog>
  );
}

/** An appeal: why the reading is needed, as its letter says it. */
export function AppealDialog({ view, onClose }: DialogProps) {
  const words = useWords();
  const [appealId] = useState(newId);
  const denial = view.funding?.denials?.at(-1);
  const { values, field, fine } = useFields({ argument: '' });
  const act = () => {
    const argument = values.argument.trim();
    if (!fine({ argument: argument === '' ? words('coordinator.appeal.argumentMissing') : null })) return null;
    const denialId = denial?.denialId ?? '';
    return { type: 'appealDenial' as const, appealId, denialId, argument, sentOn: today() };
  };
  return (
    <ActDialog
      view={view}
      wide
      title={words('coordinator.appeal.title')}
      lead={<p>{words('coordinator.appeal.lead', { reason: denial?.reason ?? '' })}</p>}
      submit={words('coordinator.appeal.submit')}
      act={act}
      onClose={onClose}
    >
      <TextArea
        {...field('argument')}
        rows={7}
        label={words('coordinator.appeal.argument')}
        hint={words('coordinator.appeal.argumentHint')}
      />
    </ActDialog>
  );
}
