/** What a carrier outside takes to somebody: a letter as fax or on paper, or a short message to a telephone. */
export type Consignment =
  | {
      readonly kind: 'fax' | 'letter';
      /** A fax number, or an address with one line per line. */
      readonly to: string;
      readonly fileName: string;
      readonly pdf: Uint8Array;
      /** The same for the same consignment: a carrier that sees it twice takes it once. */
      readonly key: string;
    }
  | { readonly kind: 'sms'; readonly to: string; readonly text: string; readonly key: string };
export type CarriedKind = Consignment['kind'];

/** Fax, letters and SMS leave through services that differ everywhere: this is all that the rest of the house knows of them. */
export interface Carrier {
  readonly kinds: ReadonlySet<CarriedKind>;
  /** Resolves with the carrier's own number once it has taken the consignment; throws otherwise. */
  send(consignment: Consignment): Promise<{ readonly reference: string }>;
}

const TIMEOUT_MS = 30_000;

/** Nothing is carried: letters are printed, and nobody gets an SMS. */
export const NO_CARRIER: Carrier = {
  kinds: new Set(),
  send: () => Promise.reject(new Error('There is no carrier (OVERREAD_CARRIER_URL).')),
};

/**
 * Hands consignments to a gateway of the practice by HTTP: POST of JSON `{ kind, to, key, text }` or
 * `{ kind, to, key, fileName, pdf }` (Base64), answered with 2xx and `{ "reference": "…" }`. A few lines in front of any
 * provider make such a gateway; none of them is built in.
 */
export function createHttpCarrier(at: {
  readonly url: string;
  readonly token: string | null;
  readonly kinds: readonly CarriedKind[];
}): Carrier {
  return {
    kinds: new Set(at.kinds),
    async send(consignment) {
      const body =
        'pdf' in consignment
          ? { ...consignment, pdf: Buffer.from(consignment.pdf).toString('base64') }
          : { ...consignment };
      const answer = await fetch(at.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': consignment.key,
          ...(at.token === null ? {} : { authorization: `Bearer ${at.token}` }),
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (!answer.ok) throw new Error(`The carrier answered with HTTP ${answer.status}.`);
      const said = (await answer.json().catch(() => null)) as { reference?: unknown } | null;
      return { reference: typeof said?.reference === 'string' ? said.reference.slice(0, 100) : '' };
    },
  };
}
