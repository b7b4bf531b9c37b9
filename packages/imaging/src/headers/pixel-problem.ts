import type { InstanceHeader } from '../model.ts';
import { DEFLATED } from './transfer-syntaxes.ts';

/** Why the pictures of an instance are not all there, as a reason for people, or null. */
export function pixelProblem(header: InstanceHeader): string | null {
  if (header.frameRanges.length >= header.frames || header.transferSyntaxUid === DEFLATED) return null;
  const said = header.warnings.find((warning) => /pixel data|size of the image|whole bytes/.test(warning));
  return `${said ?? 'its pictures cannot be found'}. Ask for a new copy of this image`;
}
