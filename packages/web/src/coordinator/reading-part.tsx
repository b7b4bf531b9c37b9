import { useLingui } from '@lingui/react';
import type { Offer } from '@overread/rules/case/state.ts';
import type { CaseView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { Button, ButtonLink } from '../ui/button.tsx';
import { shortMoment } from '../ui/format.ts';
import { useWords } from '../ui/use-words.ts';
import styles from './case.module.css';
import { OutsidePart } from './outside-part.tsx';
import { Acts, type Fact, Facts, Part } from './part.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { Suggestions } from './suggestions.tsx';

export function OfferLine({ view, offer }: { readonly view: CaseView; readonly offer: Offer }) {
  const words = useWords();
  const { i18n } = useLingui();
  const [open, setOpen] = useState(false);
  return (
    <li data-state={offer.state}>
      <p>
        <b>{offer.reader.name}</b>{' '}
        <span className={styles.quiet}>
          {words(`coordinator.offer.${offer.state}`, { at: shortMoment(i18n.locale, offer.at) })}
        </span>
      </p>
      {offer.declinedBecause !== '' && <p>{words('coordinator.offer.because', { reason: offer.declinedBecause })}</p>}
      {offer.state === 'offered' && view.mayDo.includes('withdrawOffer') && (
        <Button kind="bare" onPress={() => setOpen(true)}>
          {words('coordinator.offer.withdraw')}
        </Button>
      )}
      {open && (
        <ReasonDialog
          view={view}
          title={words('coordinator.offer.withdrawTitle', { name: offer.reader.name })}
          label={words('coordinator.reason')}
          submit={words('coordinator.offer.withdraw')}
          commandOf={(reason) => ({ type: 'withdrawOffer', offerId: offer.offerId, reason })}
          onClose={() => setOpen(false)}
        />
      )}
    </li>
  );
}

/** When each step of the reading happened. The text of the report is not here. */
function useReadingFacts(view: CaseView): readonly Fact[] {
  const words = useWords();
  const { i18n } = useLingui();
  const { reading } = view;
  const at = (iso: string | null) => shortMoment(i18n.locale, iso);
  const hash = reading.lockHash === null ? '' : ` · ${reading.lockHash.slice(0, 12)}`;
  return [
    { name: words('coordinator.reading.reader'), value: reading.readerName ?? '' },
    { name: words('coordinator.reading.acceptedAt'), value: at(reading.acceptedAt) },
    { name: words('coordinator.reading.openedAt'), value: at(reading.openedAt) },
    {
      name: words('coordinator.reading.lockedAt'),
      value: reading.lockedAt === null ? '' : at(reading.lockedAt) + hash,
    },
    { name: words('coordinator.reading.revealedAt'), value: at(reading.revealedAt) },
    { name: words('coordinator.reading.comparedAt'), value: at(reading.comparedAt) },
    {
      name: words('coordinator.reading.signedAt'),
      value: reading.signedAt === null ? '' : [at(reading.signedAt), reading.signedBy].filter(Boolean).join(', '),
    },
  ];
}

/** Who reads: offers, suggestions with their reasons, or a service outside; then how far the reading is. */
export function ReadingPart({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const facts = useReadingFacts(view);
  const given = view.offers.some(({ state }) => state === 'offered' || state === 'accepted');
  const compare = view.mayDo.includes('compareReports') && view.outside?.report != null;
  return (
    <Part part="reading" title={words('coordinator.part.reading')} view={view} track="reading">
      {view.offers.length > 0 && (
        <ul className={styles.offers}>
          {view.offers.map((offer) => (
            <OfferLine key={offer.offerId} view={view} offer={offer} />
          ))}
        </ul>
      )}
      {(view.reading.acceptedAt ?? view.reading.signedAt) !== null && <Facts facts={facts} />}
      {!given && view.outside === null && <Suggestions view={view} />}
      <OutsidePart view={view} />
      {compare && (
        <Acts>
          <ButtonLink to="/compare/$caseId" params={{ caseId: view.id }}>
            {words('coordinator.outside.compare')}
          </ButtonLink>
        </Acts>
      )}
    </Part>
  );
}
