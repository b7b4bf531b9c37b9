import { useLingui } from '@lingui/react';
import type { Me } from '@overread/contract/wire.ts';
import type { Sex } from '@overread/rules/case/vocabulary.ts';
import { useMemo } from 'react';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { DateField } from '../ui/date-field.tsx';
import { SelectField, TextField } from '../ui/text-field.tsx';
import type { Form } from '../ui/use-form.ts';
import { useWords } from '../ui/use-words.ts';
import styles from './patient.module.css';
import { COUNTRIES, US_STATES } from './places.data.ts';
import { type StartValues, splitName } from './start-model.ts';

const SEXES: readonly Exclude<Sex, ''>[] = ['F', 'M', 'O'];

/** Country, and the state where readers are licensed by state. */
function PlaceFields({ form }: { readonly form: Form<StartValues> }) {
  const words = useWords();
  const { locale } = useLingui().i18n;
  const countries = useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: 'region' });
    const named = COUNTRIES.map((code) => ({ value: code, text: names.of(code) ?? code }));
    return named.sort((a, b) => a.text.localeCompare(b.text, locale));
  }, [locale]);
  const choose = { value: '', text: words('patient.choose') };
  return (
    <>
      <SelectField
        {...form.text('country')}
        label={words('patient.start.country')}
        hint={words('patient.start.country.hint')}
        options={[choose, ...countries]}
      />
      {form.values.country === 'US' && (
        <SelectField
          {...form.text('state')}
          label={words('patient.start.state')}
          options={[choose, ...Object.entries(US_STATES).map(([value, text]) => ({ value, text }))]}
        />
      )}
    </>
  );
}

/** For whom it is, how to reach who asks, and where the patient is. */
export function WhoFields({ form, me }: { readonly form: Form<StartValues>; readonly me: Me }) {
  const words = useWords();
  const { values, change, faults } = form;
  const other = values.forWhom === 'other';
  return (
    <>
      <ChoiceGroup
        name="forWhom"
        label={words('patient.start.forWhom')}
        value={values.forWhom === '' ? null : values.forWhom}
        fault={faults.forWhom ?? null}
        onChange={(forWhom) => {
          const untouched = values.given === '' && values.family === '';
          const own = splitName(me.name);
          const isOwn = values.given === own.given && values.family === own.family;
          if (forWhom === 'self' && untouched) change({ forWhom, ...own });
          else change(forWhom === 'other' && isOwn ? { forWhom, given: '', family: '' } : { forWhom });
        }}
        choices={[
          { value: 'self', text: words('patient.start.self') },
          { value: 'other', text: words('patient.start.other'), hint: words('patient.start.other.hint') },
        ]}
      />
      <div className={styles.pair}>
        <TextField
          {...form.text('given')}
          label={words(other ? 'patient.start.given.other' : 'patient.start.given')}
          autoComplete={other ? 'off' : 'given-name'}
        />
        <TextField
          {...form.text('family')}
          label={words(other ? 'patient.start.family.other' : 'patient.start.family')}
          autoComplete={other ? 'off' : 'family-name'}
        />
      </div>
      <DateField
        {...form.text('birthDate')}
        label={words(other ? 'patient.start.birthDate.other' : 'patient.start.birthDate')}
        hint={words('patient.start.birthDate.hint')}
        birthday={!other}
      />
      <SelectField
        {...form.text('sex')}
        onChange={(sex) => change({ sex: sex as Sex })}
        label={words('patient.start.sex')}
        optional
        options={[
          { value: '', text: words('patient.start.sex.none') },
          ...SEXES.map((value) => ({ value, text: words(`patient.start.sex.${value}`) })),
        ]}
      />
      <PlaceFields form={form} />
      <TextField
        {...form.text('email')}
        label={words('patient.start.email')}
        hint={words('patient.start.email.hint')}
        type="email"
        inputMode="email"
        autoComplete="email"
      />
      <TextField
        {...form.text('phone')}
        label={words('patient.start.phone')}
        hint={words('patient.start.phone.hint')}
        optional
        type="tel"
        inputMode="tel"
        autoComplete="tel"
      />
    </>
  );
}
