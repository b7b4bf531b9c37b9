import { useLingui } from '@lingui/react';
import type { ReaderView } from '@overread/contract/reading.ts';
import { useReaders } from '../coordinator/staff-api.ts';
import { plainDate } from '../ui/format.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { useWords } from '../ui/use-words.ts';
import styles from './admin.module.css';
import { isOver, licenceSoon } from './reader-rows.ts';

function Licences({ reader }: { readonly reader: ReaderView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const now = new Date();
  const soon = licenceSoon(reader, now);
  return (
    <ul className={styles.licences}>
      {reader.licences.map((licence) => (
        <li key={licence.place} data-soon={licence === soon || isOver(licence, now) ? '' : undefined}>
          {licence.until === ''
            ? licence.place
            : words(isOver(licence, now) ? 'admin.readers.ended' : 'admin.readers.until', {
                place: licence.place,
                date: plainDate(i18n.locale, licence.until),
              })}
        </li>
      ))}
    </ul>
  );
}

function ReaderRow({ reader }: { readonly reader: ReaderView }) {
  const words = useWords();
  const { i18n } = useLingui();
  const away = reader.availableFrom > new Date().toISOString().slice(0, 10);
  return (
    <tr>
      <th scope="row">
        {reader.name}
        <small>{reader.affiliations.join(', ')}</small>
      </th>
      <td>
        {reader.subspecialties.map((one) => words(`coordinator.subspecialty.${one}`)).join(', ')}
        <small>{reader.regions.map((region) => words(`reader.region.${region}`)).join(', ')}</small>
      </td>
      <td>
        <Licences reader={reader} />
      </td>
      <td className={styles.end}>
        {words('admin.readers.load', { open: reader.openCases, capacity: reader.capacity })}
        {away && <small>{words('admin.readers.away', { date: plainDate(i18n.locale, reader.availableFrom) })}</small>}
      </td>
    </tr>
  );
}

/** The directory of readers: what they read, where they may, how much they can take. */
export function Readers() {
  const words = useWords();
  const readers = useReaders();
  return (
    <section id="readers" className={styles.part} aria-labelledby="readers-title">
      <h2 id="readers-title">{words('admin.readers')}</h2>
      <ProblemNotice error={readers.error} />
      {readers.isPending && <p role="status">{words('admin.loading')}</p>}
      {readers.data !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls sideways, also by key
        <div className={styles.scroll} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words('admin.name')}</th>
                <th scope="col">{words('admin.readers.reads')}</th>
                <th scope="col">{words('admin.readers.licences')}</th>
                <th scope="col" className={styles.end}>
                  {words('admin.readers.open')}
                </th>
              </tr>
            </thead>
            <tbody>
              {readers.data.map((reader) => (
                <ReaderRow key={reader.readerId} reader={reader} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
