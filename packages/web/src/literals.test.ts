import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

const SOURCES = fileURLToPath(new URL('.', import.meta.url));

/** What a person reads or hears of an element besides what stands in it. */
const SPOKEN = new Set(
  'aria-label aria-description aria-roledescription alt title placeholder label hint heading lead over text submit'.split(
    ' ',
  ),
);
/** The product's name, a DICOM service, the form of a parcel's number, and keys as they stand on the keyboard. */
const EVERYWHERE = new Set(['Overread', 'C-STORE', 'P7K2M-9QXD4', 'Ctrl', 'Enter']);

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The texts that an expression may give, as they stand in the code: choices are followed, calls are not. */
function literalsIn(node: unknown): readonly string[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return (node.quasis as { readonly value: { readonly cooked: string } }[]).map(({ value }) => value.cooked);
    case 'ConditionalExpression':
      return [...literalsIn(node.consequent), ...literalsIn(node.alternate)];
    case 'LogicalExpression':
      return [...literalsIn(node.left), ...literalsIn(node.right)];
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
      return literalsIn(node.expression);
    default:
      return [];
  }
}

function spokenIn(node: Node): readonly string[] {
  if (node.type === 'JSXText') return [String(node.value)];
  if (node.type === 'JSXAttribute') {
    const { name } = node.name as { readonly name: unknown };
    return SPOKEN.has(String(name)) ? literalsIn(node.value) : [];
  }
  if (node.type === 'JSXElement' || node.type === 'JSXFragment')
    return (node.children as unknown[]).flatMap(literalsIn);
  return [];
}

/** Words in the code of a screen that a person would read, instead of an id of the catalogues. */
export function wordsIn(file: string, code: string): readonly string[] {
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    if (!isNode(node)) return;
    found.push(...spokenIn(node).map((text) => text.replace(/\s+/g, ' ').trim()));
    Object.values(node).forEach(walk);
  };
  walk(parseSync(file, code).program);
  return found.filter((text) => /\p{L}{2}/u.test(text) && !EVERYWHERE.has(text));
}

describe('text outside of the catalogues', () => {
  it.each([
    ['between tags', 'const a = <p>Some words</p>;', 'Some words'],
    ['in braces', "const a = <p>{'Some words'}</p>;", 'Some words'],
    ['as a choice', "const a = <p>{b ? 'Some words' : words('an.id')}</p>;", 'Some words'],
    ['with a blank', 'const a = <p>{`Some ${b}`}</p>;', 'Some'],
    ['in an attribute that is read out', 'const a = <img alt="Some words" />;', 'Some words'],
    ['in a label that is chosen', "const a = <Field label={b || 'Some words'} />;", 'Some words'],
  ])('is found %s', (_, code, words) => {
    expect(wordsIn('a.tsx', code)).toEqual([words]);
  });

  it('is no id, no class and no punctuation', () => {
    expect(wordsIn('a.tsx', "const a = <p className='two words' id='x'>{words('an.id')}, {b} · 3</p>;")).toEqual([]);
  });

  it('stands on no screen', () => {
    const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'),
    );
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((name) =>
      wordsIn(name, readFileSync(`${SOURCES}${name}`, 'utf8')).map((words) => `${name}: ${words}`),
    );
    expect(found).toEqual([]);
  });
});
