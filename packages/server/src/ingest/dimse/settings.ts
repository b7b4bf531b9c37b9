import type { DimseConfig } from '../../platform/config.ts';
import { ConfigError } from '../../platform/config-error.ts';
import type { DimseSettings } from './model.ts';
import { type Peer, readPeers } from './peers.ts';

/** The settings of C-STORE as they were given, checked; null when no port is set. Throws ConfigError. */
export function dimseSettings(config: DimseConfig): DimseSettings | null {
  if (config.port === null) return null;
  const { port, host, ae, tlsKey, tlsCert, tlsCa, maxPdu, associations, timeoutSeconds } = config;
  if ((tlsKey === null) !== (tlsCert === null) || (tlsCa !== null && tlsKey === null)) {
    throw new ConfigError('OVERREAD_DIMSE_TLS_KEY and OVERREAD_DIMSE_TLS_CERT: give both, or none and no TLS_CA.');
  }
  const tls = tlsKey === null || tlsCert === null ? null : { key: tlsKey, cert: tlsCert, ca: tlsCa };
  return { port, host, ae, peers: peersOf(config.peers), tls, maxPdu, associations, idleMs: timeoutSeconds * 1000 };
}

function peersOf(text: string): Peer[] {
  const how = 'AE titles with commas between, each with an address or network if you like: SCANNER@10.1.2.3, PACS';
  try {
    const peers = readPeers(text);
    if (peers.length > 0) return peers;
  } catch {
    throw new ConfigError(`OVERREAD_DIMSE_PEERS cannot be read. It is: ${how}.`);
  }
  throw new ConfigError(
    `OVERREAD_DIMSE_PEERS names who may send; it is needed with OVERREAD_DIMSE_PORT. It is: ${how}.`,
  );
}
