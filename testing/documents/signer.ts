import { cmsSigner, type SignBytes } from '@overread/documents';
import { openSigning } from '@overread/server/platform/signing.ts';

/** A signer with a key and certificate of its own, which the service makes in this folder as `signing.pem`. */
export async function testSigner(folder: string): Promise<SignBytes> {
  const credentials = await openSigning(folder, { key: null, certificate: null }, 'Northmoor Second Readings');
  return async (bytes) => cmsSigner(await credentials())(bytes);
}
