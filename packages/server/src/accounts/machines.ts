import type { MachineView, NewMachine } from '@overread/contract/stations.ts';
import type { FastifyRequest } from 'fastify';
import type { Visitor } from '../platform/access-hook.ts';
import type { Ground } from '../platform/ports.ts';
import { hashToken } from './auth.ts';
import { newSecret } from './people.ts';

export interface Machines {
  /** Makes a token for a station or another system. It is kept as its hash: this is the only time that it can be shown. */
  makeMachine(machine: { readonly name: string; readonly madeBy: string }): Promise<NewMachine>;
  machines(): Promise<readonly MachineView[]>;
  /** From now on the token opens nothing. False when there is no such token that is still good. */
  withdrawMachine(machineId: string, by: string): Promise<boolean>;
  /** Whose token this is; null when it is nobody's any more, or never was. Notes that it was used. */
  machineBy(token: string): Promise<MachineView | null>;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly made_by: string;
  readonly created_at: Date;
  readonly last_used_at: Date | null;
  readonly withdrawn_at: Date | null;
  readonly withdrawn_by: string | null;
}

const COLUMNS = 'id, name, made_by, created_at, last_used_at, withdrawn_at, withdrawn_by';
/** Tells our tokens from those of others, for people and for programs that look for secrets in files. */
const PREFIX = 'ovr_';
/** "Last used" is told to the minute: an upload of a hundred requests writes it once. */
const USED_MS = 60_000;

/** Tokens by which stations and other systems bring images. They are no people: no roles, no session, no second factor. */
export function createMachines({ db, clock, newId }: Pick<Ground, 'db' | 'clock' | 'newId'>): Machines {
  return {
    async makeMachine({ name, madeBy }) {
      const token = `${PREFIX}${newSecret()}`;
      const { rows } = await db.pool.query<Row>(
        `insert into accounts_machines (id, name, token_hash, made_by, created_at) values ($1, $2, $3, $4, $5)
         returning ${COLUMNS}`,
        [newId(), name, hashToken(token), madeBy, clock.now()],
      );
      return { machine: viewOf(rows[0] as Row), token };
    },
    async machines() {
      const { rows } = await db.pool.query<Row>(
        `select ${COLUMNS} from accounts_machines order by created_at desc, id`,
      );
      return rows.map(viewOf);
    },
    async withdrawMachine(machineId, by) {
      const { rowCount } = await db.pool.query(
        `update accounts_machines set withdrawn_at = $2, withdrawn_by = $3 where id = $1 and withdrawn_at is null`,
        [machineId, clock.now(), by],
      );
      return rowCount === 1;
    },
    async machineBy(token) {
      const { rows } = await db.pool.query<Row>(
        `select ${COLUMNS} from accounts_machines where token_hash = $1 and withdrawn_at is null`,
        [hashToken(token)],
      );
      const [row] = rows;
      if (row === undefined) return null;
      const now = clock.now();
      if (row.last_used_at === null || now.getTime() - row.last_used_at.getTime() >= USED_MS) {
        await db.pool.query('update accounts_machines set last_used_at = $2 where id = $1', [row.id, now]);
      }
      return viewOf(row);
    },
  };
}

const NOBODY = { personId: null, roles: [], strongSession: false, demo: false } as const;

/**
 * Who comes with a token in `Authorization: Bearer …`; null for a request without one. A token counts before a session:
 * whoever shows one wants to be known by it. A proxy's own token beside a session of ours is the proxy's business.
 */
export async function machineVisitor(
  machines: Pick<Machines, 'machineBy'>,
  { headers }: FastifyRequest,
): Promise<Visitor | null> {
  const token = /^Bearer\s+(\S+)\s*$/i.exec(headers.authorization ?? '')?.[1];
  if (token === undefined || (!token.startsWith(PREFIX) && headers.cookie !== undefined)) return null;
  const machine = await machines.machineBy(token);
  if (machine === null) return { subject: NOBODY, name: '', unknownBecause: 'machine-unknown' };
  const { machineId, name, madeBy } = machine;
  // The audit keeps the name that it is given: it has to say which machine, and who answers for it.
  return { subject: { ...NOBODY, personId: machineId, roles: ['machine'] }, name: `${name} (token made by ${madeBy})` };
}

function viewOf(row: Row): MachineView {
  return {
    machineId: row.id,
    name: row.name,
    madeBy: row.made_by,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    withdrawnBy: row.withdrawn_by,
  };
}
