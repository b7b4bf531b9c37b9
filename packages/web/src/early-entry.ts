import { askEarly, roomCase } from './api/early-answers.ts';

// The first script of every page: on a reading room's page the case and its first series are asked for before the
// application itself is there (MEASURED section 7). Elsewhere it does nothing.
const room = roomCase(window.location.pathname);
if (room !== null) {
  for (const rest of ['', '/studies']) askEarly(room, rest);
  void import('./reader/early.ts').then(({ startEarly }) => startEarly(window.location.pathname));
}
