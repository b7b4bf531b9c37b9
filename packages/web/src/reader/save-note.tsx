import { useLingui } from '@lingui/react';
import { clockTime } from '../ui/format.ts';
import { useWords } from '../ui/use-words.ts';
import type { Saved } from './autosave.ts';

interface SaveNoteProps {
  readonly keeper: Pick<Saved<unknown>, 'savedAt' | 'state'>;
  readonly className?: string | undefined;
  /** The class in place of it when a save failed. */
  readonly failed: string | undefined;
}

/** "saved 10:42", "not saved yet". */
export function SaveNote({ keeper, className, failed }: SaveNoteProps) {
  const words = useWords();
  const { i18n } = useLingui();
  const { savedAt, state } = keeper;
  const id = state === 'saved' && savedAt === null ? 'none' : state;
  const at = savedAt === null ? '' : clockTime(i18n.locale, savedAt);
  return (
    <span role="status" data-state={state} className={state === 'failed' ? failed : className}>
      {words(`reader.save.${id}`, { at })}
    </span>
  );
}
