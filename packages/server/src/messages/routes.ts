import type { App } from '../platform/ports.ts';
import type { Mailbox } from './mailbox.ts';

/** The demo's mailbox: what was mailed. Elsewhere the policy refuses it, and nothing is kept that could be shown. */
export function registerMessagesRoutes(app: App, { mailbox }: { readonly mailbox: Mailbox }): void {
  app.get('/api/mailbox', { config: { action: 'mailbox:view' } }, () => mailbox.list());
}
