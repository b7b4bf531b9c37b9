/** Text out of XML and XHTML that comes with reports. Nothing is resolved: no entities of a document's own, no addresses. */

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The characters that references stand for; what is not known stays as it is written. */
export function withoutReferences(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

const BLOCK = /<\/?(?:p|div|br|li|tr|h[1-6]|table|ul|ol|section|article|caption)\b[^>]*>/gi;

/** The words of (X)HTML, a line for each block; scripts and styles left out. */
export function htmlText(html: string): string {
  const plain = html
    .replace(/<!--[\s\S]*?-->|<(script|style|head)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(BLOCK, '\n')
    .replace(/<\/t[dh]>/gi, '\t')
    .replace(/<[^>]*>/g, '');
  return withoutReferences(plain)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
