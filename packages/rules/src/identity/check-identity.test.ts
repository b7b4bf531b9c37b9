import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studyOf } from '../../../../testing/rules/cast.ts';
import type { PatientIdentity } from '../case/vocabulary.ts';
import { checkIdentity } from './check-identity.ts';
import { fitName, foldText } from './names.ts';
import { samePerson, tellPeopleApart } from './people.ts';

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
    [person('Ferreira', 'José'), 'FERREIRA^JOSE'],
    [person('FERREIRA', 'JOSE'), 'Ferreira^José'],
    [person('Łukasiewicz', 'Małgorzata'), 'LUKASIEWICZ^MALGORZATA'],
    [person('Groß', 'Jürgen'), 'GROSS^JUERGEN'],
    [person('Sørensen', 'Bjørn'), 'SORENSEN^BJORN'],
    [person('Sørensen', 'Bjørn'), 'SOERENSEN^BJOERN'],
    [person('Nguyễn', 'Thị Hương'), 'NGUYEN^THI HUONG'],
    [person('Čapek', 'Jiří'), 'CAPEK^JIRI'],
    [person('Şahin', 'İbrahim'), 'SAHIN^IBRAHIM'],
    [person('van den Berg', 'Pieter'), 'Berg, van den^Pieter'],
    [person('Vandenberg', 'Pieter'), 'VAN DEN BERG^PIETER'],
    [person('MacDonald', 'Ann'), 'MAC DONALD^ANN'],
    [person('D’Angelo', 'Rita'), 'DANGELO^RITA'],
    [person('Smith-Jones', 'Amy'), 'SMITH JONES^AMY'],
    [person('Smith', 'Mary Ann'), 'SMITH^MARY-ANN'],
    [person('Smith', 'Mary Ann'), 'SMITH^MARY^ANN^Mrs'],
    [person('Smith', 'J.'), 'SMITH^JOHN^^^Jr.'],
    [person('Yamada', 'Tarou'), '山田^太郎=YAMADA^TAROU'],
    [person('Yamada', 'Tarou'), '=山田^太郎=YAMADA^TAROU'],
    [person('山田', '太郎'), '山田太郎'],
    [person('やまだ', 'たろう'), 'ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎'],
    [person('Hong', 'Gildong'), 'Hong^Gildong=洪^吉洞=홍^길동'],
    [person('홍', '길동'), 'Hong^Gildong=洪^吉洞=홍^길동'],
    [person('Ivanov', 'Yuriy'), 'Иванов^Юрий'],
    [person('Иванов', 'Юрий'), 'IVANOV^IURII'],
    [person('Tchaikovsky', 'Alexandra'), 'Чайковский^Александра=Tchaikovsky^Alexandra'],
    [person('Shevchenko', 'Oleksandr'), 'Шевченко^Олександр'],
    [person('Papadopoulos', 'Georgios'), 'Παπαδόπουλος^Γεώργιος'],
    [person('Ευαγγέλου', 'Αύρα'), 'EVANGELOU^AVRA'],
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
    [person('Smith', 'Elizabeth'), 'SMITH^LIZ', 'partly'],
    [person('Almeida', 'Ruth'), 'ALMEIDA^RUTH / STONE^ADA', 'partly'],
    [person('Almeida', 'Ruth'), 'ALMEIDA^RUTH / RUTH^ALMEIDA', 'agrees'],
    [person('Garcia Lopez', 'Ana'), 'GARCIA^ANA', 'partly'],
    [person('Yamada', 'Tarou'), 'やまた^たろう', 'differs'],
    [person('ばば', 'けん'), 'はは^けん', 'partly'],
    [person('Ivanov', 'Yuriy'), 'Петров^Сергей', 'differs'],
    [person('Almeida', 'Ruth'), 'ANON', 'placeholder'],
    [person('Almeida', 'Ruth'), 'Anonymous^Patient', 'placeholder'],
    [person('Almeida', 'Ruth'), '0000', 'placeholder'],
    [person('Almeida', 'Ruth'), 'SUBJ-0042^', 'placeholder'],
    [person('Almeida', 'Ruth'), 'XXXX^XXXX', 'placeholder'],
    [person('Almeida', 'Ruth'), 'DE-IDENTIFIED', 'placeholder'],
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
    expect(verdict({})).toEqual({ verdict: 'match', score: 0.9, because: ['name-agrees', 'birth-date-agrees'] });
    expect(verdict({ sex: 'O' })).toMatchObject({ verdict: 'match', score: 0.85 });
  });

  it.each([
    [{ birthDate: '1961-03-04' }, 'birth-date-swapped'],
    [{ birthDate: '1961-04-04' }, 'birth-date-differs'],
    [{ birthDate: '1962-04-03' }, 'birth-date-year'],
    [{ birthDate: '1916-04-03' }, 'birth-date-digits'],
    [{ birthDate: '1961-04-30' }, 'birth-date-digits'],
    [{ birthDate: '' }, 'birth-date-empty'],
    [{ birthDate: '1900-01-01' }, 'birth-date-empty'],
    [{ name: 'ANON^0001', birthDate: '1961-04-03' }, 'name-placeholder'],
    [{ name: 'ANON^0001', birthDate: '1980-01-01' }, 'name-placeholder'],
    [{ name: 'STONE^ADA', birthDate: '1962-04-03' }, 'name-differs'],
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
      score: 0.05,
      because: ['name-differs', 'birth-date-differs'],
    });
  });
});

