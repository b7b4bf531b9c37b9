import type { MakingPacket, PacketLine } from '@overread/contract/images.ts';
import { ApiProblem, answerFrom, bodyOf } from './request.ts';

/** Lines of JSON as they come in; the last may end without a line break. */
async function* linesOf<T>(answer: Response): AsyncGenerator<PacketLine<T>> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
    const lines = (text + read.value).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as PacketLine<T>;
  }
  if (text !== '') yield JSON.parse(text) as PacketLine<T>;
}

/** Has a packet made and hears meanwhile how far it is. Throws `ApiProblem`, also where the line breaks before the end. */
export async function requestPacket<T>(
  path: string,
  init: RequestInit,
  onMaking: (making: MakingPacket) => void,
): Promise<T> {
  const accept = 'application/x-ndjson, application/json';
  const answer = await answerFrom(path, { ...init, headers: { ...init.headers, accept } });
  if (answer.headers.get('content-type') !== 'application/x-ndjson') return bodyOf<T>(answer);
  try {
    for await (const line of linesOf<T>(answer)) {
      if ('made' in line) return line.made;
      if ('problem' in line) throw new ApiProblem(answer.status, line.problem);
      onMaking(line.making);
    }
  } catch (error) {
    if (error instanceof ApiProblem) throw error;
  }
  throw new ApiProblem(0, null);
}
