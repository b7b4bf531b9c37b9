import type { ImageMark } from '@overread/rules/case/report.ts';
import { useMemo, useRef, useState } from 'react';

/** A key of the report column. `free` is false where a field has the focus or single keys are off. */
export type ColumnKeys = (event: KeyboardEvent, free: boolean) => boolean;

/** What the report column tells the films beside it: the room stands, and shows images, before the column is there. */
export interface RoomBridge {
  setMarks(marks: readonly ImageMark[]): void;
  setKeys(keys: ColumnKeys | null): void;
}

export function useRoomBridge() {
  const [marks, setMarks] = useState<readonly ImageMark[]>([]);
  const keys = useRef<ColumnKeys | null>(null);
  const bridge = useMemo<RoomBridge>(
    () => ({
      setMarks,
      setKeys(next) {
        keys.current = next;
      },
    }),
    [],
  );
  return { marks, keys, bridge };
}
