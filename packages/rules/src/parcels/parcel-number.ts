/** Digits and letters that nobody takes for one another; 31 of them, a prime, so that the check sign finds every slip. */
const SIGNS = '123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BODY = 8;

/** Each sign counts with its place, modulo 31: one wrong sign, or two neighbours changed over, never give the same sum. */
function checkSign(body: string): string {
  const sum = [...body].reduce((total, sign, i) => total + (i + 1) * SIGNS.indexOf(sign), 0);
  return SIGNS.charAt(sum % SIGNS.length);
}

const shown = (body: string): string => `P${body.slice(0, 4)}-${body.slice(4)}${checkSign(body)}`;

/**
 * The number of a parcel, such as "P7K2M-9QXD4": eight signs drawn from the first 48 bits of a random UUID, and a check sign.
 * Short enough to be typed, and made of what every bar code holds.
 */
export function makeParcelNumber(uuid: string): string {
  let rest = BigInt(`0x${uuid.replace(/-/g, '').slice(0, 12)}`);
  let body = '';
  for (let i = 0; i < BODY; i += 1) {
    body += SIGNS.charAt(Number(rest % BigInt(SIGNS.length)));
    rest /= BigInt(SIGNS.length);
  }
  return shown(body);
}

/** The number that somebody typed or scanned, as it is kept; null when it is none: mistyped, or another code. */
export function readParcelNumber(typed: string): string | null {
  const signs = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1');
  if (signs.length !== BODY + 2 || signs.charAt(0) !== 'P') return null;
  const body = signs.slice(1, -1);
  const known = [...body].every((sign) => SIGNS.includes(sign));
  return known && checkSign(body) === signs.charAt(BODY + 1) ? shown(body) : null;
}
