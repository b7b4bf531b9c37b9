import type { Appliers } from './applier.ts';

export const FOLLOWED: Appliers<
  | 'readerAsked'
  | 'readerAnswered'
  | 'callRecorded'
  | 'resultEscalated'
  | 'resultShared'
  | 'shareWithdrawn'
  | 'shareOpened'
> = {
  readerAsked: ({ talk = [] }, { data, at, actor }) => ({ talk: [...talk, { ...data, at, by: actor, answer: null }] }),
  readerAnswered: ({ talk = [] }, { data, at, actor }) => ({
    talk: talk.map((each) =>
      each.questionId === data.questionId ? { ...each, answer: { text: data.text, at, by: actor } } : each,
    ),
  }),
  callRecorded: ({ calls = [] }, { data, at, actor }) => ({ calls: [...calls, { ...data, at, by: actor }] }),
  resultEscalated: (_, { data, at }) => ({ escalated: { ...data, at } }),
  resultShared: ({ shares = [] }, { data, at }) => ({
    shares: [...shares, { ...data, at, openedAt: [], withdrawnAt: null }],
  }),
  shareWithdrawn: ({ shares = [] }, { data, at }) => ({
    shares: shares.map((share) => (share.shareId === data.shareId ? { ...share, withdrawnAt: at } : share)),
  }),
  shareOpened: ({ shares = [] }, { data, at }) => ({
    shares: shares.map((share) =>
      share.shareId === data.shareId ? { ...share, openedAt: [...share.openedAt, at] } : share,
    ),
  }),
};
