import type { MoneyConfig } from '../platform/money-config.ts';
import type { Ground } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';

export type PayloadType = 'X12_270_Request_005010X279A1' | 'X12_278_Request_005010X217E1_2';

/** Whoever carries X12 messages to insurers and their answers back, while one waits. */
export interface ClearingHouse {
  /** The answer to a message. Throws in words where none came. */
  exchange(type: PayloadType, payload: string): Promise<string>;
}

/** By whom and how insurers are reached. */
export interface Insurers {
  readonly parties: { readonly sender: string; readonly receiver: string };
  /** Null where messages are carried by hand. */
  readonly clearingHouse: ClearingHouse | null;
}

export function reachInsurers(config: MoneyConfig['clearingHouse'], ground: Pick<Ground, 'clock' | 'newId'>): Insurers {
  const { url, sender, receiver } = config;
  return {
    parties: { sender, receiver },
    clearingHouse: url === null ? null : createClearingHouse({ ...config, url }, ground),
  };
}

const PATIENCE_MS = 60_000;

/** A clearing house by CAQH CORE Connectivity vC2.2.0, HTTP with MIME multipart, real time (section 4.2.1). */
function createClearingHouse(
  { url, user, password, sender, receiver }: MoneyConfig['clearingHouse'] & { readonly url: string },
  { clock, newId }: Pick<Ground, 'clock' | 'newId'>,
): ClearingHouse {
  return {
    async exchange(type, payload) {
      const form = new FormData();
      const envelope: Readonly<Record<string, string>> = {
        PayloadType: type,
        ProcessingMode: 'RealTime',
        PayloadID: newId(),
        TimeStamp: `${clock.now().toISOString().slice(0, 19)}Z`,
        UserName: user,
        Password: password,
        SenderID: sender,
        ReceiverID: receiver,
        CORERuleVersion: '2.2.0',
        Payload: payload,
      };
      for (const [name, value] of Object.entries(envelope)) form.append(name, value);
      const answer = await send(url, form);
      const code = String(answer.get('ErrorCode') ?? 'no answer');
      if (code !== 'Success') throw failed(code);
      return String(answer.get('Payload') ?? '');
    },
  };
}

async function send(url: string, body: FormData): Promise<FormData> {
  try {
    const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return await response.formData();
  } catch (error) {
    throw failed(error instanceof Error ? error.message : 'no answer');
  }
}

const failed = (reason: string) => wordedProblem(502, 'money.clearing-house-failed', { reason });
