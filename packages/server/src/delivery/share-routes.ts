import { createHash, randomBytes } from 'node:crypto';
import type { MadeShare, SharedPeek, SharedResult } from '@overread/contract/links.ts';
import { shareOver } from '@overread/rules/case/decide/following.ts';
import { sharedView } from '@overread/rules/case/shared-view.ts';
import type { CaseState, Share } from '@overread/rules/case/state.ts';
import { z } from 'zod';
import { type Cases, caseOf, caseView, readInput, SYSTEM_ACTOR, shortText } from '../cases/index.ts';
import type { App, Ground } from '../platform/ports.ts';
import { refusalProblem, wordedProblem } from '../platform/problems.ts';

const TRIES = { max: 30, seconds: 60 };
const shareRequest = z.object({
  label: shortText,
  days: z.int().min(1).max(366),
  views: z.int().min(1).max(100),
  expectedVersion: z.int().min(0),
});
const shareNamed = z.object({ token: z.string().max(300) });

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export interface ShareRouteDeps extends Pick<Ground, 'clock' | 'newId' | 'publicUrl' | 'practice'> {
  readonly cases: Cases;
}

/** Links by which the patient shows the result to anybody: for a time, for so many looks, until they are withdrawn. */
export function registerShareRoutes(app: App, deps: ShareRouteDeps): void {
  const { cases, clock, newId, publicUrl, practice } = deps;
  const now = () => clock.now().toISOString();
  const open = { action: 'public', rateLimit: TRIES } as const;

  app.post('/api/cases/:caseId/shares', { config: { action: 'command:shareResult' } }, async (request) => {
    const { label, days, views, expectedVersion } = readInput(shareRequest, request.body);
    const { id } = caseOf(request.access);
    const secret = randomBytes(24).toString('base64url');
    const expiresAt = new Date(clock.now().getTime() + days * 86_400_000).toISOString();
    const command = {
      type: 'shareResult',
      shareId: newId(),
      label,
      secretSha256: sha256(secret),
      expiresAt,
      views,
    } as const;
    const state = await cases.execute(request.access.actor, id, command, { expectedVersion });
    const view = caseView(state, request.access, now());
    return { url: `${publicUrl()}/s/${id}.${secret}`, view } satisfies MadeShare;
  });

  async function shared(params: unknown): Promise<{ state: CaseState; share: Share }> {
    const { token } = readInput(shareNamed, params);
    const [caseId = '', secret = ''] = token.split('.');
    const state = /^[\w-]{8,64}$/.test(caseId) ? await cases.load(caseId) : null;
    const share = state?.shares?.find(({ secretSha256 }) => secretSha256 === sha256(secret));
    if (state == null || share === undefined || state.erased != null) throw wordedProblem(404, 'share-unknown');
    const over = shareOver(share, now());
    if (over !== null) throw refusalProblem({ code: 'share-over', because: over });
    return { state, share };
  }

  // Programs that look at the links in messages ask for this: it shows nothing of the case, and counts no look.
  app.get('/api/shared/:token', { config: open }, async ({ params }) => {
    const { share } = await shared(params);
    const left = share.views - share.openedAt.length;
    return { practice: practice.name, left, expiresAt: share.expiresAt } satisfies SharedPeek;
  });

  app.post('/api/shared/:token/open', { config: open }, async ({ params }) => {
    const { state, share } = await shared(params);
    const opened = await cases.execute(SYSTEM_ACTOR, state.id, { type: 'openShare', shareId: share.shareId });
    const left = share.views - share.openedAt.length - 1;
    return { view: sharedView(opened, now()), left, expiresAt: share.expiresAt } satisfies SharedResult;
  });
}
