import { useWords } from './use-words.ts';

/** The title of the browser's tab: the page's own words first, the house's name last. React lifts it into the head. */
export function DocumentTitle({ text }: { readonly text: string }) {
  const words = useWords();
  return <title>{words('common.documentTitle', { text })}</title>;
}
