import { ConfigError } from './config-error.ts';
import { BlobStoreFailed } from './ports.ts';
import type { S3Address } from './s3-address.ts';

/** What the SDK throws, as far as it is looked at. */
interface SdkError {
  readonly name?: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
}

/** A missing bucket is no missing blob: only the first may be mended. HEAD has no body, so its 404 has no better name. */
export const isMissing = (error: unknown): boolean =>
  ['NoSuchKey', 'NotFound'].includes((error as SdkError).name ?? '');

export const isBeyondEnd = (error: unknown): boolean =>
  (error as SdkError).name === 'InvalidRange' || statusOf(error) === 416;

const statusOf = (error: unknown) => (error as SdkError).$metadata?.httpStatusCode;

/** Only name and status go on: the store's own words repeat access keys and what was signed. */
export function storeFailed(doing: string, error: unknown): BlobStoreFailed {
  if (error instanceof BlobStoreFailed) return error;
  const { name, code, $metadata } = error as SdkError;
  const told = [code ?? name, $metadata?.httpStatusCode, $metadata?.requestId && `request ${$metadata.requestId}`];
  return new BlobStoreFailed(`The S3 store failed (${doing}): ${told.filter(Boolean).join(', ')}.`);
}

/** Why a store cannot be used, in the operator's words, with the fix. */
export function unusable(error: unknown, { bucket, endpoint }: S3Address): ConfigError {
  return new ConfigError(`OVERREAD_BLOBS_URL: ${reason(error, bucket, endpoint ?? "Amazon's S3")}`);
}

function reason(error: unknown, bucket: string, where: string): string {
  const { name = '', code } = error as SdkError;
  const status = statusOf(error);
  if (status === 404) return `there is no bucket "${bucket}" at ${where}. Make it, or correct its name.`;
  if (name === 'CredentialsProviderError') {
    return 'no credentials were found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give the machine a role.';
  }
  if (status === 401 || status === 403) {
    return `${where} denies access to the bucket "${bucket}". Check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and that they may list it and read, write and delete in it.`;
  }
  if (status === 301 || status === 400 || name === 'Region is missing') {
    return `the bucket "${bucket}" does not answer in this region. Name its region: ?region=…`;
  }
  if (status === undefined)
    return `${where} does not answer (${code ?? name}). Check the endpoint, and that the store runs.`;
  return `${where} answered with ${status} (${name}). Its own log says why.`;
}
