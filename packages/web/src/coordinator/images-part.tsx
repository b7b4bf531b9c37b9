import { useLingui } from '@lingui/react';
import type { CaseStudy } from '@overread/rules/case/state.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { lazy, Suspense, useState } from 'react';
import { Button, ButtonLink } from '../ui/button.tsx';
import { plainDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './case.module.css';
import { Deliveries } from './deliveries.tsx';
import { Identity, IdentityTable } from './identity-table.tsx';
import { Acts, Part } from './part.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

const StaffSet = lazy(() => import('../set/staff-set.tsx').then((file) => ({ default: file.StaffSet })));
const CaseViewer = lazy(() => import('../referrer/case-viewer.tsx').then((file) => ({ default: file.CaseViewer })));

function StudyBlock({ view, study }: { readonly view: CaseView; readonly study: CaseStudy }) {
  const words = useWords();
  const { i18n } = useLingui();
  const [decision, setDecision] = useState<'accept' | 'reject' | null>(null);
  const { verdict } = study.identity;
  const mayDecide = view.mayDo.includes('decideStudy') && study.state === 'held';
  const prior = (study.modalities ?? []).filter((modality) => modality !== 'MR');
  const isLast = view.studies.every((each) => each === study || each.state === 'rejected');
  const hint =
    decision === 'reject' && isLast
      ? words('coordinator.study.hintLast', { name: view.patient.name.given })
      : words(verdict === 'other-patient' ? 'coordinator.study.hintOther' : 'coordinator.study.hintDoubt');
  const place = [study.institution, study.date === '' ? '' : plainDate(i18n.locale, study.date)];
  return (
    <article className={styles.study} data-state={study.state}>
      <h3>{study.description === '' ? words('coordinator.study.unnamed') : study.description}</h3>
      <p className={styles.quiet}>
        {place.filter((part) => part !== '').join(', ')}
        {' · '}
        {words('coordinator.study.size', { series: study.series, instances: study.instances })}
        {study.accessionNumber !== '' &&
          ` · ${words('coordinator.study.accession', { number: study.accessionNumber })}`}
      </p>
      {prior.length > 0 && <p>{words('coordinator.study.prior', { modalities: prior.join(', ') })}</p>}
      <Identity patient={view.patient} study={study} />
      {study.decision !== null && (
        <p>
          {words(`coordinator.study.decided.${study.state === 'rejected' ? 'reject' : 'accept'}`, {
            name: study.decision.by.name,
            date: plainDate(i18n.locale, study.decision.at),
          })}{' '}
          <q>{study.decision.reason}</q>
        </p>
      )}
      {mayDecide && (
        <Acts>
          <Button onPress={() => setDecision('accept')}>
            {words('coordinator.study.accept', { name: view.patient.name.given })}
          </Button>
          <Button onPress={() => setDecision('reject')}>
            {words('coordinator.study.reject', { name: view.patient.name.given })}
          </Button>
        </Acts>
      )}
      {decision !== null && (
        <ReasonDialog
          view={view}
          title={words(`coordinator.study.${decision}Title`, { name: view.patient.name.given })}
          lead={<IdentityTable patient={view.patient} study={study} />}
          label={words('coordinator.study.reason')}
          hint={hint}
          submit={words(`coordinator.study.${decision}Submit`)}
          stop={decision === 'accept' && verdict === 'other-patient'}
          commandOf={(reason) => ({
            type: 'decideStudy',
            studyInstanceUid: study.studyInstanceUid,
            decision,
            reason,
          })}
          onClose={() => setDecision(null)}
        />
      )}
    </article>
  );
}

/** The reason why the images cannot be accepted now; null where they can. */
function notYetOf(view: CaseView, words: ReturnType<typeof useWords>): string | null {
  const held = view.studies.filter(({ state }) => state === 'held').length;
  if (held > 0) return words('coordinator.images.acceptHeld', { count: held });
  if (view.studies.every(({ state }) => state !== 'attached')) return words('coordinator.images.acceptNone');
  return view.mayDo.includes('acceptImages') ? null : words('coordinator.images.acceptNot');
}

function ImagesActs({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const [open, setOpen] = useState<'accept' | 'reject' | 'viewer' | null>(null);
  const close = () => setOpen(null);
  const attached = view.studies.filter(({ state }) => state === 'attached');
  const decided = view.materials.images === 'accepted' || view.materials.images === 'rejected';
  return (
    <Acts>
      {!decided && (
        <Button notYet={notYetOf(view, words)} onPress={() => setOpen('accept')}>
          {words('coordinator.images.accept')}
        </Button>
      )}
      {attached.length > 0 && view.mayDo.includes('rejectImages') && (
        <Button onPress={() => setOpen('reject')}>{words('coordinator.images.reject')}</Button>
      )}
      {attached.length > 0 && view.maySee.includes('images:view') && (
        <Button onPress={() => setOpen('viewer')}>{words('coordinator.images.look')}</Button>
      )}
      {view.maySee.includes('copy:make') && (
        <ButtonLink kind="bare" to="/case/$caseId/copy" params={{ caseId: view.id }}>
          {words('coordinator.images.copy')}
        </ButtonLink>
      )}
      {view.maySee.includes('images:upload') && (
        <ButtonLink kind="bare" to="/case/$caseId/images" params={{ caseId: view.id }}>
          {words('coordinator.images.bring')}
        </ButtonLink>
      )}
      {open === 'accept' && (
        <ReasonDialog
          view={view}
          title={words('coordinator.images.acceptTitle')}
          lead={words('coordinator.images.acceptLead', {
            studies: attached.length,
            instances: attached.reduce((sum, { instances }) => sum + instances, 0),
          })}
          label={words('coordinator.images.note')}
          needed={false}
          submit={words('coordinator.images.accept')}
          commandOf={(note) => ({ type: 'acceptImages', note })}
          onClose={close}
        />
      )}
      {open === 'reject' && (
        <ReasonDialog
          view={view}
          title={words('coordinator.images.rejectTitle')}
          lead={words('coordinator.images.rejectLead')}
          label={words('coordinator.images.reason')}
          submit={words('coordinator.images.rejectSubmit')}
          commandOf={(reason) => ({ type: 'rejectImages', reason })}
          onClose={close}
        />
      )}
      {open === 'viewer' && (
        <Suspense fallback={<p role="status">{words('reader.opening')}</p>}>
          <CaseViewer view={view} onClose={close} />
        </Suspense>
      )}
    </Acts>
  );
}

/** What arrived as images: whose they are, what was decided, and whether they are good enough to read. */
export function ImagesPart({ view }: { readonly view: CaseView }) {
  const words = useWords();
  return (
    <Part part="images" title={words('coordinator.part.images')} view={view} track="images">
      {view.materials.imagesRejectedBecause !== '' && (
        <Notice kind="wait" title={words('coordinator.images.rejected')}>
          <p>{view.materials.imagesRejectedBecause}</p>
        </Notice>
      )}
      {view.studies.map((study) => (
        <StudyBlock key={study.studyInstanceUid} view={view} study={study} />
      ))}
      {view.maySee.includes('images:view') && (
        <Suspense fallback={null}>
          <StaffSet view={view} />
        </Suspense>
      )}
      <ImagesActs view={view} />
      {view.maySee.includes('images:receipt') && <Deliveries view={view} />}
    </Part>
  );
}
