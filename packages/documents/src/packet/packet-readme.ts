import type { Setting } from '../letters/letterhead.ts';

export interface PacketReadme {
  readonly caseNumber: string;
  readonly imageFiles: number;
  readonly original: { readonly file: string } | { readonly noneBecause: string };
}

/** README.txt of a packet: what is in it, in which order to read, and how to keep it. */
export function packetReadme({ say, practice }: Setting, packet: PacketReadme): string {
  const { original } = packet;
  const report =
    'file' in original
      ? say('packet.readme.report', { file: original.file })
      : say('packet.readme.noReport', { reason: original.noneBecause });
  return say('packet.readme', {
    caseNumber: packet.caseNumber,
    count: packet.imageFiles,
    report,
    practice: practice.name,
    phone: practice.phone,
  });
}
