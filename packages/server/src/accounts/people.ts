import { randomBytes } from 'node:crypto';
import type { PersonView } from '@overread/contract';
import type { Role } from '@overread/rules/case/vocabulary.ts';
import { type Locale, languageOf } from '@overread/words';
import type { Database, Ground } from '../platform/ports.ts';

export interface NewPerson {
  /** Given for people whose id is settled (the demo's); otherwise made. */
  readonly personId?: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

export interface People {
  /** Adds a person, or changes the one with this id. Somebody who is known by this mail address keeps the id and gains the roles. */
  savePerson(person: NewPerson): Promise<PersonView>;
  personBy(personId: string): Promise<PersonView | null>;
  personByEmail(email: string): Promise<PersonView | null>;
  people(): Promise<readonly PersonView[]>;
  /** The language in which a person is written to; English until the person's browser has said. */
  languageOf(personId: string): Promise<Locale>;
  setLanguage(personId: string, language: Locale): Promise<void>;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: Role[];
}

const VIEW = 'id, name, email, roles';

/** People by id and by mail address (compared in lower case). */
export function createPeople({ db, newId }: Pick<Ground, 'db' | 'newId'>): People {
  async function find(where: string, value: string): Promise<PersonView | null> {
    const { rows } = await db.pool.query<Row>(`select ${VIEW} from accounts_people where ${where} = $1`, [value]);
    return rows[0] ? viewOf(rows[0]) : null;
  }

  return {
    async savePerson({ personId, name, email, roles }) {
      const known = personId === undefined ? null : await find('id', personId);
      if (known) return await change(db, { ...known, name, email: email.toLowerCase(), roles });
      const { rows } = await db.pool.query<Row>(
        `insert into accounts_people (id, name, email, email_verified, roles) values ($1, $2, $3, true, $4)
         on conflict (email) do update set updated_at = now(),
           roles = (select array_agg(distinct r) from unnest(accounts_people.roles || excluded.roles) r)
         returning ${VIEW}`,
        [personId ?? newId(), name, email.toLowerCase(), [...roles]],
      );
      return viewOf(rows[0] as Row);
    },
    personBy: (personId) => find('id', personId),
    personByEmail: (email) => find('email', email.toLowerCase()),
    async people() {
      const { rows } = await db.pool.query<Row>(`select ${VIEW} from accounts_people order by name, id`);
      return rows.map(viewOf);
    },
    async languageOf(personId) {
      const sql = 'select language from accounts_people where id = $1';
      const { rows } = await db.pool.query<{ readonly language: string | null }>(sql, [personId]);
      return languageOf(rows[0]?.language ?? undefined);
    },
    async setLanguage(personId, language) {
      await db.pool.query('update accounts_people set language = $2 where id = $1', [personId, language]);
    },
  };
}

/** Whoever loses a role is signed out everywhere: an open page must not outlive it. */
async function change(db: Database, person: PersonView): Promise<PersonView> {
  return await db.transaction(async ({ client }) => {
    const { personId, name, email, roles } = person;
    const before = await client.query<Row>(`select ${VIEW} from accounts_people where id = $1 for update`, [personId]);
    await client.query(
      'update accounts_people set name = $2, email = $3, roles = $4, updated_at = now() where id = $1',
      [personId, name, email, [...roles]],
    );
    const lost = before.rows[0]?.roles.some((role) => !roles.includes(role)) ?? false;
    if (lost) await client.query('delete from accounts_sessions where user_id = $1', [personId]);
    return person;
  });
}

function viewOf({ id, name, email, roles }: Row): PersonView {
  return { personId: id, name, email, roles };
}

/** A secret that nobody guesses: 256 bits, for links. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
