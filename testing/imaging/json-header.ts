import { type InstanceHeader, parseHeader } from '@overread/imaging';
import { type MadeItem, type MadeValue, madeFile } from '../made-dicom.ts';

interface JsonAttribute {
  readonly vr: string;
  readonly Value?: readonly unknown[];
  readonly InlineBinary?: string;
}
export type JsonItem = Readonly<Record<string, JsonAttribute>>;

function madeValue({ vr, Value, InlineBinary }: JsonAttribute): MadeValue {
  if (InlineBinary !== undefined) return new Uint8Array(Buffer.from(InlineBinary, 'base64'));
  if (Value === undefined) return null;
  if (vr === 'SQ') return Value.map((item) => itemOf(item as JsonItem));
  if (vr === 'PN')
    return Value.map((name) =>
      typeof name === 'string' ? name : ((name as { Alphabetic?: string }).Alphabetic ?? ''),
    );
  return Value.map((value) => (typeof value === 'number' ? value : String(value ?? '')));
}

/** An instance of the DICOM JSON model (PS3.18 F) as the made files' attributes. */
const itemOf = (json: JsonItem): MadeItem =>
  Object.fromEntries(
    Object.entries(json)
      .filter(([tag, { vr }]) => !tag.startsWith('0002') && vr !== 'AT')
      .map(([tag, attribute]) => [`${tag.toLowerCase()}:${attribute.vr}`, madeValue(attribute)]),
  );

const REQUIRED: MadeItem = {
  '00080016:UI': '1.2.840.10008.5.1.4.1.1.4',
  '00080018:UI': '2.25.1',
  '0020000d:UI': '2.25.2',
  '0020000e:UI': '2.25.3',
  '00280010:US': 4,
  '00280011:US': 4,
};

/** The header of an instance in the DICOM JSON model, by way of a file that is made of it. */
export const headerOfJson = (json: JsonItem): InstanceHeader => parseHeader(madeFile({ ...REQUIRED, ...itemOf(json) }));
