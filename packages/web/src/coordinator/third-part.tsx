import { useLingui } from '@lingui/react';
import type { CaseView, ThirdView } from '@overread/rules/case/view.ts';
import { useState } from 'react';
import { casePath } from '../api/index.ts';
import { Button, ButtonAnchor } from '../ui/button.tsx';
import { moneyText, shortMoment } from '../ui/format.ts';
import { useWords } from '../ui/use-words.ts';
import { ActButton } from './act-dialog.tsx';
import styles from './case.module.css';
import { Acts, Facts } from './part.tsx';
import { OfferLine } from './reading-part.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { RetractDialog } from './retract-dialog.tsx';
import { Suggestions } from './suggestions.tsx';

function ThirdFacts({ third }: { readonly third: ThirdView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const at = (iso: string | null) => shortMoment(i18n.locale, iso);
  const { reading, price, isSettled } = third;
  const money = price === null ? '' : moneyText(i18n.locale, price);
  return (
    <Facts
      facts={[
        { name: words('coordinator.delivery.third'), value: third.reason, doctor: true },
        {
          name: words('coordinator.funding.price'),
          value: price === null ? '' : words('coordinator.third.price', { money, settled: isSettled ? 'yes' : 'no' }),
        },
        { name: words('coordinator.third.promised'), value: at(third.promisedBy) },
        { name: words('coordinator.reading.reader'), value: reading.readerName ?? '' },
        { name: words('coordinator.reading.acceptedAt'), value: at(reading.acceptedAt) },
        { name: words('coordinator.reading.lockedAt'), value: at(reading.lockedAt) },
        { name: words('coordinator.reading.comparedAt'), value: at(reading.comparedAt) },
        { name: words('coordinator.reading.signedAt'), value: at(reading.signedAt) },
        { name: words('coordinator.delivery.at'), value: at(third.delivery.deliveredAt) },
      ]}
    />
  );
}

function Settle({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  if (!view.mayDo.includes('settleThirdRead')) return null;
  return (
    <Acts>
      <ActButton view={view} command={{ type: 'settleThirdRead', how: 'paid', reference: '' }}>
        {words('coordinator.third.paid')}
      </ActButton>
      <Button kind="bare" onPress={() => setOpen(true)}>
        {words('coordinator.third.waive')}
      </Button>
      {open && (
        <ReasonDialog
          view={view}
          title={words('coordinator.third.waive')}
          label={words('coordinator.reason')}
          submit={words('coordinator.third.waive')}
          commandOf={(reference) => ({ type: 'settleThirdRead', how: 'waived', reference })}
          onClose={() => setOpen(false)}
        />
      )}
    </Acts>
  );
}

/** The third, deciding read: who pays, who reads, and how far it is. */
export function ThirdPart({ view }: { readonly view: CaseView }) {
  const words = useWords();
  const { third } = view;
  const [retracting, setRetracting] = useState(false);
  if (third === null) return null;
  const given = third.offers.some(({ state }) => state === 'offered' || state === 'accepted');
  return (
    <>
      <h3>{words('coordinator.third.title')}</h3>
      <ThirdFacts third={third} />
      <Settle view={view} />
      {third.offers.length > 0 && (
        <ul className={styles.offers}>
          {third.offers.map((offer) => (
            <OfferLine key={offer.offerId} view={view} offer={offer} />
          ))}
        </ul>
      )}
      {!given && third.isSettled && <Suggestions view={view} />}
      {view.maySee.includes('third:view') && (
        <Acts>
          <Button kind="bare" onPress={() => setRetracting(true)}>
            {words('coordinator.retract.open')}
          </Button>
          <ButtonAnchor href={casePath(view.id, '/third.pdf')} newTab>
            {words('patient.three.pdf')}
          </ButtonAnchor>
          <ButtonAnchor href={casePath(view.id, '/third.fhir.json')}>{words('coordinator.delivery.fhir')}</ButtonAnchor>
          <ButtonAnchor href={casePath(view.id, '/third.hl7')}>{words('coordinator.delivery.hl7')}</ButtonAnchor>
        </Acts>
      )}
      {retracting && <RetractDialog view={view} read="third" onClose={() => setRetracting(false)} />}
    </>
  );
}
