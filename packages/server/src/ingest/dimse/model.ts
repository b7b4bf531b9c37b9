import type { InstanceHeader } from '@overread/imaging/model.ts';
import type { Rejection } from './pdu.ts';
import type { Peer } from './peers.ts';

export interface DimseSettings {
  readonly port: number;
  readonly host: string;
  readonly ae: string;
  readonly peers: readonly Peer[];
  /** Files in PEM; `ca` makes every peer show a certificate that it signed. */
  readonly tls: { readonly key: string; readonly cert: string; readonly ca: string | null } | null;
  /** Longest data PDU that peers may send, in bytes. */
  readonly maxPdu: number;
  readonly associations: number;
  /** A peer that says nothing for so long is given up. */
  readonly idleMs: number;
}

/** Where the objects of one association go. */
export interface Reception {
  /** Keeps a file, given in pieces; nothing takes it away any more once this resolves. */
  take(header: InstanceHeader, pieces: readonly Uint8Array[]): Promise<void>;
  /** Everything was sent, or the association broke off: what was taken goes on its way. */
  close(): Promise<void>;
}

/** One association, or what was turned away, for the administrator. */
export interface AssociationRecord {
  readonly callingAe: string;
  readonly calledAe: string;
  readonly address: string;
  readonly isTls: boolean;
  readonly at: Date;
  readonly endedAt: Date;
  readonly stored: number;
  readonly failed: number;
  /** Why it was refused, `broken` for one that was cut off; null for one that ended as it should. */
  readonly trouble: Rejection | 'broken' | null;
}
