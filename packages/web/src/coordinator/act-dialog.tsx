import type { Command } from '@overread/rules/case/commands.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { type ReactNode, useRef, useState } from 'react';
import { ApiProblem, useCommand } from '../api/index.ts';
import { Button } from '../ui/button.tsx';
import { Actions, Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './case.module.css';

type Faults<T> = Partial<Record<keyof T, string | null>>;

/** The texts of a form, and what is wrong with each. A fault goes away as soon as its field is changed. */
export function useFields<T extends Readonly<Record<string, string>>>(initial: T) {
  const [values, setValues] = useState<T>(initial);
  const [faults, setFaults] = useState<Faults<T>>({});
  const set = <K extends keyof T>(name: K, value: T[K]) => {
    setValues((was) => ({ ...was, [name]: value }));
    setFaults((was) => ({ ...was, [name]: null }));
  };
  const field = <K extends keyof T & string>(name: K) => ({
    name,
    value: values[name] as string,
    fault: faults[name] ?? null,
    onChange: (value: string) => set(name, value as T[K]),
  });
  /** Notes the faults; true where there is none. */
  const fine = (found: Faults<T>): boolean => {
    setFaults(found);
    return Object.values(found).every((fault) => fault === null || fault === undefined);
  };
  return { values, set, field, fine, faults };
}

/** What the service refused. When the case had moved on, its newest state is already on the page: this says so. */
export function Refused({ error }: { readonly error: Error | null }) {
  const words = useWords();
  if (error === null) return null;
  return (
    <Notice kind="stop" live="alert">
      <p>{error.message}</p>
      {error instanceof ApiProblem && error.status === 409 && <p>{words('coordinator.newestLoaded')}</p>}
    </Notice>
  );
}

interface FormDialogProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly submit: string;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** For what cannot be taken back: the button says so in its colour. */
  readonly stop?: boolean;
  readonly children?: ReactNode;
}

/** A dialog with a form. What was typed stays there when the service refuses; a fault takes the focus. */
export function FormDialog(props: FormDialogProps) {
  const { title, lead, submit, pending, error, onSubmit, onClose, wide, stop = false, children } = props;
  const words = useWords();
  const form = useRef<HTMLFormElement>(null);
  return (
    <Dialog title={title} open onClose={onClose} wide={wide ?? false}>
      <form
        ref={form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!pending) onSubmit();
          // After the faults were drawn.
          requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
        }}
      >
        {lead !== undefined && <div className={styles.lead}>{lead}</div>}
        {children}
        <Refused error={error} />
        <Actions>
          <Button type="submit" kind={stop ? 'stop' : 'main'} busy={pending && words('coordinator.recording')}>
            {submit}
          </Button>
          <Button onPress={onClose}>{words('coordinator.goBack')}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}

interface ActDialogProps extends Omit<FormDialogProps, 'pending' | 'error' | 'onSubmit'> {
  readonly view: CaseView;
  /** The command that the form stands for; null while something in it is wrong. */
  readonly act: () => Command | null;
}

/** A form that sends one command to the case. */
export function ActDialog({ view, act, onClose, ...form }: ActDialogProps) {
  const command = useCommand(view.id);
  return (
    <FormDialog
      {...form}
      onClose={onClose}
      pending={command.isPending}
      error={command.error}
      onSubmit={() => {
        const next = act();
        if (next !== null) command.mutate(next, { onSuccess: onClose });
      }}
    />
  );
}

interface ActButtonProps {
  readonly view: CaseView;
  readonly command: Command;
  readonly kind?: 'main' | 'plain' | 'bare';
  readonly notYet?: string | null;
  readonly children: ReactNode;
}

/** A button that sends a command which needs no words. */
export function ActButton({ view, command, kind = 'plain', notYet = null, children }: ActButtonProps) {
  const words = useWords();
  const send = useCommand(view.id);
  return (
    <>
      <Button
        kind={kind}
        notYet={notYet}
        busy={send.isPending && words('coordinator.recording')}
        onPress={() => send.mutate(command)}
      >
        {children}
      </Button>
      <Refused error={send.error} />
    </>
  );
}
