import { useLingui } from '@lingui/react';
import type { MachineView, NewMachine } from '@overread/contract/stations.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { json, request } from '../api/index.ts';
import { FormDialog, useFields } from '../coordinator/act-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { shortMoment } from '../ui/format.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './admin.module.css';

const KEY = ['machines'] as const;

function useChange<V, T>(change: (value: V) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: KEY }) });
}

interface TokenProps {
  readonly made: NewMachine;
  readonly onClose: () => void;
}

/** The one time that a token is shown. */
function TokenDialog({ made: { machine, token }, onClose }: TokenProps) {
  const words = useWords();
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard?.writeText(token).then(() => setCopied(true));
  return (
    <Dialog title={words('admin.machines.made', { name: machine.name })} open onClose={onClose}>
      <div className={styles.token}>
        <p>{words('admin.machines.madeLead')}</p>
        <code>{token}</code>
        <p className={styles.quiet}>{words('admin.machines.madeUse')}</p>
        <div className={styles.tokenActions}>
          {navigator.clipboard !== undefined && (
            <Button kind="main" onPress={copy}>
              {words(copied ? 'admin.machines.copied' : 'admin.machines.copy')}
            </Button>
          )}
          <Button onPress={onClose}>{words('admin.machines.kept')}</Button>
        </div>
      </div>
    </Dialog>
  );
}

interface MakeProps {
  readonly onClose: () => void;
  readonly onMade: (made: NewMachine) => void;
}

function MakeDialog({ onClose, onMade }: MakeProps) {
  const words = useWords();
  const make = useChange((name: string) => request<NewMachine>('/api/machines', json('POST', { name })));
  const { values, field, fine } = useFields({ name: '' });
  const send = () => {
    const name = values.name.trim();
    if (!fine({ name: name === '' ? words('admin.machines.nameMissing') : null })) return;
    make.mutate(name, { onSuccess: onMade });
  };
  return (
    <FormDialog
      title={words('admin.machines.new')}
      lead={<p>{words('admin.machines.newLead')}</p>}
      submit={words('admin.machines.make')}
      pending={make.isPending}
      error={make.error}
      onSubmit={send}
      onClose={onClose}
    >
      <TextField
        {...field('name')}
        label={words('admin.name')}
        hint={words('admin.machines.nameHint')}
        autoComplete="off"
      />
    </FormDialog>
  );
}

function WithdrawDialog({ machine, onClose }: { readonly machine: MachineView; readonly onClose: () => void }) {
  const words = useWords();
  const withdraw = useChange((id: string) => request<null>(`/api/machines/${id}/withdraw`, { method: 'POST' }));
  return (
    <FormDialog
      title={words('admin.machines.withdrawTitle', { name: machine.name })}
      lead={<p>{words('admin.machines.withdrawLead')}</p>}
      submit={words('admin.machines.withdraw')}
      stop
      pending={withdraw.isPending}
      error={withdraw.error}
      onSubmit={() => withdraw.mutate(machine.machineId, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

interface RowProps {
  readonly machine: MachineView;
  readonly onWithdraw: () => void;
}

function Row({ machine, onWithdraw }: RowProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const { name, madeBy, createdAt, lastUsedAt, withdrawnAt, withdrawnBy } = machine;
  const moment = (at: string) => shortMoment(i18n.locale, at);
  return (
    <tr data-gone={withdrawnAt === null ? undefined : ''}>
      <th scope="row">{name}</th>
      <td>{words('admin.machines.by', { name: madeBy, at: moment(createdAt) })}</td>
      <td>
        {lastUsedAt === null ? words('admin.machines.never') : words('admin.machines.used', { at: moment(lastUsedAt) })}
      </td>
      <td>
        {withdrawnAt === null ? (
          <Button onPress={onWithdraw} label={words('admin.machines.withdrawOne', { name })}>
            {words('admin.machines.withdraw')}
          </Button>
        ) : (
          words('admin.machines.withdrawn', { name: withdrawnBy ?? '', at: moment(withdrawnAt) })
        )}
      </td>
    </tr>
  );
}

type Open = 'make' | NewMachine | MachineView | null;

/** Stations and systems that bring images with a token of their own: made, looked through, withdrawn. */
export function Machines() {
  const words = useWords();
  const machines = useQuery({ queryKey: KEY, queryFn: () => request<readonly MachineView[]>('/api/machines') });
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <section id="machines" className={styles.part} aria-labelledby="machines-title">
      <header>
        <h2 id="machines-title">{words('admin.machines')}</h2>
        <Button onPress={() => setOpen('make')}>{words('admin.machines.new')}</Button>
      </header>
      <p className={styles.quiet}>{words('admin.machines.lead')}</p>
      <ProblemNotice error={machines.error} />
      {machines.isPending && <p role="status">{words('admin.loading')}</p>}
      {machines.data?.length === 0 && <p>{words('admin.machines.none')}</p>}
      {machines.data !== undefined && machines.data.length > 0 && (
        <table className={`${styles.table} ${styles.people}`}>
          <thead>
            <tr>
              <th scope="col">{words('admin.name')}</th>
              <th scope="col">{words('admin.machines.madeColumn')}</th>
              <th scope="col">{words('admin.machines.usedColumn')}</th>
              <th scope="col">{words('admin.machines.stateColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {machines.data.map((machine) => (
              <Row key={machine.machineId} machine={machine} onWithdraw={() => setOpen(machine)} />
            ))}
          </tbody>
        </table>
      )}
      {open === 'make' && <MakeDialog onClose={close} onMade={setOpen} />}
      {open !== null && typeof open === 'object' && 'token' in open && <TokenDialog made={open} onClose={close} />}
      {open !== null && typeof open === 'object' && 'machineId' in open && (
        <WithdrawDialog machine={open} onClose={close} />
      )}
    </section>
  );
}
