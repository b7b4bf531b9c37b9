import type { DiscList, InstanceHeader, Left, LeftFile } from '@overread/imaging';
import type { DeliveredStudy, Found } from './model.ts';

/** More left files than this are counted in one line: a list of thousands helps nobody. */
const LISTED = 2000;

/** What one worker, or all of them, found; told at the end. */
export interface Findings {
  instance(header: InstanceHeader): void;
  alreadyHere(): void;
  /** A disc's own list (DICOMDIR). */
  list(list: DiscList): void;
  refuse(path: string, reason: string): void;
  /** For a reason that holds for all that follows: told for the first file only. */
  refuseOnce(path: string, reason: string): void;
  leave(path: string, left: LeftFile): void;
  studies(): DeliveredStudy[];
  told(): Omit<Found, 'files'>;
}

export function createFindings(): Findings {
  const studies = new Map<string, DeliveredStudy>();
  const refused: Left[] = [];
  const ignored: Left[] = [];
  const lists: DiscList[] = [];
  const said = new Set<string>();
  let alreadyHere = 0;
  const refuse = (path: string, reason: string) => {
    refused.push({ path, reason });
  };
  return {
    instance({ studyInstanceUid, seriesInstanceUid, studyDescription, patient }) {
      const key = `${studyInstanceUid}\n${patient.id}\n${patient.name}`;
      const known = studies.get(key);
      const description = known?.description || studyDescription;
      const instances = (known?.instances ?? 0) + 1;
      const before = known?.series ?? [];
      const series = before.includes(seriesInstanceUid) ? before : [...before, seriesInstanceUid];
      studies.set(key, { studyInstanceUid, description, patientName: patient.name, instances, series });
    },
    alreadyHere() {
      alreadyHere += 1;
    },
    list: (list) => {
      lists.push(list);
    },
    refuse,
    refuseOnce(path, reason) {
      if (said.has(reason)) return;
      said.add(reason);
      refuse(path, reason);
    },
    leave(path, { as, reason }) {
      (as === 'refused' ? refused : ignored).push({ path, reason });
    },
    studies: () => [...studies.values()],
    told: () => ({ studies: [...studies.values()], alreadyHere, refused, ignored, lists }),
  };
}

/** Studies of several workers or uploads as one list. */
export function mergeStudies(parts: readonly (readonly DeliveredStudy[])[]): DeliveredStudy[] {
  const all = new Map<string, DeliveredStudy>();
  for (const study of parts.flat()) {
    const key = `${study.studyInstanceUid}\n${study.patientName}`;
    const known = all.get(key);
    const description = known?.description || study.description;
    // Rows of an earlier version name no series.
    const series = [...new Set([...(known?.series ?? []), ...(study.series ?? [])])];
    all.set(key, { ...study, description, instances: (known?.instances ?? 0) + study.instances, series });
  }
  return [...all.values()];
}

const byPath = (a: Left, b: Left) => a.path.localeCompare(b.path, 'en', { numeric: true });

/** Sorted by path, so that the same delivery always tells the same, however the work was shared. */
export function sortLeft(left: readonly Left[]): Left[] {
  const sorted = left.toSorted(byPath);
  if (sorted.length <= LISTED) return sorted;
  const more = sorted.length - LISTED;
  return [...sorted.slice(0, LISTED), { path: '…', reason: `and ${more} more` }];
}
