import type { ImportView } from '@overread/contract/imports.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PatientPage } from '../../ui/patient-page.tsx';
import { useWords, type Words } from '../../ui/use-words.ts';
import { useToCase } from '../case-link.ts';
import { ParcelsOnWay } from '../mail/parcels-on-way.tsx';
import styles from './disc.module.css';
import { DiscProblemNotice, ElsewhereNotice } from './disc-notices.tsx';
import type { DiscSession } from './disc-session.ts';
import type { DiscState } from './disc-state.ts';
import { DropZone } from './drop-zone.tsx';

interface DiscStartProps {
  readonly view: CaseView;
  readonly session: DiscSession;
  readonly state: DiscState;
  readonly imports: readonly ImportView[];
}

/** Heading and lead: the invitation, or how far a delivery came that was begun here and not ended. */
function startWords(words: Words, begun: DiscState['begun'], rejected: boolean): readonly [string, string] {
  if (begun === null)
    return [words(rejected ? 'intake.disc.rejected' : 'intake.disc.start'), words('intake.disc.startLead')];
  const { arrivedFiles, files, name } = begun;
  return [
    arrivedFiles === 0 ? words('intake.begun.none') : words('intake.begun.some', { files: arrivedFiles, of: files }),
    name === '' ? words('intake.begun.leadNoName') : words('intake.begun.lead', { name }),
  ];
}

/** Where a disc, a folder or a ZIP is chosen; also after a reload, to go on where sending stopped. */
export function DiscStart({ view, session, state, imports }: DiscStartProps) {
  const words = useWords();
  const back = useToCase(view);
  const elsewhere =
    state.begun === null ? imports.find((one) => one.state === 'uploading' && one.files > 0) : undefined;
  const rejected = view.materials.images === 'rejected' && state.begun === null;
  const [heading, lead] = startWords(words, state.begun, rejected);
  return (
    <PatientPage
      heading={heading}
      title={words('intake.disc.title')}
      lead={<p>{lead}</p>}
      back={back}
      sheet="start"
      aside={
        <section aria-labelledby="how">
          <h2 id="how">{words('intake.how.title')}</h2>
          <ul className={styles.how}>
            <li>{words('intake.how.disc')}</li>
            <li>{words('intake.how.zip')}</li>
            <li>{words('intake.how.none')}</li>
          </ul>
          <ButtonLink to="/case/$caseId/records" params={{ caseId: view.id }}>
            {words('intake.how.ask')}
          </ButtonLink>
          <ButtonLink to="/case/$caseId/mail" params={{ caseId: view.id }}>
            {words('intake.how.mail')}
          </ButtonLink>
        </section>
      }
    >
      <DiscProblemNotice session={session} state={state} />
      <ParcelsOnWay caseId={view.id} />
      {rejected && (
        <Notice kind="stop">
          <p>{words('intake.disc.rejectedBecause', { reason: view.materials.imagesRejectedBecause })}</p>
        </Notice>
      )}
      {elsewhere !== undefined && <ElsewhereNotice delivery={elsewhere} />}
      {view.maySee.includes('images:upload') ? (
        <DropZone onPicked={(picked) => void session.choose(picked)} />
      ) : (
        <Notice>
          <p>{words('intake.disc.closed')}</p>
        </Notice>
      )}
    </PatientPage>
  );
}
