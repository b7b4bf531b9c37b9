import type { SecondOpinion } from './opinion-input.ts';

/** What the exchange formats need besides the opinion itself. */
export interface OpinionExport {
  readonly opinion: SecondOpinion & { readonly signed: NonNullable<SecondOpinion['signed']> };
  /** The signed PDF, whole, with the hash by which the case's record names it. */
  readonly pdf: { readonly bytes: Uint8Array; readonly sha256: string };
  /** The same name gives the same UUID, so that a bundle made again is the same bundle. */
  readonly uuidOf: (name: string) => string;
  /** The case's page in this service, as URL: the namespace of its own identifiers. */
  readonly publicUrl: string;
}
