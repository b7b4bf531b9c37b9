import type { HTMLAttributes, Ref } from 'react';

interface GridPartProps extends HTMLAttributes<HTMLDivElement> {
  readonly part: 'treegrid' | 'rowgroup' | 'row' | 'rowheader' | 'columnheader' | 'gridcell';
  readonly ref?: Ref<HTMLDivElement>;
}

/**
 * A part of a grid by its role alone. A real table lays out all of its rows; this grid draws the few that are seen, so its
 * parts are boxes. The focus stays on the grid itself, which names the active row.
 */
export function GridPart({ part, ref, ...rest }: GridPartProps) {
  return <div ref={ref} role={part} {...rest} />;
}
