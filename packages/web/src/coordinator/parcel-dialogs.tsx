import { useLingui } from '@lingui/react';
import type { ParcelView } from '@overread/contract/stations.ts';
import type { ParcelStepType } from '@overread/rules/parcels/parcel.ts';
import { useState } from 'react';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { shortMoment } from '../ui/format.ts';
import { SelectField, TextArea, TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';
import { FormDialog, useFields } from './act-dialog.tsx';
import { useArrived, useDeliveries, useNoteStep } from './parcels-api.ts';
import { NEEDS_WORDS } from './parcels-model.ts';

interface StepDialogProps {
  readonly parcel: ParcelView;
  readonly type: ParcelStepType;
  readonly onClose: () => void;
}

/** A step with a word on it, and with the case or the delivery that it is about. */
export function StepDialog({ parcel, type, onClose }: StepDialogProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const step = useNoteStep(parcel.parcelId);
  const deliveries = useDeliveries(parcel.caseId ?? '', type === 'read' && parcel.caseId !== null);
  const { values, field, fine } = useFields({ note: '', caseNumber: '', importId: '' });
  const asksCase = type === 'assigned';
  const asksDelivery = type === 'read';
  const options = (deliveries.data ?? []).map(({ importId, startedAt, instances }) => ({
    value: importId,
    text: words('coordinator.parcel.delivery', { at: shortMoment(i18n.locale, startedAt), count: instances }),
  }));
  const send = () => {
    const { note, caseNumber, importId } = values;
    const found = fine({
      note: NEEDS_WORDS.has(type) && note.trim() === '' ? words('coordinator.parcel.noteMissing') : null,
      caseNumber: asksCase && caseNumber.trim() === '' ? words('coordinator.parcel.caseMissing') : null,
      importId: asksDelivery && importId === '' ? words('coordinator.parcel.deliveryMissing') : null,
    });
    if (!found) return;
    const more = { ...(asksCase ? { caseNumber: caseNumber.trim() } : {}), ...(asksDelivery ? { importId } : {}) };
    step.mutate({ type, note: note.trim(), ...more }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={words(`coordinator.parcel.step.${type}`)}
      submit={words('coordinator.parcel.noteIt')}
      pending={step.isPending}
      error={step.error}
      onSubmit={send}
      onClose={onClose}
    >
      {asksCase && (
        <TextField
          {...field('caseNumber')}
          label={words('coordinator.parcel.caseNumber')}
          hint={words('coordinator.parcel.caseHint')}
          autoComplete="off"
        />
      )}
      {asksDelivery && (
        <SelectField
          {...field('importId')}
          label={words('coordinator.parcel.whichDelivery')}
          hint={words('coordinator.parcel.whichHint')}
          options={[{ value: '', text: words('coordinator.parcel.chooseDelivery') }, ...options]}
        />
      )}
      <TextArea
        {...field('note')}
        label={words('coordinator.parcel.note')}
        hint={words('coordinator.parcel.noteHint')}
        optional={!NEEDS_WORDS.has(type)}
      />
    </FormDialog>
  );
}

interface ArrivedDialogProps {
  readonly onClose: () => void;
  readonly onNoted: (parcelId: string) => void;
}

/** A parcel that came without an announcement; whose it is may be said later. */
export function ArrivedDialog({ onClose, onNoted }: ArrivedDialogProps) {
  const words = useWords();
  const arrived = useArrived();
  const [wish, setWish] = useState<'returned' | 'destroyed'>('returned');
  const { values, field, fine } = useFields({ contents: '', caseNumber: '', returnTo: '', note: '' });
  const send = () => {
    if (!fine({ contents: values.contents.trim() === '' ? words('coordinator.parcel.contentsMissing') : null })) return;
    arrived.mutate(
      { ...values, caseNumber: values.caseNumber.trim(), wish },
      { onSuccess: ({ parcelId }) => onNoted(parcelId) },
    );
  };
  return (
    <FormDialog
      title={words('coordinator.parcel.arrived')}
      lead={<p>{words('coordinator.parcel.arrivedLead')}</p>}
      submit={words('coordinator.parcel.arrivedSubmit')}
      pending={arrived.isPending}
      error={arrived.error}
      onSubmit={send}
      onClose={onClose}
    >
      <TextField
        {...field('contents')}
        label={words('coordinator.parcel.contents')}
        hint={words('coordinator.parcel.contentsHint')}
        autoComplete="off"
      />
      <TextField
        {...field('caseNumber')}
        label={words('coordinator.parcel.caseNumber')}
        hint={words('coordinator.parcel.caseLater')}
        autoComplete="off"
        optional
      />
      <ChoiceGroup
        label={words('coordinator.parcel.wish')}
        name="wish"
        value={wish}
        onChange={setWish}
        choices={(['returned', 'destroyed'] as const).map((value) => ({
          value,
          text: words(`coordinator.parcel.wish.${value}`),
        }))}
      />
      {wish === 'returned' && <TextArea {...field('returnTo')} label={words('coordinator.parcel.returnTo')} optional />}
      <TextArea
        {...field('note')}
        label={words('coordinator.parcel.note')}
        hint={words('coordinator.parcel.noteHint')}
        optional
      />
    </FormDialog>
  );
}
