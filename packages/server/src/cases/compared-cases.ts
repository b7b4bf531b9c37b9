import type { CaseState } from '@overread/rules/case/state.ts';
import type { ComparedCase } from '@overread/rules/learning/discrepancies.ts';
import type { Database } from '../platform/ports.ts';

/**
 * Every signed second opinion that stands and was compared with an original report. One that was taken back is not among
 * them; a third read is no second opinion of the original.
 */
export async function comparedCases(db: Database): Promise<readonly ComparedCase[]> {
  const { rows } = await db.pool.query<ComparedCase>(
    `select to_char((state #>> '{reading,signed,at}')::timestamptz at time zone 'UTC', 'YYYY-MM') as month,
            coalesce(state #>> '{question,region}', '') as region,
            coalesce(state #>> '{reading,reader,name}', state #>> '{outside,service}', state #>> '{reading,signed,by,name}') as reader,
            coalesce(state #>> '{report,facility}', '') as facility,
            state #>> '{reading,comparison,agreement}' as agreement
     from cases_states
     where state #>> '{reading,signed,at}' is not null and state #>> '{reading,comparison,agreement}' is not null`,
  );
  return rows;
}

/** Cases that are looked through one by one; figures are made of all. */
const MOST = 100;

/** The newest signed second opinions that stand and differ from the original report. */
export async function differingCases(db: Database): Promise<readonly CaseState[]> {
  const { rows } = await db.pool.query<{ readonly state: CaseState }>(
    `select state from cases_states
     where state #>> '{reading,signed,at}' is not null
       and state #>> '{reading,comparison,agreement}' in ('minor', 'major')
     order by state #>> '{reading,signed,at}' desc limit ${MOST}`,
  );
  return rows.map(({ state }) => state);
}
