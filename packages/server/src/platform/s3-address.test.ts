import { expect, it } from 'vitest';
import { readS3Address } from './s3-address.ts';

it('reads bucket, prefix and the store that is meant', () => {
  expect(readS3Address('s3://images/a/b/?region=eu-central-1&endpoint=https://s3.example.org&path-style=1')).toEqual({
    bucket: 'images',
    prefix: 'a/b/',
    region: 'eu-central-1',
    endpoint: 'https://s3.example.org',
    pathStyle: true,
  });
  expect(readS3Address('s3://images')).toEqual({
    ...{ bucket: 'images', prefix: '', region: null, endpoint: null, pathStyle: false },
  });
});

it.each([
  ['http://images', 'no address of an S3 store'],
  ['s3://', 'name of the bucket'],
  ['s3://-', 'name of the bucket'],
  ['s3://key:hunter2@images', 'credentials do not belong'],
  ['s3://images/../other//x', 'prefix may hold'],
  ['s3://images?secret=hunter2', 'not known'],
  ['s3://images?endpoint=hunter2', 'has to begin with https'],
  ['s3://images?path-style=yes', 'path-style is 1 or 0'],
])('refuses %s and does not repeat it', (url, why) => {
  const error = (() => {
    try {
      readS3Address(url);
    } catch (caught) {
      return String(caught);
    }
    return '';
  })();
  expect(error).toContain(`OVERREAD_BLOBS_URL: `);
  expect(error).toContain(why);
  expect(error).not.toContain('hunter2');
});
