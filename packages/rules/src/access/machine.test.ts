import { describe, expect, it } from 'vitest';
import { upTo } from '../../../../testing/rules/journey.ts';
import type { Action, Subject } from './actions.ts';
import { CASE_VIEW_ACTIONS, PRACTICE_ACTIONS } from './conditions.ts';
import { MACHINE_ACTIONS, maySeeCase, refuse, roleFor } from './policy.ts';
import { COMMAND_TYPES } from './roles.data.ts';

const MACHINE: Subject = { personId: 'machine', roles: ['machine'], strongSession: false, demo: false };
const EVERY_ACTION: readonly Action[] = [
  'session:own',
  ...(Object.keys(PRACTICE_ACTIONS) as Action[]),
  ...CASE_VIEW_ACTIONS,
  ...COMMAND_TYPES.map((type): Action => `command:${type}`),
];

describe('a machine', () => {
  it('brings images, follows them and finds a case, and gets no further', () => {
    const { state } = upTo('images');
    const open = EVERY_ACTION.filter((action) => refuse(MACHINE, action, state) === null);
    expect(new Set(open)).toEqual(MACHINE_ACTIONS);
    expect(roleFor(MACHINE, 'images:upload', state)).toBe('machine');
  });

  it('gets nothing by another role that its subject would carry', () => {
    const { state } = upTo('close');
    const greedy: Subject = { ...MACHINE, roles: ['machine', 'administrator', 'coordinator'], strongSession: true };
    const open = EVERY_ACTION.filter((action) => refuse(greedy, action, state) === null);
    expect(open.filter((action) => !MACHINE_ACTIONS.has(action))).toEqual([]);
  });

  it('is told why a case takes no images any more, and that one is not there', () => {
    const { state } = upTo('lock');
    expect(maySeeCase(MACHINE, state)).toBe(true);
    expect(refuse(MACHINE, 'images:upload', state)?.code).toBe('findings-locked');
    expect(refuse(MACHINE, 'images:upload', null)?.code).toBe('no-such-case');
  });

  it('is the patient of no case', () => {
    const { state } = upTo('images');
    const patient: Subject = { ...MACHINE, personId: state.patientPersonId };
    expect(refuse(patient, 'case:view', state)?.code).toBe('not-your-role');
  });
});
