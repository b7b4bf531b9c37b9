import { X12Parser } from 'node-x12';
import { describe, expect, it } from 'vitest';
import { authorizationRequest, readAuthorization } from './authorization.ts';
import { type EligibilityQuestion, eligibilityRequest, readEligibility } from './eligibility.ts';
import { type InterchangeHead, NotX12, readInterchange, type SetToSend, writeInterchange } from './interchange.ts';
import { encodeSegment } from './segments.ts';

const HEAD: InterchangeHead = {
  sender: { qualifier: 'ZZ', id: 'NORTHMOOR' },
  receiver: { qualifier: 'ZZ', id: 'CLEARING' },
  at: '2026-11-26T13:19:00.000Z',
  control: 905,
  isTest: true,
};

/** 270, "generic request by a clinic for the patient's eligibility", as the examples of 005010X279A1 have it. */
const PUBLISHED_270 = [
  'BHT*0022*13*10001234*20060501*1319~',
  'HL*1**20*1~',
  'NM1*PR*2*ABC COMPANY*****PI*842610001~',
  'HL*2*1*21*1~',
  'NM1*1P*2*BONE AND JOINT CLINIC*****SV*2000035~',
  'HL*3*2*22*0~',
  'TRN*1*93175-012547*9877281234~',
  'NM1*IL*1*SMITH*ROBERT****MI*11122333301~',
  'DMG*D8*19430519~',
  'DTP*291*D8*20060501~',
  'EQ*30~',
];
const PUBLISHED_QUESTION: EligibilityQuestion = {
  reference: '10001234',
  at: '2006-05-01T13:19:00.000Z',
  payer: { name: 'ABC Company', idQualifier: 'PI', id: '842610001' },
  provider: { name: 'Bone and Joint Clinic', idQualifier: 'SV', id: '2000035' },
  subscriber: { family: 'Smith', given: 'Robert', memberId: '11122333301', birthDate: '1943-05-19', sex: '' },
  trace: { number: '93175-012547', originator: '9877281234' },
  serviceOn: '2006-05-01',
  serviceTypes: ['30'],
};

/** 271, the answer to it, as the examples of 005010X279A1 have it. */
const PUBLISHED_271 = [
  'ISA*00*          *00*          *ZZ*1234567        *ZZ*11111          *170508*1141*^*00501*000000101*1*P*:~',
  'GS*HB*XXXXXXX*XXXXX*20170617*1741*101*X*005010X279A1~',
  'ST*271*4321*005010X279A1~',
  'BHT*0022*11*10001234*20060501*1319~',
  'HL*1**20*1~',
  'NM1*PR*2*ABC COMPANY*****PI*842610001~',
  'HL*2*1*21*1~',
  'NM1*1P*2*BONE AND JOINT CLINIC*****SV*2000035~',
  'HL*3*2*22*0~',
  'TRN*2*93175-012547*9877281234~',
  'NM1*IL*1*SMITH*JOHN****MI*123456789~',
  'N3*15197 BROADWAY AVENUE*APT 215~',
  'N4*KANSAS CITY*MO*64108~',
  'DMG*D8*19630519*M~',
  'DTP*346*D8*20060101~',
  'EB*1**30**GOLD 123 PLAN~',
  'EB*L~',
  'EB*1**1^33^35^47^86^88^98^AL^MH^UC~',
  'EB*B**1^33^35^47^86^88^98^AL^MH^UC*HM*GOLD 123 PLAN*27*10*****Y~',
  'EB*B**1^33^35^47^86^88^98^AL^MH^UC*HM*GOLD 123 PLAN*27*30*****N~',
  'LS*2120~',
  'NM1*P3*1*JONES*MARCUS****SV*0202034~',
  'LE*2120~',
  'SE*22*4321~',
  'GE*1*101~',
  'IEA*1*000000101~',
].join('\n');

