/** A code as the `select` of an ICU message can name it: its keys know no hyphen ("lumbar-spine" → "lumbar_spine"). */
export function choice(code: string): string {
  return code.replaceAll('-', '_');
}
