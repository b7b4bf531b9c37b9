import { sha256OfText } from '../reading/sha256.ts';

/**
 * The name under which an upload is known again after a lost connection or a reload. tus-js-client's own knows a Blob by its
 * size only, and MR files of one size make batches of one size: another study could be continued into it. So it covers what
 * is in the upload, whose case it is and which delivery.
 */
export async function fingerprintOf(upload: {
  readonly caseId: string;
  readonly importId: string;
  /** The manifest of a batch; name and digest of an archive. */
  readonly contents: string;
}): Promise<string> {
  const { caseId, importId, contents } = upload;
  return `overread-${await sha256OfText(`${caseId}\n${importId}\n${contents}`)}`;
}
