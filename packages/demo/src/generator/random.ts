/** A stream of 32-bit numbers that depends on its seed alone. */
export interface Random {
  /** An unsigned 32-bit integer. */
  next(): number;
  /** A number in [0, 1). */
  unit(): number;
}

/** FNV-1a with a final mix: a 32-bit number out of a text. */
export function hashText(text: string, start = 0x811c9dc5): number {
  let hash = start >>> 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** sfc32 (Chris Doty-Humphrey, PractRand), seeded by a text. */
export function createRandom(seed: string): Random {
  let a = hashText(seed);
  let b = hashText(seed, a);
  let c = hashText(seed, b);
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  return { next, unit: () => next() / 4294967296 };
}

const NORMALS = 1 << 16;

/** 65,536 draws of the standard normal distribution (Box–Muller); noise picks from them, two with every number drawn. */
export function normalTable(seed: string): Float32Array {
  const random = createRandom(seed);
  const table = new Float32Array(NORMALS);
  for (let i = 0; i < NORMALS; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - random.unit()));
    const angle = 2 * Math.PI * random.unit();
    table[i] = radius * Math.cos(angle);
    table[i + 1] = radius * Math.sin(angle);
  }
  return table;
}
