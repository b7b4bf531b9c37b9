/** Archives that 7-Zip opens (7z, UDF), for the service's import and the command line's `inspect` alike. */

export { isPacked, type PackedKind, UNPACK_STALL_MS, type UnpackLimits } from './model.ts';
export { type UnpackedItem, unpackAsync, unpackSync } from './unpack-archive.ts';