const bodyOf = ({ segments }: SetToSend) => segments.map(encodeSegment);
const ASKED = {
  reference: 'A12345',
  at: '2005-05-02T11:01:00.000Z',
  payer: { name: 'Maryland Capital Insurance Company', idQualifier: '46', id: '789312' },
  requester: { name: 'Dr. Joe Smith Corporation', idQualifier: 'XX', id: '8189991234' },
  subscriber: { family: 'Smith', given: 'Joe', memberId: '12345678901', birthDate: '1947-01-18', sex: 'M' },
  trace: { number: '111099', originator: '9012345678' },
  serviceOn: '2005-05-10',
  diagnoses: ['M54.16'],
  service: { code: '76140', modifier: '' },
  visits: 1,
} as const;

/** An answer to a question for leave, built of the segments that 005010X217 has for it. */
const answer278 = (...decision: readonly string[]) => {
  const set = [
    ...['ST*278*0001*005010X217', 'BHT*0007*11*A12345*20050502*1102*18', 'HL*1**20*1'],
    ...['NM1*X3*2*MARYLAND CAPITAL INSURANCE COMPANY*****46*789312', 'HL*2*1*21*1'],
    ...['NM1*1P*1*GARDENER*JAMES****46*8189991234', 'HL*3*2*22*1', 'NM1*IL*1*SMITH*JOE****MI*12345678901'],
    ...['HL*4*3*EV*1', 'TRN*2*111099*9012345678', 'UM*SC*I*3*11:B', ...decision],
  ];
  const isa =
    'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *050502*1102*^*00501*000000001*0*P*:';
  return [
    isa,
    'GS*HI*S*R*20050502*1102*1*X*005010X217',
    ...set,
    `SE*${set.length + 1}*0001`,
    'GE*1*1',
    'IEA*1*000000001',
  ]
    .join('~')
    .concat('~');
};

describe('a question on coverage (270)', () => {
  it('is the published example where the same is asked', () => {
    expect(bodyOf(eligibilityRequest(PUBLISHED_QUESTION))).toEqual(PUBLISHED_270);
  });

  it('is read whole by a parser that knows nothing of ours', () => {
    const text = writeInterchange(HEAD, eligibilityRequest(PUBLISHED_QUESTION));
    const interchange = new X12Parser(true).parse(text);
    if (!('functionalGroups' in interchange)) throw new Error('It read several interchanges.');
    const set = interchange.functionalGroups[0]?.transactions[0];
    expect(set?.header.valueOf(1)).toBe('270');
    expect(set?.segments.map((each) => each.toString())).toEqual(PUBLISHED_270);
    expect([interchange.header.valueOf(6)?.trim(), Number(interchange.trailer.valueOf(2))]).toEqual(['NORTHMOOR', 905]);
  });

  it('cannot be broken by what a person is called', () => {
    const subscriber = { ...PUBLISHED_QUESTION.subscriber, family: 'Nuñez~IEA*1:', given: 'José^\n' };
    const text = writeInterchange(HEAD, eligibilityRequest({ ...PUBLISHED_QUESTION, subscriber }));
    expect(text).toContain('NM1*IL*1*NUNEZ IEA 1*JOSE****MI*');
    expect(readInterchange(text)).toMatchObject({ faults: [], control: '000000905', sender: 'NORTHMOOR' });
  });
});

describe('an answer on coverage (271)', () => {
  it('says what the published example says', () => {
    const interchange = readInterchange(PUBLISHED_271);
    expect(interchange.faults).toEqual([]);
    const read = readEligibility(interchange);
    expect(read).toMatchObject({ active: true, plan: 'GOLD 123 PLAN', memberId: '123456789', copayMinor: 1000 });
    expect(read?.benefits[3]).toMatchObject({ kind: 'B', amountMinor: 1000, network: 'in', period: '27' });
    expect(read?.benefits[4]).toMatchObject({ amountMinor: 3000, network: 'out' });
    expect(read?.benefits[4]?.serviceTypes).toHaveLength(10);
    expect(read).toMatchObject({ authorizationNeeded: null, rejections: [], deductibleLeftMinor: null });
  });

  it('says what is left of a deductible, the share, and that leave is needed', () => {
    const more = 'EB*C*IND*30**GOLD 123 PLAN*29*1250.5~EB*A*IND*62*****.2***Y*N~SE*24*4321';
    const read = readEligibility(readInterchange(PUBLISHED_271.replace('SE*22*4321', more)));
    expect(read).toMatchObject({ deductibleLeftMinor: 125_050, coinsurancePercent: 20, authorizationNeeded: true });
  });

  it('that was refused says why', () => {
    const text = PUBLISHED_271.replace(/EB\*1[\s\S]*LE\*2120~/, 'AAA*N**72*C~');
    const interchange = readInterchange(text);
    expect(interchange.faults).toEqual(['segment-count']);
    expect(readEligibility(interchange)).toMatchObject({ active: null, rejections: ['72 C'], benefits: [] });
  });

  it('is read with whatever delimiters it names', () => {
    const other = PUBLISHED_271.replaceAll('*', '|').replaceAll('^', '!').replaceAll('~', "'").replaceAll('\n', '');
    expect(readEligibility(readInterchange(other))).toEqual(readEligibility(readInterchange(PUBLISHED_271)));
  });
});

