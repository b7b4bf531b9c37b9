import type { CaseState } from '@overread/rules/case/state.ts';
import { caseNumbersIn, type RoutedStudy } from '@overread/rules/routing/route-study.ts';
import type { Database } from '../platform/ports.ts';

/** More cases than this that might fit are no help to anybody. */
const MOST = 100;

/** "1961-04-03" and "1961-03-04": day and month are often swapped. */
function birthDates(date: string): string[] {
  const [year, month, day] = date.split('-');
  return date === '' ? [] : [date, `${year}-${day}-${month}`];
}

/**
 * Open cases that may have to do with a study: their number stands in it, they have it already, or another of the same
 * accession number or patient's number, or their patient has the same birth date. What each has to do with it is judged by
 * `routeStudy`. Each way of finding has its index.
 */
export async function candidatesFor(db: Database, study: RoutedStudy): Promise<readonly CaseState[]> {
  const { studyInstanceUid, accessionNumber, patient } = study;
  const known: object[] = [{ studyInstanceUid }];
  if (accessionNumber !== '') known.push({ accessionNumber });
  if (patient.id !== '') known.push({ patient: { id: patient.id } });
  const { rows } = await db.pool.query<{ state: CaseState }>(
    `with found as (
       select case_id from cases_rows where number = any($1)
       union select case_id from cases_states where state->'studies' @> any($2::jsonb[])
       union select case_id from cases_states where state->'patient'->>'birthDate' = any($3)
     )
     select s.state from found join cases_states s using (case_id) join cases_rows r using (case_id)
     where not r.is_over order by r.number limit ${MOST}`,
    [caseNumbersIn(study), known.map((each) => JSON.stringify([each])), birthDates(patient.birthDate)],
  );
  return rows.map(({ state }) => state);
}
