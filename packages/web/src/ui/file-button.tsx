import { type ReactNode, useRef } from 'react';
import { Button } from './button.tsx';

/** What the service reads as a report without a look at a picture. */
export const REPORT_FILES = 'application/pdf,text/plain,.pdf,.txt';

interface FileButtonProps {
  readonly accept: string;
  /** Of the field itself, for those who do not see the button. */
  readonly label: string;
  readonly testId: string;
  readonly onFile: (file: File) => void;
  readonly kind?: 'bare' | 'plain';
  readonly busy?: false | string;
  readonly children: ReactNode;
}

/** A button that asks for one file. The same file can be chosen again after it went wrong. */
export function FileButton({ accept, label, testId, onFile, kind = 'plain', busy = false, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button kind={kind} onPress={() => input.current?.click()} busy={busy}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        data-testid={testId}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}