describe('a question for leave (278) and its answer', () => {
  it('names payer, requester, insured, event and service, and is read by the other parser', () => {
    const text = writeInterchange(HEAD, authorizationRequest(ASKED));
    const interchange = new X12Parser(true).parse(text);
    if (!('functionalGroups' in interchange)) throw new Error('It read several interchanges.');
    const set = interchange.functionalGroups[0]?.transactions[0];
    const segments = set?.segments.map((each) => each.toString());
    expect(segments).toEqual(bodyOf(authorizationRequest(ASKED)));
    expect(segments).toEqual(
      expect.arrayContaining([
        'BHT*0007*13*A12345*20050502*1101~',
        'NM1*X3*2*MARYLAND CAPITAL INSURANCE COMPANY*****46*789312~',
        'NM1*1P*2*DR. JOE SMITH CORPORATION*****XX*8189991234~',
        'NM1*IL*1*SMITH*JOE****MI*12345678901~',
        'DMG*D8*19470118*M~',
        'TRN*1*111099*9012345678~',
        'HI*ABK:M5416~',
        'SV1*HC:76140**UN*1~',
        'HSD*VS*1~',
      ]),
    );
    expect(readInterchange(text).faults).toEqual([]);
  });

  it.each([
    [['HCR*A1*AUTH0001', 'DTP*007*RD8*20050510-20050810', 'HSD*VS*2'], 'granted'],
    [['HCR*A1*AUTH0001', 'DTP*007*D8*20050510', 'DTP*036*D8*20050810', 'HSD*VS*2'], 'granted'],
    [['HCR*A6*AUTH0001', 'DTP*AAH*RD8*20050510-20050810', 'HSD*VS*2'], 'changed'],
  ] as const)('%j is read', (segments, decision) => {
    expect(readAuthorization(readInterchange(answer278(...segments)))).toEqual({
      ...{ decision, number: 'AUTH0001', reason: '', validFrom: '2005-05-10', validTo: '2005-08-10', visits: 2 },
      rejections: [],
    });
  });

  it('a denied service does not hide behind a visit that is granted', () => {
    const text = answer278('HCR*A1*AUTH-1', 'HL*5*4*SS*0', 'SV1*HC:76140', 'HCR*A3**0B');
    expect(readAuthorization(readInterchange(text))).toMatchObject({
      decision: 'denied',
      reason: '0B',
      number: 'AUTH-1',
    });
    expect(readAuthorization(readInterchange(PUBLISHED_271))).toBeNull();
  });
});

it('tells what is no X12, and what does not fit together', () => {
  expect(() => readInterchange('MSH|^~\\&|')).toThrow(NotX12);
  expect(() => readInterchange(`ISA${'*'.repeat(120)}`)).toThrow(NotX12);
  const faults = (change: (text: string) => string) => readInterchange(change(PUBLISHED_271)).faults;
  expect(faults((text) => text.replace('IEA*1*000000101', 'IEA*2*000000102'))).toEqual([
    'group-count',
    'control-number',
  ]);
  expect(faults((text) => text.replace('GE*1*101', 'GE*2*101'))).toEqual(['set-count']);
  expect(faults((text) => text.replace(/SE\*22[\s\S]*/, ''))).toEqual(['not-closed']);
});
