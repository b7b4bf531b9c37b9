import type { ParcelView } from '@overread/contract/stations.ts';
import { PARCEL_STATES } from '@overread/rules/parcels/parcel.ts';
import { makeParcelNumber } from '@overread/rules/parcels/parcel-number.ts';
import { describe, expect, it } from 'vitest';
import { filterNamed, importCommand, isInFilter, PARCEL_FILTERS, scannedParcel } from './parcels-model.ts';

const parcel = (change: Partial<ParcelView> = {}): ParcelView => ({
  parcelId: makeParcelNumber('5f0c1d2e-3a4b-4c5d-8e6f-708192a3b4c5'),
  state: 'opened',
  contents: 'A CD',
  carrier: 'Post',
  trackingNumber: 'RR 1234 5678 5 DE',
  wish: 'returned',
  returnTo: '',
  caseId: 'c',
  caseNumber: '2026-0432',
  patientName: 'Almeida, Ruth',
  steps: [],
  next: [],
  ...change,
});

describe('the register of mailed discs', () => {
  it('has every parcel in one of expected, here and over', () => {
    const parts = ['expected', 'here', 'over'] as const;
    for (const state of PARCEL_STATES)
      expect(parts.filter((filter) => isInFilter(filter, parcel({ state })))).toHaveLength(1);
    expect(PARCEL_FILTERS).toContain(filterNamed('back'));
    expect(filterNamed('nonsense')).toBe('here');
  });

  it('lists for sending back what was read and is to go home', () => {
    expect(isInFilter('back', parcel({ state: 'read' }))).toBe(true);
    expect(isInFilter('back', parcel({ state: 'read', wish: 'destroyed' }))).toBe(false);
    expect(isInFilter('back', parcel({ state: 'opened' }))).toBe(false);
  });

  it('knows a parcel by its sheet, and by what the carrier printed outside', () => {
    const one = parcel();
    expect(scannedParcel(`${one.parcelId.replace('-', '')}\r`, [])).toBe(one.parcelId);
    expect(scannedParcel('rr123456785de', [one])).toBe(one.parcelId);
    expect(scannedParcel('RR000000000DE', [one])).toBeNull();
    expect(scannedParcel('  ', [parcel({ trackingNumber: '' })])).toBeNull();
  });

  it('gives the command that reads the disc, with the address of the service where it is not the usual one', () => {
    const { parcelId } = parcel();
    const usual = `npx overread import /media/cdrom --case 2026-0432 --parcel ${parcelId}`;
    expect(importCommand(parcel(), 'http://localhost:8042')).toBe(usual);
    expect(importCommand(parcel(), 'https://over.example')).toBe(`${usual} --server https://over.example`);
    expect(importCommand(parcel({ caseNumber: null }), 'https://over.example')).toBeNull();
  });
});
