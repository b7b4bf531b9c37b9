import { describeStudies } from '@overread/imaging';
import type { InstanceHeader, StudySummary } from '@overread/imaging/model.ts';
import type { Database } from '../platform/ports.ts';
import { findHeaders, studyMarks } from './store.ts';
import { isUnderSeal } from './visible.ts';

/** Studies whose description is kept; one of a thousand images takes a few KB, and some 60 ms to be made again. */
const KEPT = 500;

/** One Study Instance UID of a case, described; two patients under it are two studies. */
interface Described {
  /** Changes with the set of instances. */
  readonly mark: string;
  readonly all: readonly StudySummary[];
  /** Without what may tell of the first report (see `isUnderSeal`). */
  readonly unsealed: readonly StudySummary[];
}

/**
 * Describes the studies of a case from their headers, one study after the other: a case may be large, and a study is not.
 * What was described is kept as long as the index says that its instances are the same.
 */
export interface StudyBook {
  /** Of these studies, or of all without a list; oldest first. */
  studies(
    caseId: string,
    which: { readonly uids?: readonly string[]; readonly sealed?: boolean },
  ): Promise<StudySummary[]>;
  forget(caseId: string): void;
}

const keyOf = (caseId: string, uid: string) => `${caseId}/${uid}`;

export function createStudyBook(db: Database): StudyBook {
  const kept = new Map<string, Described>();

  async function describe(caseId: string, uid: string, mark: string): Promise<Described> {
    const key = keyOf(caseId, uid);
    const known = kept.get(key);
    kept.delete(key);
    const described = known?.mark === mark ? known : describedAs(await findHeaders(db, caseId, uid), mark);
    kept.set(key, described);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return described;
  }

  return {
    async studies(caseId, { uids, sealed = false }) {
      const studies: StudySummary[] = [];
      for (const { uid, mark } of await studyMarks(db, caseId, uids)) {
        const { all, unsealed } = await describe(caseId, uid, mark);
        studies.push(...(sealed ? unsealed : all));
      }
      return studies.sort(
        (a, b) => a.date.localeCompare(b.date) || a.studyInstanceUid.localeCompare(b.studyInstanceUid),
      );
    },
    forget(caseId) {
      for (const key of kept.keys()) if (key.startsWith(keyOf(caseId, ''))) kept.delete(key);
    },
  };
}

function describedAs(headers: readonly InstanceHeader[], mark: string): Described {
  const all = describeStudies(headers);
  const open = headers.filter((header) => !isUnderSeal({ header }));
  return { mark, all, unsealed: open.length === headers.length ? all : describeStudies(open) };
}
