/** The address of a series' framed stream; `middle` asks for the middle frame only, as a thumbnail. */
export function streamUrl(caseId: string, seriesInstanceUid: string, middle = false): string {
  const path = `/api/cases/${encodeURIComponent(caseId)}/series/${encodeURIComponent(seriesInstanceUid)}/stream`;
  return middle ? `${path}?only=middle` : path;
}
