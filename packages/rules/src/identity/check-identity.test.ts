import { describe, expect, it } from 'vitest';
import { studyOf } from '../../../../testing/rules/cast.ts';
import type { PatientIdentity } from '../case/vocabulary.ts';
import { checkIdentity } from './check-identity.ts';
import { fitName, foldText } from './names.ts';

const person = (family: string, given: string): PatientIdentity['name'] => ({ family, given });

describe('fitName', () => {
  it.each([
    [person('Almeida', 'Ruth'), 'ALMEIDA^RUTH'],
    [person('Almeida', 'Ruth'), 'Almeida^Ruth^M^Dr^PhD'],
    [person('Almeida', 'Ruth'), 'RUTH^ALMEIDA'],
    [person('Almeida', 'Ruth'), 'ALMEIDA^R'],
    [person('Almeida', 'Ruth'), 'Almeida, Ruth'],
    [person('Almeida', 'Ruth'), 'RUTH ALMEIDA'],
    [person('Almeida', 'Ruth Maria'), 'ALMEIDA^RUTH'],
    [person('Müller', 'Jörg'), 'MUELLER^JOERG'],
    [person('Müller', 'Jörg'), 'MULLER^JORG'],
    [person('Mueller', 'Joerg'), 'Müller^Jörg'],
    [person('Yılmaz', 'Deniz'), 'YILMAZ^DENIZ'],
    [person('Weiß', 'Anna'), 'WEISS^ANNA'],
    [person('O’Neill', 'Fergus'), "O'NEILL^FERGUS"],
    [person('Garcia Lopez', 'Ana'), 'GARCÍA-LÓPEZ^ANA'],
    [person('Østergård', 'Åse'), 'OSTERGARD^ASE'],
    [person('Yamada', 'Tarou'), 'Yamada^Tarou=山田^太郎=やまだ^たろう'],
    [person('山田', '太郎'), 'Yamada^Tarou=山田^太郎=やまだ^たろう'],
    [person('Almeida', ''), 'ALMEIDA'],
  ])('%o agrees with %s', (name, text) => {
    expect(fitName(name, text)).toBe('agrees');
  });

  it.each([
    [person('Yilmaz', 'Deniz'), 'Yılmaz-Kaya^Deniz', 'partly'],
    [person('Almeida', 'Ruth'), 'ALMEIDA^SARA', 'partly'],
    [person('Almeida', 'Ruth'), 'COSTA^RUTH', 'partly'],
    [person('Almeida', 'Ruth'), 'ALMEIDA', 'partly'],
    [person('Almeida', 'Ruth'), 'STONE^ADA', 'differs'],
    [person('Almeida', 'Ruth'), 'STONE ADA', 'differs'],
    [person('Almeida', 'Ruth'), '', 'empty'],
    [person('Almeida', 'Ruth'), '^^^', 'empty'],
  ] as const)('%o and %s: %s', (name, text, fit) => {
    expect(fitName(name, text)).toBe(fit);
  });
});

describe('checkIdentity', () => {
  const ruth: PatientIdentity = { name: person('Almeida', 'Ruth'), birthDate: '1961-04-03', sex: 'F' };
  const verdict = (change: Parameters<typeof studyOf>[1]) => checkIdentity(ruth, studyOf('1.1', change));

  it('passes what agrees in name and birth date', () => {
    expect(verdict({})).toEqual({ verdict: 'match', because: ['name-agrees', 'birth-date-agrees'] });
    expect(verdict({ sex: 'O' }).verdict).toBe('match');
  });

  it.each([
    [{ birthDate: '1961-03-04' }, 'birth-date-swapped'],
    [{ birthDate: '1961-04-04' }, 'birth-date-differs'],
    [{ birthDate: '' }, 'birth-date-empty'],
    [{ name: '' }, 'name-empty'],
    [{ name: 'STONE^ADA' }, 'name-differs'],
    [{ name: 'ALMEIDA-COSTA^RUTH' }, 'name-partly'],
    [{ sex: 'M' }, 'sex-differs'],
    [{ name: '', birthDate: '' }, 'name-empty'],
  ])('leaves %o to a person', (change, because) => {
    const given = verdict(change);
    expect(given.verdict).toBe('doubt');
    expect(given.because).toContain(because);
  });

  it('sees another patient where both differ', () => {
    expect(verdict({ name: 'STONE^ADA', birthDate: '1980-01-01' })).toEqual({
      verdict: 'other-patient',
      because: ['name-differs', 'birth-date-differs'],
    });
  });
});

it('folds the names of places too', () => {
  expect(foldText('HARBOUR  Imaging, Inc.')).toBe('harbour imaging inc');
});
