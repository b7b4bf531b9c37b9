import { ConfigError } from './config-error.ts';

/** Where blobs lie in an S3 store. Credentials are no part of it: the SDK takes them from `AWS_*` or from the machine. */
export interface S3Address {
  readonly bucket: string;
  /** Put before every key, with a slash at its end; empty for the whole bucket. */
  readonly prefix: string;
  readonly region: string | null;
  /** Address of a store that is not Amazon's. */
  readonly endpoint: string | null;
  /** The bucket stands in the path of the address, not in its host name. */
  readonly pathStyle: boolean;
}

const SETTING = 'OVERREAD_BLOBS_URL';
const EXAMPLE = 's3://bucket/prefix?region=eu-central-1&endpoint=https://s3.example.org&path-style=1';
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const PREFIX = /^[a-z0-9][a-z0-9.-]*(\/[a-z0-9][a-z0-9.-]*)*$/;
const PARAMETERS = ['region', 'endpoint', 'path-style'];

/** Reads `s3://bucket/prefix?region=…&endpoint=…&path-style=1`. Throws `ConfigError`, which never repeats the value. */
export function readS3Address(url: string): S3Address {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 's3:') throw wrong('it is no address of an S3 store');
  if (parsed.username !== '' || parsed.password !== '') {
    throw wrong('credentials do not belong into it; give them as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY');
  }
  const bucket = parsed.host;
  if (!BUCKET.test(bucket)) throw wrong('the name of the bucket is missing or is not one');
  const prefix = parsed.pathname.replace(/^\/+|\/+$/g, '');
  if (prefix !== '' && !PREFIX.test(prefix)) {
    throw wrong('the prefix may hold lower-case letters, digits, "-", "." and "/" between names');
  }
  return { bucket, prefix: prefix === '' ? '' : `${prefix}/`, ...readParameters(parsed.searchParams) };
}

function readParameters(given: URLSearchParams): Pick<S3Address, 'region' | 'endpoint' | 'pathStyle'> {
  const unknown = [...given.keys()].find((name) => !PARAMETERS.includes(name));
  if (unknown !== undefined) throw wrong(`it has a part that is not known; known are ${PARAMETERS.join(', ')}`);
  const endpoint = given.get('endpoint');
  if (endpoint !== null && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? '')) {
    throw wrong('the endpoint has to begin with https:// or http://');
  }
  const pathStyle = given.get('path-style') ?? '0';
  if (pathStyle !== '0' && pathStyle !== '1') throw wrong('path-style is 1 or 0');
  // Stores of other makers take any region, and the SDK wants one.
  const region = endpoint !== null && !process.env.AWS_REGION ? 'us-east-1' : null;
  return { region: given.get('region') ?? region, endpoint, pathStyle: pathStyle === '1' };
}

const wrong = (what: string) => new ConfigError(`${SETTING}: ${what}. It looks like ${EXAMPLE}.`);
