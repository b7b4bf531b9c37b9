import { BlockList, isIP } from 'node:net';

/** Who may open an association: an AE title, and where it was given the addresses it must come from. */
export interface Peer {
  /** `*` stands for every title. */
  readonly ae: string;
  /** An address, or a network as "10.1.0.0/16"; null for anywhere. */
  readonly from: string | null;
}

/** "SCANNER1@10.1.2.3, PACS, *@10.1.0.0/16" as peers; throws with the part that cannot be read. */
export function readPeers(text: string): Peer[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.lastIndexOf('@');
      const ae = at < 0 ? part : part.slice(0, at);
      const from = at < 0 ? null : part.slice(at + 1);
      if (!/^[ -[\]-~]{1,16}$/.test(ae) || (from !== null && !isNetwork(from))) throw new Error(part);
      return { ae, from };
    });
}

function isNetwork(text: string): boolean {
  const [address = '', bits] = text.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  return isIP(address) !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
}

/** Addresses as people write them: IPv4 that comes through an IPv6 socket without its prefix. */
export const plainAddress = (address: string) => address.replace(/^::ffff:(?=\d+\.)/, '');

function isFrom(network: string, address: string): boolean {
  const [base = '', bits] = network.split('/');
  const family = isIP(base) === 6 ? 'ipv6' : 'ipv4';
  const list = new BlockList();
  if (bits === undefined) list.addAddress(base, family);
  else list.addSubnet(base, Number(bits), family);
  return isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

export function isPeer(peers: readonly Peer[], ae: string, address: string): boolean {
  return peers.some(
    (peer) => (peer.ae === '*' || peer.ae === ae) && (peer.from === null || isFrom(peer.from, address)),
  );
}
