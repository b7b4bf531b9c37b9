/** What a body of multipart/related gives, in its order: the head of a part, then its bytes in pieces. */
export type MultipartEvent =
  | { readonly type: 'part'; readonly headers: Readonly<Record<string, string>> }
  | { readonly type: 'bytes'; readonly bytes: Buffer };

/** The body is no multipart, or ends before its closing boundary. */
export class BrokenMultipart extends Error {
  override readonly name = 'BrokenMultipart';
}

const MAX_HEAD = 16 << 10;
/** RFC 2046 allows 70 characters; Orthanc sends two UUIDs, 73. */
const MAX_BOUNDARY = 256;
const LINE = '\r\n';

/** The boundary of a Content-Type of multipart/related with instances in it; null when it is something else. */
export function boundaryOf(contentType: string): string | null {
  const [kind = '', ...parameters] = contentType.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  if (kind.trim().toLowerCase() !== 'multipart/related') return null;
  const given = new Map(
    parameters.map((parameter): [string, string] => {
      const at = parameter.indexOf('=');
      return [
        parameter.slice(0, at).trim().toLowerCase(),
        parameter
          .slice(at + 1)
          .trim()
          .replace(/^"(.*)"$/, '$1'),
      ];
    }),
  );
  const type = given.get('type') ?? 'application/dicom';
  const boundary = given.get('boundary') ?? '';
  const fits = type.toLowerCase() === 'application/dicom' && boundary.length >= 1 && boundary.length <= MAX_BOUNDARY;
  return fits ? boundary : null;
}

/** Takes a body apart as it comes (RFC 2046 5.1.1); holds no more than one piece of it and a boundary's length. */
export async function* readMultipart(body: AsyncIterable<Buffer>, boundary: string): AsyncGenerator<MultipartEvent> {
  const splitter = createSplitter(boundary);
  // What follows the last boundary is read and left, so that the sender can be answered.
  for await (const chunk of body) yield* splitter.push(chunk);
  if (!splitter.isOver()) throw new BrokenMultipart('The body ends before its last boundary.');
}

type State = 'preamble' | 'mark' | 'head' | 'bytes' | 'over';

function createSplitter(boundary: string) {
  const mark = Buffer.from(`${LINE}--${boundary}`);
  // The first boundary may stand at the very beginning, without the line end that belongs to all others.
  let held: Buffer = Buffer.from(LINE);
  let state: State = 'preamble';

  /** The end of what may be so long; -1 while it is not here. */
  function endOf(sign: string): number {
    const end = held.indexOf(sign);
    if (end < 0 && held.length > MAX_HEAD) throw new BrokenMultipart('A boundary or the head of a part is too long.');
    return end;
  }

  /** Behind a boundary: the end of all, or of its line, which stays: a part without headers begins with the empty one. */
  function afterMark(): State | null {
    if (held.length < 2) return null;
    if (held.subarray(0, 2).toString() === '--') return 'over';
    const line = endOf(LINE);
    if (line >= 0) held = held.subarray(line);
    return line >= 0 ? 'head' : null;
  }

  function* head(): Generator<MultipartEvent, State | null> {
    const end = endOf(`${LINE}${LINE}`);
    if (end < 0) return null;
    yield { type: 'part', headers: headersOf(held.subarray(0, end).toString('latin1')) };
    held = held.subarray(end + 2 * LINE.length);
    return 'bytes';
  }

  /** Up to the next boundary; what may be the beginning of one waits for the rest of it. */
  function* bytes(isPart: boolean): Generator<MultipartEvent, State | null> {
    const at = held.indexOf(mark);
    const free = at >= 0 ? at : Math.max(0, held.length - mark.length + 1);
    if (isPart && free > 0) yield { type: 'bytes', bytes: held.subarray(0, free) };
    held = held.subarray(at >= 0 ? at + mark.length : free);
    return at >= 0 ? 'mark' : null;
  }

  function* step(): Generator<MultipartEvent, State | null> {
    if (state === 'mark') return afterMark();
    return state === 'head' ? yield* head() : yield* bytes(state === 'bytes');
  }

  /** Whether no boundary begins in what is held: nearly always so, and the piece need not be copied behind it. */
  function isFree(chunk: Buffer): boolean {
    if (held.length >= mark.length || chunk.length < mark.length) return false;
    return !Buffer.concat([held, chunk.subarray(0, mark.length - 1)]).includes(mark);
  }

  function* join(chunk: Buffer): Generator<MultipartEvent> {
    if (state === 'bytes' && isFree(chunk)) {
      if (held.length > 0) yield { type: 'bytes', bytes: held };
      held = chunk;
    } else held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
  }

  return {
    isOver: () => state === 'over',
    *push(chunk: Buffer): Generator<MultipartEvent> {
      if (state === 'over') return;
      yield* join(chunk);
      for (let next: State | null = state; next !== null && next !== 'over'; ) {
        next = yield* step();
        if (next !== null) state = next;
      }
    },
  };
}

function headersOf(head: string): Record<string, string> {
  const lines = head.split(LINE).filter((line) => line.includes(':'));
  return Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).trim().toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
}
