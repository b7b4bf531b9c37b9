import type { FoundReport } from '@overread/contract/original-report.ts';
import { isReportObject } from '@overread/documents/read/index.ts';
import type { InstanceHeader } from '@overread/imaging/model.ts';
import type { Access } from '../platform/access-hook.ts';
import { wordedProblem } from '../platform/problems.ts';
import type { ReportUpload } from './read-report-file.ts';

/** What the archive offers of the objects between the images of a case. */
export interface ReportObjects {
  /** Those that this person may see now: of studies that are held for another patient nobody is told. */
  seen(access: Access): Promise<
    readonly {
      readonly sopInstanceUid: string;
      readonly size: number;
      readonly header: Pick<
        InstanceHeader,
        'sopClassUid' | 'studyDescription' | 'studyDate' | 'seriesDescription' | 'seriesNumber'
      >;
    }[]
  >;
  openInstance(caseId: string, sopInstanceUid: string): Promise<Buffer | null>;
}

export interface FoundReports {
  list(access: Access): Promise<readonly FoundReport[]>;
  /** The object as a report that is handed in. Throws a problem when it is none, or gone. */
  open(access: Access, sopInstanceUid: string): Promise<ReportUpload>;
}

const DOCUMENT = '1.2.840.10008.5.1.4.1.1.104.1';
/** Dose sheets and measurements of machines are structured reports too: they are offered behind what people wrote. */
const byWriter = (a: FoundReport, b: FoundReport) =>
  Number(b.kind === 'document') - Number(a.kind === 'document') || b.size - a.size;

/** Reports that travelled on the disc as DICOM objects (encapsulated PDF, structured report). */
export function createFoundReports({ seen, openInstance }: ReportObjects): FoundReports {
  return {
    async list(access) {
      const objects = (await seen(access)).filter(({ header }) => isReportObject(header.sopClassUid));
      return objects
        .map(
          ({ sopInstanceUid, size, header }): FoundReport => ({
            sopInstanceUid,
            size,
            kind: header.sopClassUid === DOCUMENT ? 'document' : 'structured',
            title: header.seriesDescription,
            studyDescription: header.studyDescription,
            date: header.studyDate,
          }),
        )
        .toSorted(byWriter);
    },
    async open(access, sopInstanceUid) {
      const known = (await seen(access)).find((each) => each.sopInstanceUid === sopInstanceUid);
      const isReport = known !== undefined && isReportObject(known.header.sopClassUid);
      const bytes = isReport ? await openInstance(access.caseState?.id ?? '', sopInstanceUid) : null;
      if (known === undefined || bytes === null) throw wordedProblem(404, 'report.not-on-disc');
      return { fileName: known.header.seriesDescription, mediaType: 'application/dicom', bytes };
    },
  };
}
