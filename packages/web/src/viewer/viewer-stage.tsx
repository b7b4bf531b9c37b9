import type { SeriesSummary } from '@overread/imaging/model.ts';
import type { ImageMark } from '@overread/rules/case/report.ts';
import {
  Columns2,
  Contrast,
  Crosshair,
  Link2,
  type LucideIcon,
  MousePointerClick,
  Move,
  RotateCcw,
  Ruler,
  ZoomIn,
} from 'lucide-react';
import { useWords } from '../ui/use-words.ts';
import type { Tool } from './pane-engine.ts';
import { useViewerState } from './use-viewer.ts';
import styles from './viewer.module.css';
import type { ViewerController } from './viewer-controller.ts';
import { type FilmLabel, ViewerPane } from './viewer-pane.tsx';

const TOOLS: readonly { readonly tool: Tool; readonly key: string; readonly icon: LucideIcon }[] = [
  { tool: 'scroll', key: 'S', icon: MousePointerClick },
  { tool: 'window', key: 'W', icon: Contrast },
  { tool: 'zoom', key: 'Z', icon: ZoomIn },
  { tool: 'pan', key: 'M', icon: Move },
  { tool: 'length', key: 'L', icon: Ruler },
  { tool: 'finding', key: 'F', icon: Crosshair },
];

interface ToolButtonProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly keyName: string;
  readonly pressed?: boolean;
  readonly onPress: () => void;
}

function ToolButton({ icon: Icon, name, keyName, pressed, onPress }: ToolButtonProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      title={name}
      aria-pressed={pressed}
      aria-keyshortcuts={keyName}
      onClick={onPress}
    >
      <Icon aria-hidden="true" size={15} strokeWidth={1.9} />
      <span>{name}</span>
      <span aria-hidden="true" className={styles.toolKey}>
        <kbd>{keyName}</kbd>
      </span>
    </button>
  );
}

function ViewerTools({ controller }: { readonly controller: ViewerController }) {
  const words = useWords();
  const { tool, linked, twoUp } = useViewerState(controller);
  return (
    <div className={styles.tools} role="toolbar" aria-label={words('reader.tools')}>
      {TOOLS.map((item) => (
        <ToolButton
          key={item.tool}
          icon={item.icon}
          name={words(`reader.tool.${item.tool}`)}
          keyName={item.key}
          pressed={tool === item.tool}
          onPress={() => controller.setTool(item.tool)}
        />
      ))}
      <ToolButton
        icon={Link2}
        name={words('reader.tool.linked')}
        keyName="K"
        pressed={linked}
        onPress={() => controller.toggle('linked')}
      />
      <ToolButton
        icon={Columns2}
        name={words('reader.tool.twoUp')}
        keyName="2"
        pressed={twoUp}
        onPress={() => controller.toggle('twoUp')}
      />
      <ToolButton icon={RotateCcw} name={words('reader.tool.reset')} keyName="0" onPress={() => controller.reset()} />
    </div>
  );
}

interface ViewerStageProps {
  readonly controller: ViewerController;
  readonly series: readonly SeriesSummary[];
  readonly labelOf: (seriesInstanceUid: string | null) => FilmLabel;
  readonly marks: readonly ImageMark[];
}

/** Toolbar and panes. The series rail and the keys belong to the page around it. */
export function ViewerStage({ controller, series, labelOf, marks }: ViewerStageProps) {
  const state = useViewerState(controller);
  const find = (uid: string | null) => series.find(({ seriesInstanceUid }) => seriesInstanceUid === uid) ?? null;
  return (
    <div className={styles.stage} dir="ltr">
      <ViewerTools controller={controller} />
      <div className={styles.panes} data-two-up={state.twoUp}>
        {([0, 1] as const).map(
          (number) =>
            (number === 0 || state.twoUp) && (
              <ViewerPane
                key={number}
                controller={controller}
                number={number}
                series={find(state.series[number])}
                label={labelOf(state.series[number])}
                marks={marks}
                otherNumber={find(state.series[number === 0 ? 1 : 0])?.number ?? null}
              />
            ),
        )}
      </div>
    </div>
  );
}
