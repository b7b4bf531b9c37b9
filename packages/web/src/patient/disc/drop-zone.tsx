import { FolderOpen, Upload } from 'lucide-react';
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ErrorLine } from '../../ui/error-line.tsx';
import { useWords } from '../../ui/use-words.ts';
import styles from './disc.module.css';
import type { PickedFile } from './reading/disc-model.ts';
import { pickedFromDrop, pickedFromInput } from './reading/picked-files.ts';

interface DropZoneProps {
  readonly onPicked: (picked: readonly PickedFile[]) => void;
}

/** Phones have no folders to choose; a ZIP is what they get from a portal. */
const isPhone = () => window.matchMedia('(pointer: coarse)').matches;

/** Where a folder, a ZIP or files are dropped or chosen. Each way has a button, so that nobody has to drag. */
export function DropZone({ onPicked }: DropZoneProps) {
  const words = useWords();
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [empty, setEmpty] = useState(false);
  const phone = isPhone();

  const take = (picked: readonly PickedFile[]) => {
    setEmpty(picked.length === 0);
    if (picked.length > 0) onPicked(picked);
  };
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const list = Array.from(event.target.files ?? []);
    event.target.value = '';
    // Nothing chosen: the dialog was closed.
    if (list.length > 0) take(pickedFromInput(list));
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void pickedFromDrop(event.dataTransfer).then(take);
  };
  const folderButton = (
    <Button key="folder" kind={phone ? 'plain' : 'main'} onPress={() => folder.current?.click()}>
      <FolderOpen aria-hidden="true" /> {words('intake.drop.folder')}
    </Button>
  );
  const filesButton = (
    <Button key="files" kind={phone ? 'main' : 'plain'} onPress={() => files.current?.click()}>
      <Upload aria-hidden="true" /> {words('intake.drop.files')}
    </Button>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons inside do the same
    <div
      className={styles.drop}
      data-over={over ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={dropped}
    >
      {!phone && <p className={styles.dropTitle}>{words(over ? 'intake.drop.now' : 'intake.drop.title')}</p>}
      <div className={styles.dropButtons}>{phone ? [filesButton, folderButton] : [folderButton, filesButton]}</div>
      <p className={styles.hint}>{words('intake.drop.browser')}</p>
      {empty && <ErrorLine text={words('intake.drop.empty')} />}
      <input
        ref={folder}
        type="file"
        hidden
        multiple
        aria-label={words('intake.drop.folder')}
        data-testid="folder"
        {...{ webkitdirectory: '' }}
        onChange={chosen}
      />
      <input
        ref={files}
        type="file"
        hidden
        multiple
        aria-label={words('intake.drop.files')}
        data-testid="files"
        onChange={chosen}
      />
    </div>
  );
}
