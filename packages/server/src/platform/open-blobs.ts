import { join } from 'node:path';
import type { Config } from './config.ts';
import { createFolderBlobs } from './folder-blobs.ts';
import type { Blobs } from './ports.ts';

/**
 * The store that the settings name: a bucket, or the folder `blobs` among the data. The SDK for S3 is loaded only where
 * it is used. Throws `ConfigError` when the bucket is missing, closed to the service, or not to be written to.
 */
export async function openBlobs({ dataFolder, blobsAt }: Pick<Config, 'dataFolder' | 'blobsAt'>): Promise<Blobs> {
  const folder = join(dataFolder, 'blobs');
  if (blobsAt === null) return createFolderBlobs(folder);
  const { checkS3, createS3Blobs } = await import('./s3-blobs.ts');
  await checkS3(blobsAt);
  return createS3Blobs(blobsAt, { scratchFolder: join(folder, 'scratch') });
}
