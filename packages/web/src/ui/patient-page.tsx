import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { DocumentTitle } from './document-title.tsx';
import styles from './patient-page.module.css';
import { SiteHeader } from './site-header.tsx';

export interface BackLink {
  readonly to: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly text: string;
}

interface PatientPageProps {
  /** The one heading: it states the result. */
  readonly heading: string;
  /** Title of the browser's tab, where it is not the heading. */
  readonly title?: string;
  /** The quiet line above the heading: whose case, which page. */
  readonly over?: ReactNode;
  /** A sentence or two below the heading. */
  readonly lead?: ReactNode;
  readonly back?: BackLink;
  /** The second column from 1000 px (376 px); below that it follows the text. */
  readonly aside?: ReactNode;
  /** On a narrow page the aside comes before the text: where it says how far something is. */
  readonly asideFirst?: boolean;
  /** Draws a thick red edge above the page: only for what cannot wait. */
  readonly stop?: boolean;
  /** Above everything, like the steps of a longer form. */
  readonly top?: ReactNode;
  /** Give a new value when the page turns to another sheet: the heading then takes the focus. */
  readonly sheet?: string | number;
  readonly children: ReactNode;
}

/**
 * The frame of a page for patients: one column to 640 px and, where there is an aside, two from 1000 px in 1136 px. Text is
 * 18 px, what is pressed 44 px and more. Its children stand below each other with even space; put what belongs together into
 * a `<section>` with an `<h2>`.
 */
export function PatientPage(props: PatientPageProps) {
  const { heading, title, over, lead, back, aside, stop = false, top, sheet, children } = props;
  const asideFirst = props.asideFirst === true && aside !== undefined;
  const side = aside !== undefined && <aside className={styles.aside}>{aside}</aside>;
  const head = useRef<HTMLHeadingElement>(null);
  const first = useRef(sheet);
  useEffect(() => {
    if (first.current === sheet) return;
    first.current = sheet;
    window.scrollTo({ top: 0 });
    head.current?.focus({ preventScroll: true });
  }, [sheet]);
  return (
    <div className={styles.page} data-columns={aside === undefined ? 1 : 2} data-stop={stop ? '' : undefined}>
      <DocumentTitle text={title ?? heading} />
      <SiteHeader />
      <main id="main" className={styles.main}>
        {back !== undefined && (
          <Link className={styles.back} to={back.to} params={(back.params ?? {}) as never}>
            <ArrowLeft aria-hidden="true" /> {back.text}
          </Link>
        )}
        {top}
        <div className={styles.head}>
          {over !== undefined && <p className={styles.over}>{over}</p>}
          <h1 ref={head} tabIndex={-1}>
            {heading}
          </h1>
          {lead !== undefined && <div className={styles.lead}>{lead}</div>}
        </div>
        <div className={styles.columns} data-aside-first={asideFirst ? '' : undefined}>
          {asideFirst && side}
          <div className={styles.text}>{children}</div>
          {!asideFirst && side}
        </div>
      </main>
    </div>
  );
}
