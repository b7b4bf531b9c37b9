import { useEffect, useState, useSyncExternalStore } from 'react';
import { Autosave, type AutosaveOptions } from './autosave.ts';

/** An `Autosave` as long as the page is open. Only the first `options` count. It saves when one goes elsewhere. */
export function useAutosave<T>(options: AutosaveOptions<T>) {
  const [autosave] = useState(() => new Autosave(options));
  const now = useSyncExternalStore(autosave.subscribe, autosave.now);
  useEffect(() => {
    autosave.start();
    window.addEventListener('pagehide', autosave.leave);
    return () => {
      window.removeEventListener('pagehide', autosave.leave);
      autosave.stop();
    };
  }, [autosave]);
  return { ...now, change: autosave.change, flush: autosave.flush };
}