describe('the number of the same place', () => {
  const ruth: PatientIdentity = { name: person('Almeida', 'Ruth'), birthDate: '1961-04-03', sex: 'F' };
  const study = (change: Parameters<typeof studyOf>[1], institution: string) => ({
    ...studyOf('1.1', change),
    institution,
  });
  const known = [{ institution: 'Harbour Imaging', id: 'H-17' }];

  it('speaks for the patient, and never alone', () => {
    const same = checkIdentity(ruth, study({ id: 'h 17' }, 'HARBOUR IMAGING'), known);
    expect(same).toMatchObject({ verdict: 'match', score: 1 });
    expect(same.because).toContain('patient-id-agrees');
    const other = { id: 'H-17', name: 'STONE^ADA', birthDate: '1980-01-01' };
    expect(checkIdentity(ruth, study(other, 'Harbour Imaging'), known).verdict).toBe('doubt');
  });

  it('makes a person look where it differs: namesakes are born on one day', () => {
    const differs = checkIdentity(ruth, study({ id: 'H-18' }, 'Harbour Imaging'), known);
    expect(differs).toMatchObject({ verdict: 'doubt', score: 0.9 });
    expect(differs.because).toContain('patient-id-differs');
  });

  it('says nothing of another place, nor where none is given', () => {
    for (const [id, place] of [
      ['H-17', 'City Hospital'],
      ['H-18', ''],
      ['', 'Harbour Imaging'],
    ] as const) {
      const { because } = checkIdentity(ruth, study({ id }, place), known);
      expect(because.join()).not.toContain('patient-id');
    }
  });
});

describe('names of whatever kind', () => {
  const FAMILIES = [
    'Almeida',
    'Müller',
    'Østergård',
    'Garcia Lopez',
    "O'Neill",
    'Weiß',
    'Łukasz',
    'Иванов',
    '山田',
    'Νίκου',
  ];
  const GIVEN = ['Ruth', 'José', 'Jörg', 'Anna', 'Юрий', '太郎', 'Åse', 'Zoë'];
  const someone = fc.record({ family: fc.constantFrom(...FAMILIES), given: fc.constantFrom(...GIVEN) });
  const text = ({ family, given }: PatientIdentity['name']) => `${family}^${given}`;
  const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '');

  it('fit one another alike, whichever of the two is asked', () => {
    fc.assert(fc.property(someone, someone, (a, b) => fitName(a, text(b)) === fitName(b, text(a))));
  });

  it('fit themselves: in capitals, without accents, turned round, in any group', () => {
    fc.assert(
      fc.property(someone, someone, fc.nat(2), (name, other, at) => {
        for (const written of [text(name), text(name).toUpperCase(), `${name.given}^${name.family}`]) {
          const groups = [text(other), '', ''];
          groups[at] = written;
          expect(fitName(name, groups.join('='))).toBe('agrees');
        }
        if (!/[Йй]/.test(text(name))) expect(fitName(name, plain(text(name)))).toBe('agrees');
      }),
    );
  });

  const dates = fc.constantFrom('1961-04-03', '1961-03-04', '1962-04-03', '1916-04-03', '1980-01-01', '');
  const sexes = fc.constantFrom('F', 'M', 'O', '');
  const studies = fc.record({ name: someone, birthDate: dates, sex: sexes });
  const rightSex: PatientIdentity['sex'] = 'F';

  it('score between 0 and 1, higher the more agrees, and never match with another birth date', () => {
    fc.assert(
      fc.property(someone, studies, (name, { name: theirs, birthDate, sex }) => {
        const patient: PatientIdentity = { name, birthDate: '1961-04-03', sex: rightSex };
        const scoreOf = (change: Partial<{ name: string; birthDate: string; sex: string }>) =>
          checkIdentity(patient, studyOf('1.1', { name: text(theirs), birthDate, sex, ...change }));
        const { score = -1, verdict } = scoreOf({});
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        for (const better of [{ name: text(name) }, { birthDate: patient.birthDate }, { sex: rightSex }]) {
          expect(scoreOf(better).score).toBeGreaterThanOrEqual(score);
        }
        if (birthDate !== patient.birthDate || sex === 'M') expect(verdict).not.toBe('match');
      }),
    );
  });
});

describe('people on one disc', () => {
  it.each([
    [['ALMEIDA^RUTH', '1961-04-03'], ['Almeida^Ruth^M', '1961-04-03'], true],
    [['MUELLER^JOERG', '1961-04-03'], ['Müller^Jörg', ''], true],
    [['Yamada^Tarou=山田^太郎', '1979-07-01'], ['山田^太郎', '1979-07-01'], true],
    [['ALMEIDA^RUTH', '1961-04-03'], ['ALMEIDA^RUTH', '1961-04-04'], false],
    [['ALMEIDA^RUTH', '1961-04-03'], ['STONE^ADA', '1961-04-03'], false],
    [['ALMEIDA^RUTH', '1961-04-03'], ['', ''], false],
  ] as const)('%o and %o: the same is %s', ([name, birthDate], [other, otherDate], same) => {
    expect(samePerson({ name, birthDate }, { name: other, birthDate: otherDate })).toBe(same);
    expect(samePerson({ name: other, birthDate: otherDate }, { name, birthDate })).toBe(same);
  });

  it('are told apart, each with all of their studies', () => {
    const studies = [
      studyOf('1', { name: 'MUELLER^JOERG' }),
      studyOf('2', { name: 'STONE^ADA' }),
      studyOf('3', { name: 'Müller^Jörg' }),
    ];
    const uids = tellPeopleApart(studies).map((group) => group.map(({ studyInstanceUid }) => studyInstanceUid));
    expect(uids).toEqual([['1', '3'], ['2']]);
  });
});

it('folds the names of places too', () => {
  expect(foldText('HARBOUR  Imaging, Inc.')).toBe('harbour imaging inc');
});
