import { type Dataset, sequence, text } from '@overread/imaging/write/dataset.ts';

/** A code of a scheme with its meaning (PS3.3 section 8). */
export type Code = readonly [value: string, scheme: 'DCM' | 'LN' | 'RFC5646' | '99OVR', meaning: string];
type Relation = 'CONTAINS' | 'HAS OBS CONTEXT' | 'HAS CONCEPT MOD';

const TAG = {
  codeValue: 0x00080100,
  scheme: 0x00080102,
  meaning: 0x00080104,
  relation: 0x0040a010,
  valueType: 0x0040a040,
  conceptName: 0x0040a043,
  continuity: 0x0040a050,
  personName: 0x0040a123,
  textValue: 0x0040a160,
  conceptCode: 0x0040a168,
  content: 0x0040a730,
} as const;

/** One item of a code sequence. */
export function codeItem([value, scheme, meaning]: Code): Dataset {
  return [text(TAG.codeValue, 'SH', value), text(TAG.scheme, 'SH', scheme), text(TAG.meaning, 'LO', meaning)];
}

function item(relation: Relation, valueType: string, name: Code): Dataset {
  return [
    text(TAG.relation, 'CS', relation),
    text(TAG.valueType, 'CS', valueType),
    sequence(TAG.conceptName, codeItem(name)),
  ];
}

/** TEXT content item (PS3.3 section C.17.3.2.1); line breaks as CR LF. */
export function textItem(relation: Relation, name: Code, value: string): Dataset {
  return [...item(relation, 'TEXT', name), text(TAG.textValue, 'UT', value.replace(/\r?\n/g, '\r\n'))];
}

export function codedItem(relation: Relation, name: Code, value: Code): Dataset {
  return [...item(relation, 'CODE', name), sequence(TAG.conceptCode, codeItem(value))];
}

export function personItem(relation: Relation, name: Code, value: string): Dataset {
  return [...item(relation, 'PNAME', name), text(TAG.personName, 'PN', value)];
}

/** CONTAINER content item (C.17.3.2.4); without a relation it is the root. */
export function container(relation: Relation | null, name: Code, items: readonly Dataset[]): Dataset {
  const head =
    relation === null
      ? [text(TAG.valueType, 'CS', 'CONTAINER'), sequence(TAG.conceptName, codeItem(name))]
      : item(relation, 'CONTAINER', name);
  return [...head, text(TAG.continuity, 'CS', 'SEPARATE'), sequence(TAG.content, ...items)];
}
