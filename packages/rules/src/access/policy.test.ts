import { describe, expect, it } from 'vitest';
import { CAST, PEOPLE, type Person, subjectOf } from '../../../../testing/rules/cast.ts';
import { upTo } from '../../../../testing/rules/journey.ts';
import type { Role } from '../case/vocabulary.ts';
import type { Action, Subject } from './actions.ts';
import { CASE_VIEW_ACTIONS } from './conditions.ts';
import { maySeeCase, refuse, roleFor } from './policy.ts';
import { COMMAND_ROLES, COMMAND_TYPES } from './roles.data.ts';

const STRANGER: Subject = { personId: null, roles: [], strongSession: false, demo: false };
const ABOUT_CASES: readonly Action[] = [
  ...CASE_VIEW_ACTIONS,
  ...COMMAND_TYPES.map((type): Action => `command:${type}`),
];
const PRACTICE: readonly Action[] = [
  'session:own',
  'case:list',
  'directory:view',
  'people:view',
  'people:edit',
  'audit:view',
];
const STATIONS = ['open', 'images', 'pay', 'offer', 'read', 'lock', 'compare', 'deliver', 'close'] as const;

/** Who is let in: by short names, so that a change of the policy shows as a change of this table. */
function letIn(
  action: Action,
  state: Parameters<typeof refuse>[2],
  people: readonly Person[] = PEOPLE,
): readonly Person[] {
  return people.filter((person) => refuse(subjectOf(person), action, state) === null);
}

describe('a stranger', () => {
  it('is let in nowhere but where it is written down', () => {
    for (const station of STATIONS) {
      const { state } = upTo(station);
      expect(ABOUT_CASES.filter((action) => refuse(STRANGER, action, state) === null)).toEqual([]);
    }
    expect(
      [...PRACTICE, 'mailbox:view', 'demo:sign-in'].filter(
        (action) => refuse(STRANGER, action as Action, null) === null,
      ),
    ).toEqual([]);
    expect(refuse(STRANGER, 'public', null)).toBeNull();
    expect(refuse(STRANGER, 'practice:view', null)).toBeNull();
    expect(refuse({ ...STRANGER, demo: true }, 'mailbox:view', null)).toBeNull();
  });

  it('is not told apart from others by a case that is not there', () => {
    expect(refuse(subjectOf('coordinator'), 'case:view', null)?.code).toBe('no-such-case');
  });

  it('gets nothing with an action that nobody wrote a rule for', () => {
    const { state } = upTo('close');
    for (const person of PEOPLE) {
      for (const action of ['case:burn', 'command:dropCase', 'toString', 'command:toString'] as unknown as Action[])
        expect(refuse(subjectOf(person), action, state)).not.toBeNull();
    }
  });
});

describe('the practice', () => {
  it.each([
    ['people:edit', ['chief', 'administrator']],
    ['audit:view', ['chief', 'administrator']],
    ['directory:view', ['coordinator', 'chief', 'administrator']],
    ['case:list', PEOPLE.filter((person) => person !== 'system')],
  ] as const)('%s is open to %o', (action, people) => {
    expect(letIn(action, null)).toEqual(people);
  });

  it('asks staff and readers for a second proof of who they are', () => {
    const { state } = upTo('read');
    const weak = (person: Person): Subject => ({ ...subjectOf(person), strongSession: false });
    for (const person of ['coordinator', 'administrator', 'reader'] as const) {
      expect(refuse(weak(person), 'case:view', state)?.code).toBe('second-factor-needed');
      expect(maySeeCase(weak(person), state)).toBe(false);
      expect(refuse(weak(person), 'session:own', null)).toBeNull();
    }
    expect(refuse(weak('patient'), 'case:view', state)).toBeNull();
  });
});

describe('a case', () => {
  const views = (station: (typeof STATIONS)[number], action: Action) => letIn(action, upTo(station).state);

  it('is seen by its patient, its referrer, its reader and the staff', () => {
    expect(views('pay', 'case:view')).toEqual(
      ['patient', 'coordinator', 'chief', 'referrer', 'administrator', 'system'].filter((p) => p !== 'system'),
    );
    expect(views('offer', 'case:view')).toContain('reader');
    expect(views('deliver', 'case:view')).not.toContain('otherReader');
  });

  it('shows its images to a reader from acceptance on', () => {
    expect(views('offer', 'images:view')).not.toContain('reader');
    expect(views('read', 'images:view')).toContain('reader');
  });

  it('is sealed for its reader, and open to those who brought the report', () => {
    const others = ['patient', 'coordinator', 'chief', 'referrer', 'administrator', 'system'];
    expect(views('read', 'report:view')).toEqual(others);
    expect(views('read', 'copy:make')).toEqual(others);
    expect(views('compare', 'report:view')).toContain('reader');
  });

  it('gives the signed document to patient and referrer with delivery', () => {
    expect(views('compare', 'document:view')).toEqual([]);
    expect(views('deliver', 'document:view')).toEqual([
      'patient',
      'coordinator',
      'chief',
      'reader',
      'referrer',
      'administrator',
      'system',
    ]);
  });

  it('names the stricter role of a person who holds several', () => {
    const { state } = upTo('compare');
    const both: Subject = { ...subjectOf('reader'), roles: ['coordinator', 'reader'] };
    expect(roleFor(both, 'case:view', state)).toBe('reader');
    expect(roleFor(both, 'matching:suggest', state)).toBe('coordinator');
    expect(roleFor({ ...both, personId: 'reader' }, 'matching:suggest', upTo('read').state)).toBeNull();
    const own: Subject = { ...subjectOf('patient'), roles: ['patient', 'coordinator'] };
    expect(roleFor(own, 'command:acceptImages', upTo('images').state)).toBeNull();
    expect(roleFor(own, 'case:view', state)).toBe('patient');
  });

  it('takes a command only from the roles that the table names', () => {
    for (const station of STATIONS) {
      const { state } = upTo(station);
      for (const type of COMMAND_TYPES) {
        const roles = new Set(letIn(`command:${type}`, state).flatMap((person) => CAST[person] as readonly Role[]));
        if (roles.size > 0) expect([type, COMMAND_ROLES[type].some((role) => roles.has(role))]).toEqual([type, true]);
      }
    }
  });
});
