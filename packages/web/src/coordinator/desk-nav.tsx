import { Link } from '@tanstack/react-router';
import { useWords } from '../ui/use-words.ts';
import styles from './desk.module.css';
import { type DeskView, MORE_VIEWS, WHO_ORDER } from './desk-views.ts';
import { useHolding } from './holding-api.ts';
import { useParcels } from './parcels-api.ts';
import { isToRead } from './parcels-model.ts';

interface DeskNavProps {
  /** A page of the desk that shows no cases has no view. */
  readonly current: DeskView | 'holding' | 'parcels';
  readonly counts: Readonly<Record<DeskView, number>>;
}

/** Views that call for somebody here: their number is red while it is not zero. */
const HOT: ReadonlySet<DeskView> = new Set(['coordinator', 'urgent', 'identity', 'late', 'unopened', 'calls']);

interface ViewLinkProps {
  readonly view: DeskView;
  readonly name: string;
  readonly current: boolean;
  readonly count: number;
}

function ViewLink({ view, name, current, count }: ViewLinkProps) {
  return (
    <li>
      <Link
        to="/desk"
        search={(view === 'everyone' ? {} : { view }) as never}
        className={styles.view}
        activeProps={{}}
        // Other pages of the desk lie below this path and are none of its views.
        activeOptions={{ exact: true }}
        aria-current={current ? 'page' : undefined}
        data-hot={HOT.has(view) && count > 0 ? '' : undefined}
      >
        {name} <span>{count.toLocaleString('en')}</span>
      </Link>
    </li>
  );
}

interface PageLinkProps {
  readonly to: '/desk/holding' | '/desk/parcels';
  readonly name: string;
  readonly current: boolean;
  /** How much waits there for somebody here. */
  readonly waiting: number;
}

function PageLink({ to, name, current, waiting }: PageLinkProps) {
  return (
    <li>
      <Link
        to={to}
        className={styles.view}
        activeProps={{}}
        aria-current={current ? 'page' : undefined}
        data-hot={waiting > 0 ? '' : undefined}
      >
        {name} <span>{waiting.toLocaleString('en')}</span>
      </Link>
    </li>
  );
}

/** The views of the desk with how many cases stand in each. */
export function DeskNav({ current, counts }: DeskNavProps) {
  const words = useWords();
  const holding = useHolding();
  const parcels = useParcels();
  const shown = WHO_ORDER.filter((who) => counts[who] > 0 || (who !== 'outside' && who !== 'nobody'));
  const link = (view: DeskView, name: string) => (
    <ViewLink key={view} view={view} name={name} current={view === current} count={counts[view]} />
  );
  return (
    <nav className={styles.nav} aria-label={words('coordinator.views')}>
      <h2>{words('coordinator.waitsOn')}</h2>
      <ul>
        {link('everyone', words('coordinator.who.everyone'))}
        {shown.map((who) => link(who, words(`coordinator.who.${who}`)))}
      </ul>
      <h2>{words('coordinator.questions')}</h2>
      <ul>{MORE_VIEWS.map((view) => link(view, words(`coordinator.view.${view}`)))}</ul>
      <h2>{words('coordinator.desk')}</h2>
      <ul>
        <PageLink
          to="/desk/holding"
          name={words('coordinator.holding')}
          current={current === 'holding'}
          waiting={(holding.data ?? []).filter(({ state }) => state === 'waiting').length}
        />
        <PageLink
          to="/desk/parcels"
          name={words('coordinator.parcels')}
          current={current === 'parcels'}
          waiting={(parcels.data ?? []).filter(isToRead).length}
        />
        {link('closed', words('coordinator.view.closed'))}
      </ul>
    </nav>
  );
}
