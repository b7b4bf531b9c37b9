import type { ChecklistItem } from '@overread/rules/case/report.ts';
import { type KeyboardEvent, useId } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useWords } from '../ui/use-words.ts';
import { answerOfStep, type ChecklistLine, isOpen, linesOf, sentencesOf, withAnswer } from './checklist.ts';
import { CHECKLISTS, type Checklist, type ChecklistName } from './checklists.data.ts';
import styles from './reader.module.css';

type Answer = Pick<ChecklistItem, 'answer' | 'grade'>;

const OPEN: Answer = { answer: 'not-mentioned' };

/** The choices of one line: the steps of its scale, or present and absent; "not assessable" is always among them. */
function choicesOf(line: ChecklistLine, words: ReturnType<typeof useWords>) {
  const steps = line.topic.steps?.map((step) => ({ text: step, name: step, next: answerOfStep(line.topic, step) }));
  const plain = [
    {
      text: words('reader.answer.present'),
      name: words('reader.answer.present'),
      next: { answer: 'present' } as Answer,
    },
    { text: words('reader.answer.absent'), name: words('reader.answer.absent'), next: { answer: 'absent' } as Answer },
  ];
  const notAssessable = words('reader.answer.notAssessable');
  return [
    ...(steps ?? plain),
    {
      text: steps === undefined ? notAssessable : '/',
      name: notAssessable,
      next: { answer: 'not-assessable' } as Answer,
    },
  ];
}

const isChosen = (line: ChecklistLine, next: Answer) => line.answer === next.answer && line.grade === next.grade;

/** P, A and N answer the line that has the focus; Backspace opens it again. */
function answerOfKey(line: ChecklistLine, key: string): Answer | null {
  const first = line.topic.steps?.[0];
  switch (key.toLowerCase()) {
    case 'p':
      return line.topic.steps === undefined ? { answer: 'present' } : null;
    case 'a':
      if (line.topic.steps === undefined) return { answer: 'absent' };
      return line.topic.fromNone === true && first !== undefined ? answerOfStep(line.topic, first) : null;
    case 'n':
      return { answer: 'not-assessable' };
    case 'backspace':
    case 'delete':
      return OPEN;
    default:
      return null;
  }
}

interface LineProps {
  readonly line: ChecklistLine;
  readonly onAnswer: (line: ChecklistLine, next: Answer) => void;
}

function ChecklistRow({ line, onAnswer }: LineProps) {
  const words = useWords();
  const id = useId();
  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = answerOfKey(line, event.key);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    onAnswer(line, next);
  }
  return (
    <div className={styles.item} data-open={isOpen(line)} data-line={line.id}>
      <span className={styles.itemLabel} id={id}>
        {line.topic.label}
        {isOpen(line) && <span className={styles.sr}>, {words('reader.answer.notMentioned')}</span>}
      </span>
      <div
        className={styles.choices}
        data-scale={line.topic.steps === undefined ? undefined : ''}
        role="radiogroup"
        aria-labelledby={id}
        onKeyDown={press}
      >
        {choicesOf(line, words).map((choice) => (
          <label key={choice.name} title={choice.text === choice.name ? undefined : choice.name}>
            <input
              type="radio"
              name={line.id}
              aria-label={choice.name}
              checked={isChosen(line, choice.next)}
              onChange={() => onAnswer(line, choice.next)}
              // A second press on the chosen answer opens the line again.
              onClick={() => isChosen(line, choice.next) && onAnswer(line, OPEN)}
            />
            <span>{choice.text}</span>
          </label>
        ))}
      </div>
    </div>
  );
}

interface ChecklistFormProps {
  readonly list: Checklist;
  readonly items: readonly ChecklistItem[];
  readonly group: string;
  readonly onGroup: (group: string) => void;
  readonly onChange: (items: readonly ChecklistItem[]) => void;
  readonly onList: (name: ChecklistName) => void;
  /** Writes the answers of a group out as sentences. */
  readonly onWriteOut: (text: string) => void;
}

/** The checklist of a region, a tab for each level or part; four ways to treat a line are kept apart. */
export function ChecklistForm(props: ChecklistFormProps) {
  const { list, items, group, onGroup, onChange, onList, onWriteOut } = props;
  const words = useWords();
  const lines = linesOf(list, items);
  return (
    <Tabs className={styles.tabs} selectedKey={group} onSelectionChange={(key) => onGroup(String(key))}>
      <TabList className={styles.tabList} aria-label={words('reader.checklist')}>
        {list.groups.map(({ id, label }) => {
          const own = lines.filter((line) => line.group.id === id);
          const percent = Math.round((100 * own.filter((line) => !isOpen(line)).length) / own.length);
          return (
            <Tab key={id} id={id} className={styles.tab} aria-label={words('reader.checklist.tab', { label, percent })}>
              {label}
              <i style={{ '--c': `${percent}%` } as React.CSSProperties} />
            </Tab>
          );
        })}
      </TabList>
      {list.groups.map(({ id }) => {
        const own = lines.filter((line) => line.group.id === id);
        const text = sentencesOf(own);
        return (
          <TabPanel key={id} id={id} className={styles.items}>
            {own.map((line) => (
              <ChecklistRow key={line.id} line={line} onAnswer={(at, next) => onChange(withAnswer(items, at, next))} />
            ))}
            <div className={styles.itemsFoot}>
              <button type="button" className={styles.bare} disabled={text === ''} onClick={() => onWriteOut(text)}>
                {words('reader.checklist.writeOut')}
              </button>
              <label className={styles.listChoice}>
                {words('reader.checklist.which')}
                <select value={list.name} onChange={(event) => onList(event.target.value as ChecklistName)}>
                  {CHECKLISTS.map(({ name }) => (
                    <option key={name} value={name}>
                      {words(`reader.checklist.${name}`)}
                    </option>
                  ))}
                </select>
              </label>
            </div>
          </TabPanel>
        );
      })}
    </Tabs>
  );
}
