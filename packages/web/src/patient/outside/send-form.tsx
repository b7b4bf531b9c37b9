import type { Practice } from '@overread/contract/wire.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { SelectField, TextArea, TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import { useWords } from '../../ui/use-words.ts';
import { MakingPanel } from '../copy/making-panel.tsx';
import { useMakePacket } from './outside-api.ts';

const OTHER = 'other';
const EMPTY = { entry: '', service: '', address: '', way: 'mail' as 'mail' | 'portal', instructions: '' };

/** To which service, by which way, and what it asks for itself; an entry of the directory fills all of it in. */
export function SendForm({ view, practice }: { readonly view: CaseView; readonly practice: Practice }) {
  const words = useWords();
  const { make, making } = useMakePacket(view);
  const { outsideServices: entries } = practice;
  const form = useForm({
    keep: `outside/${view.id}`,
    start: { ...EMPTY, entry: entries.length === 0 ? OTHER : '' },
    check: ({ entry, service, way, address }) => ({
      ...(entry === '' ? { entry: words('follow.outside.entry.missing') } : {}),
      ...(entry !== '' && service.trim() === '' ? { service: words('follow.outside.service.missing') } : {}),
      ...(entry !== '' && way === 'mail' && address.trim() === ''
        ? { address: words('follow.outside.address.missing') }
        : {}),
    }),
    async send({ service, address, way, instructions }) {
      const lines = instructions.split('\n').map((line) => line.trim());
      await make.mutateAsync({
        ...{ service: service.trim(), address: address.trim(), way },
        instructions: lines.filter((line) => line !== ''),
      });
    },
  });
  const { values, change } = form;
  const choose = (entry: string): void => {
    const known = entries.find(({ name }) => name === entry);
    change(
      known === undefined
        ? { ...EMPTY, entry }
        : {
            ...{ entry, service: known.name, address: known.address, way: known.portal === '' ? 'mail' : 'portal' },
            instructions: [known.portal, ...known.instructions].filter((line) => line !== '').join('\n'),
          },
    );
  };
  return (
    <form noValidate onSubmit={form.submit}>
      {entries.length > 0 && (
        <SelectField
          {...form.text('entry')}
          label={words('follow.outside.entry')}
          onChange={choose}
          options={[
            { value: '', text: words('follow.outside.choose') },
            ...entries.map(({ name }) => ({ value: name, text: name })),
            { value: OTHER, text: words('follow.outside.other') },
          ]}
        />
      )}
      {values.entry !== '' && (
        <>
          <TextField {...form.text('service')} label={words('follow.outside.service')} />
          <ChoiceGroup
            name="way"
            label={words('follow.outside.way')}
            value={values.way}
            onChange={(way) => change({ way })}
            choices={(['portal', 'mail'] as const).map((value) => ({
              value,
              text: words(`follow.outside.way.${value}`),
            }))}
          />
          <TextArea
            {...form.text('address')}
            label={words('follow.outside.address')}
            optional={values.way !== 'mail'}
          />
          <TextArea
            {...form.text('instructions')}
            label={words('follow.outside.instructions')}
            hint={words('follow.outside.instructions.hint')}
            optional
            rows={4}
          />
          <ProblemNotice error={form.problem} />
          <MakingPanel making={making} />
          <Button type="submit" kind="main" wide busy={form.busy && words('follow.outside.making')}>
            {words('follow.outside.make')}
          </Button>
        </>
      )}
    </form>
  );
}
