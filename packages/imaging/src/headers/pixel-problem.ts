import type { InstanceHeader } from '../model.ts';
import { DEFLATED, isNativeSyntax } from './transfer-syntaxes.ts';

/**
 * Why the pictures of an instance are not all there, as a reason for people, or null. A compressed image of which only the head
 * was read may be whole.
 */
export function pixelProblem(header: InstanceHeader, readWhole = true): string | null {
  const { transferSyntaxUid } = header;
  const unknown = transferSyntaxUid === DEFLATED || (!readWhole && !isNativeSyntax(transferSyntaxUid));
  if (unknown || header.frameRanges.length >= header.frames) return null;
  const said = header.warnings.find((warning) => /pixel data|size of the image/.test(warning));
  return `${said ?? 'its pictures cannot be found'}. Ask for a new copy of this image`;
}
