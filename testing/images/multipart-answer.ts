/** The parts of a multipart answer: their heads and bytes. */
export async function partsOf(answer: Response): Promise<{ head: string; bytes: Buffer }[]> {
  const type = answer.headers.get('content-type') ?? '';
  const boundary = `--${/boundary=([^;]+)/.exec(type)?.[1]}`;
  const body = Buffer.from(await answer.arrayBuffer());
  const found: { head: string; bytes: Buffer }[] = [];
  for (let at = body.indexOf(boundary); ; ) {
    const headEnd = body.indexOf('\r\n\r\n', at);
    if (headEnd < 0) return found;
    const head = body.subarray(at + boundary.length + 2, headEnd).toString();
    const length = Number(/Content-Length: (\d+)/.exec(head)?.[1]);
    found.push({ head, bytes: body.subarray(headEnd + 4, headEnd + 4 + length) });
    at = body.indexOf(boundary, headEnd + 4 + length);
    if (at < 0) return found;
  }
}
