import { useLingui } from '@lingui/react';
import type { AssociationView, WaysIn as Ways } from '@overread/contract/holding.ts';
import { useQuery } from '@tanstack/react-query';
import { request } from '../api/index.ts';
import { shortMoment } from '../ui/format.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './admin.module.css';

/** How C-STORE is set; each line is a setting of the service. */
function Dimse({ dimse }: { readonly dimse: NonNullable<Ways['dimse']> }) {
  const words = useWords();
  const { ae, host, port, peers, tls } = dimse;
  const senders = peers.map((peer) => {
    const name = peer.ae === '*' ? words('admin.ways.anyTitle') : peer.ae;
    return peer.from === null ? name : words('admin.ways.peerFrom', { name, from: peer.from });
  });
  const lines = [
    ['ae', ae],
    ['address', `${host}:${port}`],
    ['peers', senders.join(', ')],
    ['tls', words(`admin.ways.tls.${tls}`)],
  ] as const;
  return (
    <table className={styles.table} data-small="">
      <tbody>
        {lines.map(([what, value]) => (
          <tr key={what}>
            <th scope="row">{words(`admin.ways.${what}`)}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Association({ one }: { readonly one: AssociationView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const { callingAe, calledAe, address, at, stored, failed, trouble, isTls } = one;
  const counts = words('admin.ways.stored', { stored, failed });
  const because = trouble === null ? '' : words(`admin.ways.trouble.${trouble}`, { called: calledAe });
  return (
    <tr data-refused={trouble === null || trouble === 'broken' ? undefined : ''}>
      <th scope="row">{callingAe}</th>
      <td>{[address, isTls ? 'TLS' : ''].filter(Boolean).join(', ')}</td>
      <td>
        <time dateTime={at}>{shortMoment(i18n.locale, at)}</time>
      </td>
      <td>{[trouble === null || trouble === 'broken' ? counts : '', because].filter(Boolean).join(' ')}</td>
    </tr>
  );
}

function Associations({ all }: { readonly all: readonly AssociationView[] }) {
  const words = useWords();
  if (all.length === 0) return <p>{words('admin.ways.noneYet')}</p>;
  return (
    <table className={`${styles.table} ${styles.people}`}>
      <thead>
        <tr>
          <th scope="col">{words('admin.ways.sender')}</th>
          <th scope="col">{words('admin.ways.from')}</th>
          <th scope="col">{words('admin.ways.when')}</th>
          <th scope="col">{words('admin.ways.what')}</th>
        </tr>
      </thead>
      <tbody>
        {all.map((one) => (
          <Association key={`${one.callingAe} ${one.at} ${one.endedAt}`} one={one} />
        ))}
      </tbody>
    </table>
  );
}

/** By what images come in besides the browser, and who came last. Set where the service is started. */
export function WaysIn() {
  const words = useWords();
  const ways = useQuery({ queryKey: ['ways-in'], queryFn: () => request<Ways>('/api/ways-in') });
  const { dimse = null, watched = [], associations = [] } = ways.data ?? {};
  return (
    <section id="ways" className={styles.part} aria-labelledby="ways-title">
      <h2 id="ways-title">{words('admin.ways')}</h2>
      <p className={styles.quiet}>{words('admin.ways.lead')}</p>
      <ProblemNotice error={ways.error} />
      {ways.isPending && <p role="status">{words('admin.loading')}</p>}
      {ways.data !== undefined && (
        <>
          <h3>C-STORE</h3>
          {dimse === null ? <p>{words('admin.ways.off')}</p> : <Dimse dimse={dimse} />}
          {dimse !== null && <Associations all={associations} />}
          <h3>{words('admin.ways.watched')}</h3>
          {watched.length === 0 ? (
            <p>{words('admin.ways.watchedOff')}</p>
          ) : (
            <ul>
              {watched.map((folder) => (
                <li key={folder}>{folder}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}
