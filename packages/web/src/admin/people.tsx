import type { Role } from '@overread/rules/case/vocabulary.ts';
import { useState } from 'react';
import { FormDialog, useFields } from '../coordinator/act-dialog.tsx';
import { useInvite, usePeople } from '../coordinator/staff-api.ts';
import { Button } from '../ui/button.tsx';
import { CheckGroup } from '../ui/choice-group.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './admin.module.css';

const ROLES: readonly Role[] = ['coordinator', 'reader', 'referrer', 'administrator', 'patient'];

interface InviteProps {
  readonly onClose: () => void;
  readonly onDone: (name: string) => void;
}

function InviteDialog({ onClose, onDone }: InviteProps) {
  const words = useWords();
  const invite = useInvite();
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const { values, field, fine, faults } = useFields({ name: '', email: '', roles: '' });
  const send = () => {
    const [name, email] = [values.name.trim(), values.email.trim()];
    const found = fine({
      name: name === '' ? words('admin.invite.nameMissing') : null,
      email: /^\S+@\S+\.\S+$/.test(email) ? null : words('coordinator.emailWrong'),
      roles: roles.length === 0 ? words('admin.invite.rolesMissing') : null,
    });
    if (found)
      invite.mutate(
        { name, email, roles },
        {
          onSuccess: () => {
            onDone(name);
            onClose();
          },
        },
      );
  };
  return (
    <FormDialog
      title={words('admin.invite.title')}
      lead={words('admin.invite.lead')}
      submit={words('admin.invite.submit')}
      pending={invite.isPending}
      error={invite.error}
      onSubmit={send}
      onClose={onClose}
    >
      <TextField {...field('name')} label={words('admin.name')} autoComplete="off" />
      <TextField {...field('email')} type="email" label={words('coordinator.email')} autoComplete="off" />
      <CheckGroup
        label={words('admin.roles')}
        name="roles"
        values={roles}
        fault={roles.length === 0 ? (faults.roles ?? null) : null}
        onChange={setRoles}
        choices={ROLES.map((value) => ({
          value,
          text: words(`admin.role.${value}`),
          hint: words(`admin.roleHint.${value}`),
        }))}
      />
    </FormDialog>
  );
}

/** Who works here, and in which roles. */
export function People() {
  const words = useWords();
  const people = usePeople();
  const [open, setOpen] = useState(false);
  const [invited, setInvited] = useState('');
  return (
    <section id="people" className={styles.part} aria-labelledby="people-title">
      <header>
        <h2 id="people-title">{words('admin.people')}</h2>
        <Button onPress={() => setOpen(true)}>{words('admin.invite.open')}</Button>
      </header>
      <p role="status" className={styles.done}>
        {invited !== '' && words('admin.invite.done', { name: invited })}
      </p>
      <ProblemNotice error={people.error} />
      {people.isPending && <p role="status">{words('admin.loading')}</p>}
      {people.data !== undefined && (
        <table className={`${styles.table} ${styles.people}`}>
          <thead>
            <tr>
              <th scope="col">{words('admin.name')}</th>
              <th scope="col">{words('coordinator.email')}</th>
              <th scope="col">{words('admin.roles')}</th>
            </tr>
          </thead>
          <tbody>
            {people.data.map(({ personId, name, email, roles }) => (
              <tr key={personId}>
                <th scope="row">{name}</th>
                <td>{email}</td>
                <td>{roles.map((role) => words(`admin.role.${role}`)).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open && <InviteDialog onClose={() => setOpen(false)} onDone={setInvited} />}
    </section>
  );
}
