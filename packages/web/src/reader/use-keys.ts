import { useEffect, useRef, useState } from 'react';

const SETTING = 'overread.single-keys';

/**
 * Calls `handle` for every key pressed on the page, until it is unmounted. `handle` answers true when it used the key.
 * The newest `handle` is called, so it may close over state.
 */
export function useKeys(handle: (event: KeyboardEvent) => boolean): void {
  const newest = useRef(handle);
  useEffect(() => {
    newest.current = handle;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && newest.current(event)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

/** Whether single keys act (WCAG 2.1.4 asks for a way to turn them off); kept on this device. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => readSetting());
  return [
    on,
    (next) => {
      setOn(next);
      try {
        localStorage.setItem(SETTING, next ? 'on' : 'off');
      } catch {
        // Without storage the choice holds for this page.
      }
    },
  ];
}

function readSetting(): boolean {
  try {
    return localStorage.getItem(SETTING) !== 'off';
  } catch {
    return true;
  }
}

/** The whole page in the dark theme while a dark room is open, dialogs included. */
export function useDarkRoom(): void {
  useEffect(() => {
    const root = document.documentElement;
    const before = root.dataset.theme;
    root.dataset.theme = 'dark';
    return () => {
      if (before === undefined) delete root.dataset.theme;
      else root.dataset.theme = before;
    };
  }, []);
}
