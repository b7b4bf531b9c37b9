import { expect, it } from 'vitest';
import { returnPath } from './return-path.ts';

it.each([
  ['?to=%2Fcase%2F1', '/case/1'],
  ['', '/'],
  ['?to=https://elsewhere.example', '/'],
  ['?to=//elsewhere.example', '/'],
  ['?to=/%5Celsewhere.example', '/'],
  ['?to=/%09/elsewhere.example', '/'],
  ['?to=/.//elsewhere.example', '/'],
  ['?to=/desk%3Fstage=a', '/desk?stage=a'],
  ['?to=javascript:alert(1)', '/'],
])('%s leads to %s', (search, path) => {
  expect(returnPath(search)).toBe(path);
});
