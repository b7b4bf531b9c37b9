import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../ui/use-words.ts';

/** The seal, in words: who reads the report when. */
export function SealNotice() {
  const words = useWords();
  return (
    <Notice kind="seal" title={words('intake.report.seal.title')}>
      <p>{words('intake.report.seal.say')}</p>
    </Notice>
  );
}
