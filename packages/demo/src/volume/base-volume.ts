import { readFileSync } from 'node:fs';
import { readNifti, type Volume } from './nifti.ts';
import { fluidAround, softEdge, veinsAround } from './tissues.ts';

/** The head that every made study is computed from: T1 intensity and, for each voxel, how much of it is what (0–255). */
export interface Head {
  readonly t1: Volume;
  readonly inside: Uint8Array;
  readonly fluid: Uint8Array;
  readonly veins: Uint8Array;
}

/** Reads the base volume (Colin 27, see data/LICENCE) and works out brain, fluid and veins; about a third of a second. */
export function readHead(): Head {
  const t1 = readNifti(readFileSync(new URL('../../data/colin27_t1_1mm.nii.gz', import.meta.url)));
  const mask = readNifti(readFileSync(new URL('../../data/colin27_brain_mask.nii.gz', import.meta.url)));
  const { fluid, distance } = fluidAround(t1, mask);
  return { t1, inside: softEdge(mask), fluid, veins: veinsAround(t1, distance) };
}

let kept: Head | undefined;

/** The head, read once per process: it never changes, and a test makes many studies. */
export function theHead(): Head {
  kept ??= readHead();
  return kept;
}
