import { FEELINGS, type Feeling, type FeltPlace } from '@overread/rules/case/vocabulary.ts';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { placeWords } from '../../ui/felt.ts';
import { SelectField } from '../../ui/text-field.tsx';
import { useWords } from '../../ui/use-words.ts';
import { BODY, BODY_LIST } from './body-shapes.data.ts';
import { type Felt, keyOf, sameWhere, setFeelings, togglePlace } from './felt-model.ts';
import styles from './history.module.css';

interface BodyFieldsProps {
  readonly felt: Felt;
  readonly onChange: (felt: Felt) => void;
}

/** Front or back. It can be pressed; whoever cannot see or press it has the list beside it, which does the same. */
function Picture({ view, felt, onChange }: BodyFieldsProps & { readonly view: 'front' | 'back' }) {
  const words = useWords();
  const [right, left] = [words('follow.body.right'), words('follow.body.left')];
  return (
    <figure aria-hidden="true">
      <svg viewBox="22 0 156 412" className={styles.body} aria-hidden="true" data-testid={`body-${view}`}>
        {BODY[view].map((shape) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the picture is the way by keyboard
          <ellipse
            key={keyOf(shape)}
            className={styles.shape}
            data-on={felt.some((each) => sameWhere(each, shape)) ? '' : undefined}
            data-place={keyOf(shape)}
            cx={shape.x}
            cy={shape.y}
            rx={shape.rx}
            ry={shape.ry}
            onClick={() => onChange(togglePlace(felt, shape))}
          />
        ))}
      </svg>
      <figcaption>
        <span>{view === 'front' ? right : left}</span>
        <b>{words(`follow.body.${view}`)}</b>
        <span>{view === 'front' ? left : right}</span>
      </figcaption>
    </figure>
  );
}

function Place({ one, felt, onChange }: BodyFieldsProps & { readonly one: FeltPlace }) {
  const words = useWords();
  const name = placeWords(words, one);
  const toggle = (feeling: Feeling, on: boolean): void =>
    onChange(
      setFeelings(
        felt,
        one,
        FEELINGS.filter((each) => (each === feeling ? on : one.feelings.includes(each))),
      ),
    );
  return (
    <li>
      <div className={styles.placeHead}>
        <b>{name}</b>
        <Button kind="bare" onPress={() => onChange(togglePlace(felt, one))} label={words('follow.body.out', { name })}>
          {words('follow.body.remove')}
        </Button>
      </div>
      <fieldset className={styles.feelings}>
        <legend className="sr">{words('follow.body.feelings', { name })}</legend>
        {FEELINGS.map((feeling) => (
          <label key={feeling}>
            <input
              type="checkbox"
              checked={one.feelings.includes(feeling)}
              onChange={(event) => toggle(feeling, event.target.checked)}
            />
            {words(`common.body.feeling.${feeling}`)}
          </label>
        ))}
      </fieldset>
    </li>
  );
}

/** Where it is felt and how: a picture of the body to press, and the same as a list. */
export function BodyFields({ felt, onChange }: BodyFieldsProps) {
  const words = useWords();
  const [chosen, setChosen] = useState('');
  const left = BODY_LIST.filter((each) => !felt.some((one) => sameWhere(one, each)));
  const where = left.find((each) => keyOf(each) === chosen);
  return (
    <section className={styles.felt} aria-labelledby="felt">
      <h2 id="felt">{words('follow.body.title')}</h2>
      <p>{words('follow.body.say')}</p>
      <div className={styles.pictures}>
        <Picture view="front" felt={felt} onChange={onChange} />
        <Picture view="back" felt={felt} onChange={onChange} />
      </div>
      <div className={styles.add}>
        <SelectField
          name="place"
          label={words('follow.body.place')}
          value={where === undefined ? '' : chosen}
          onChange={setChosen}
          options={[
            { value: '', text: words('follow.body.choose') },
            ...left.map((each) => ({ value: keyOf(each), text: placeWords(words, each) })),
          ]}
        />
        <Button
          notYet={where === undefined ? words('follow.body.first') : null}
          onPress={() => where !== undefined && onChange(togglePlace(felt, where))}
        >
          {words('follow.body.add')}
        </Button>
      </div>
      {felt.length > 0 && (
        <ul className={styles.places} aria-label={words('follow.body.chosen')}>
          {felt.map((one) => (
            <Place key={keyOf(one)} one={one} felt={felt} onChange={onChange} />
          ))}
        </ul>
      )}
    </section>
  );
}
