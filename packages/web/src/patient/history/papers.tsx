import type { CaseView } from '@overread/rules/case/view.ts';
import type { PaperKind } from '@overread/rules/case/vocabulary.ts';
import { Upload } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { useWords } from '../../ui/use-words.ts';
import styles from './history.module.css';
import { paperPath, usePaperChange, usePapers } from './papers-api.ts';

interface PapersProps {
  readonly view: CaseView;
  readonly kind: PaperKind;
}

/** Papers of one kind: what is here, and a way to add one, as a file or a photo. */
export function Papers({ view, kind }: PapersProps) {
  const words = useWords();
  const papers = usePapers(view.id);
  const change = usePaperChange(view.id);
  const may = view.maySee.includes('paper:add');
  const own = (papers.data ?? []).filter((paper) => paper.kind === kind);
  return (
    <section aria-labelledby={`papers-${kind}`}>
      <h2 id={`papers-${kind}`}>{words(`follow.papers.${kind}`)}</h2>
      <p>{words(`follow.papers.${kind}.say`)}</p>
      {own.length > 0 && (
        <ul className={styles.papers}>
          {own.map(({ paperId, fileName }) => (
            <li key={paperId}>
              <a href={paperPath(view.id, paperId)} target="_blank" rel="noreferrer">
                {fileName}
              </a>
              {may && (
                <Button
                  kind="bare"
                  label={words('follow.papers.removeOne', { name: fileName })}
                  onPress={() => change.mutate({ remove: paperId })}
                >
                  {words('follow.papers.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {may && (
        <div>
          <FileButton
            accept="application/pdf,image/*,text/plain"
            label={words(`follow.papers.${kind}`)}
            testId={`paper-${kind}`}
            onFile={(file) => change.mutate({ kind, file })}
            busy={change.isPending && words('follow.papers.sending')}
          >
            <Upload aria-hidden="true" /> {words('follow.papers.add')}
          </FileButton>
        </div>
      )}
      <ProblemNotice error={change.error ?? papers.error} />
    </section>
  );
}
