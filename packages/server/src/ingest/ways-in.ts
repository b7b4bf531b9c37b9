import type { WaysIn } from '@overread/contract/holding.ts';
import type { CaseState } from '@overread/rules/case/state.ts';
import type { DimseConfig } from '../platform/config.ts';
import type { Ground } from '../platform/ports.ts';
import type { AssociationRecord } from './dimse/model.ts';
import { createDimseServer, type DimseServer } from './dimse/server.ts';
import { dimseSettings } from './dimse/settings.ts';
import { forgetAssociations, keepAssociation, lastAssociations } from './dimse/store.ts';
import { createHolding, type Holding } from './holding/holding.ts';
import type { HoldingDeps, RoutingPort } from './holding/room.ts';
import { createWatch } from './watch/watch.ts';

export interface WaysInDeps extends Omit<HoldingDeps, 'cases'>, Pick<Ground, 'say'> {
  readonly cases: RoutingPort & { byNumber(number: string): Promise<CaseState | null> };
  readonly dimse: DimseConfig;
  readonly watch: readonly string[];
}

/** C-STORE, watched folders, and the holding area for what comes by them. */
export interface OtherWays {
  readonly holding: Holding;
  /** What is open, and who came last. */
  view(): Promise<WaysIn>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const SHOWN_ASSOCIATIONS = 50;

/** Throws ConfigError when the settings of C-STORE do not belong together. */
export function createOtherWays(deps: WaysInDeps): OtherWays {
  const { db, newId, log, clock, cases } = deps;
  const holding = createHolding(deps);
  const settings = dimseSettings(deps.dimse);
  const watch = createWatch({
    ...deps,
    folders: deps.watch,
    holding,
    caseOfNumber: (number) => cases.byNumber(number),
  });
  let listensAt: number | null = null;

  async function record(association: AssociationRecord): Promise<void> {
    await keepAssociation(db, newId(), association);
    const { trouble, callingAe, address } = association;
    if (trouble === null || trouble === 'broken') return;
    const actor = { personId: '', name: `${callingAe} (${address})`, role: 'system' } as const;
    const entry = { actor, action: 'arrival:c-store', caseId: null, caseNumber: null } as const;
    await deps.witness({ ...entry, outcome: 'refused', detail: trouble });
  }

  const server: DimseServer | null =
    settings &&
    createDimseServer({
      settings,
      log,
      record,
      open: ({ callingAe, address }) => holding.reception({ way: 'c-store', sender: callingAe, address }),
    });

  return {
    holding,
    async view() {
      const rows = await lastAssociations(db, SHOWN_ASSOCIATIONS);
      const open = settings && {
        ae: settings.ae,
        host: settings.host,
        port: listensAt ?? settings.port,
        peers: settings.peers,
        tls: settings.tls === null ? 'off' : settings.tls.ca === null ? 'on' : 'with-certificates',
      };
      const associations = rows.map((row) => ({
        ...row,
        at: row.at.toISOString(),
        endedAt: row.endedAt.toISOString(),
      }));
      return { dimse: open, watched: deps.watch, associations } as WaysIn;
    },
    async start() {
      await forgetAssociations(db, clock.now());
      await holding.start();
      listensAt = server === null ? null : await server.start();
      await watch.start();
    },
    async stop() {
      await watch.stop();
      await server?.stop();
      await holding.stop();
    },
  };
}
