import type { ProposalMonth } from '@overread/contract/reading.ts';
import type { Database } from '../platform/ports.ts';

/** Two years are enough to see where it goes. */
const MONTHS = 24;

/**
 * What became of the lines that the rules proposed, counted in the record by month: kept as they were, changed, split or
 * joined. Third reads are left out: their lines are those of a comparison that was signed before.
 */
export async function proposalTally(db: Database): Promise<readonly ProposalMonth[]> {
  const { rows } = await db.pool.query<ProposalMonth>(
    `select to_char(e.at at time zone 'UTC', 'YYYY-MM') as month,
            count(distinct (e.case_id, e.version))::int as comparisons,
            coalesce(sum(coalesce((pair->>'madeOf')::int, 1)), 0)::int as proposed,
            count(*) filter (where pair->>'status' = 'confirmed')::int as kept,
            count(*)::int as final
     from cases_events e cross join lateral jsonb_array_elements(e.data->'comparison'->'pairs') as pair
     where e.type = 'reportsCompared' and pair->'third' is null
     group by 1 order by 1 desc limit ${MONTHS}`,
  );
  return rows;
}
