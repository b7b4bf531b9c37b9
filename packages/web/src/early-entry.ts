import { askEarly, roomCase } from './api/early-answers.ts';
import { startPageEarly } from './early-page.ts';
import { wantedLanguage } from './ui/wanted-language.ts';

// The first script of every page: on a reading room's page the case and its first series are asked for before the
// application itself is there (MEASURED section 7), and on a patient's first page whatever that page needs.
const { pathname } = window.location;
const room = roomCase(pathname);
if (room === null) startPageEarly(pathname, wantedLanguage());
else {
  for (const rest of ['', '/studies']) askEarly(`/api/cases/${room}${rest}`, wantedLanguage());
  void import('./reader/early.ts').then(({ startEarly }) => startEarly(pathname));
}
