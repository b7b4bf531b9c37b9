import type { MadeInstance } from './truth.ts';

/** The stored values of an instance's last frame: native little-endian pixels stand at the end of its file. */
export function pixelsOf(instance: MadeInstance): Uint16Array {
  const size = instance.rows * instance.columns * 2;
  const bytes = instance.bytes.slice(instance.bytes.length - size);
  return new Uint16Array(bytes.buffer);
}
