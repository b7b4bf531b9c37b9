import type { MailView, Me, Practice } from '@overread/contract/wire.ts';
import type { Role } from '@overread/rules/case/vocabulary.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { takeEarlyAnswer } from './early-answers.ts';
import { ApiProblem, json, request } from './request.ts';

/** One of the demo's five people, with the reusable link that signs in as that person. */
export interface DemoPerson {
  readonly role: Role;
  readonly name: string;
  readonly href: string;
}

export const meKey = ['me'] as const;

/** Who is signed in; `data` is null for a stranger. */
export function useMe() {
  return useQuery({
    queryKey: meKey,
    async queryFn(): Promise<Me | null> {
      try {
        return await request<Me | null>('/api/me', {}, takeEarlyAnswer('/api/me'));
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 401) return null;
        throw error;
      }
    },
    staleTime: 60_000,
  });
}

/** The practice with its prices and consent text: open to everybody. */
export function usePractice() {
  return useQuery({
    queryKey: ['practice'],
    queryFn: () => request<Practice>('/api/practice', {}, takeEarlyAnswer('/api/practice')),
    staleTime: 600_000,
  });
}

/** The people of the demo; asked for in a demo only. */
export function useDemoPeople(demo: boolean) {
  return useQuery({
    queryKey: ['demo-people'],
    queryFn: () => request<readonly DemoPerson[]>('/api/demo/people'),
    enabled: demo,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What the service mailed, newest first (demo only). Looked at again every few seconds. */
export function useMailbox() {
  return useQuery({
    queryKey: ['mailbox'],
    queryFn: () => request<readonly MailView[]>('/api/mailbox'),
    refetchInterval: 5_000,
  });
}

/** Asks for a mail with a sign-in link that leads to `to`. The answer never tells whether the address is known. */
export function useSignInLink() {
  return useMutation({
    mutationFn: (body: { readonly email: string; readonly to: string }) =>
      request<null>('/api/sign-in', json('POST', body)),
  });
}

/** Ends the session and forgets everything that was loaded. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<null>('/api/sign-out', { method: 'POST' }),
    onSuccess() {
      client.clear();
      window.location.assign('/');
    },
  });
}
