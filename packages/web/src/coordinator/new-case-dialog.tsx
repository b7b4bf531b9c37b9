import type { OpenCaseRequest } from '@overread/contract/wire.ts';
import { useNavigate } from '@tanstack/react-router';
import { useOpenCase } from '../api/index.ts';
import { DateField } from '../ui/date-field.tsx';
import { dateFault, isoDate } from '../ui/dates.ts';
import { SelectField, TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';
import { FormDialog, useFields } from './act-dialog.tsx';
import styles from './case.module.css';

const SEXES = ['F', 'M', 'O', ''] as const;
const PLACE = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/;

/** Opens a case for a patient on the telephone. */
export function NewCaseDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const navigate = useNavigate();
  const open = useOpenCase();
  const { values, field, fine } = useFields({
    family: '',
    given: '',
    birthDate: '',
    sex: '',
    email: '',
    phone: '',
    place: '',
  });
  const bodyOf = (): OpenCaseRequest | null => {
    const wrong = dateFault(values.birthDate, new Date().toISOString().slice(0, 10), { past: true });
    const place = values.place.trim().toUpperCase();
    const missing = (text: string, say: string) => (text.trim() === '' ? words(say) : null);
    const found = fine({
      family: missing(values.family, 'coordinator.new.familyMissing'),
      given: missing(values.given, 'coordinator.new.givenMissing'),
      birthDate: wrong === null ? null : words(wrong.say, wrong.with),
      email: /^\S+@\S+\.\S+$/.test(values.email.trim()) ? null : words('coordinator.emailWrong'),
      place: PLACE.test(place) ? null : words('coordinator.new.placeWrong'),
    });
    const birthDate = isoDate(values.birthDate);
    if (!found || birthDate === null) return null;
    return {
      patient: {
        name: { family: values.family.trim(), given: values.given.trim() },
        birthDate,
        sex: SEXES.find((sex) => sex === values.sex) ?? '',
      },
      contact: { email: values.email.trim(), phone: values.phone.trim() },
      place,
    };
  };
  return (
    <FormDialog
      title={words('coordinator.new.title')}
      lead={words('coordinator.new.lead')}
      submit={words('coordinator.new.submit')}
      pending={open.isPending}
      error={open.error}
      wide
      onClose={onClose}
      onSubmit={() => {
        const body = bodyOf();
        if (body === null) return;
        open.mutate(body, {
          onSuccess: (view) => void navigate({ to: '/desk/$caseId', params: { caseId: view.id } as never }),
        });
      }}
    >
      <div className={styles.fieldPair}>
        <TextField {...field('given')} label={words('coordinator.new.given')} autoComplete="off" />
        <TextField {...field('family')} label={words('coordinator.new.family')} autoComplete="off" />
      </div>
      <div className={styles.fieldPair}>
        <DateField {...field('birthDate')} label={words('coordinator.new.birthDate')} />
        <SelectField
          {...field('sex')}
          label={words('coordinator.new.sex')}
          options={SEXES.map((value) => ({ value, text: words(`coordinator.sex.${value === '' ? 'none' : value}`) }))}
        />
      </div>
      <div className={styles.fieldPair}>
        <TextField {...field('email')} type="email" label={words('coordinator.email')} autoComplete="off" />
        <TextField
          {...field('phone')}
          type="tel"
          label={words('coordinator.people.phone')}
          autoComplete="off"
          optional
        />
      </div>
      <TextField {...field('place')} label={words('coordinator.new.place')} hint={words('coordinator.new.placeHint')} />
    </FormDialog>
  );
}
