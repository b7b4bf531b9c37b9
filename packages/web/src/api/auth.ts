import { json, request } from './request.ts';

/** Sign-in with a password, for staff and readers. Answers whether a code of the second step is asked for as well. */
export function signInWithPassword(email: string, password: string): Promise<{ readonly next: 'code' | 'signed-in' }> {
  return request('/api/sign-in/password', json('POST', { email, password }));
}

/** Spends the token of a link that came by mail. */
export function signInWithLink(token: string): Promise<null> {
  return request('/api/sign-in/link', json('POST', { token }));
}

/** The code of the second step: after the password, or within a session, which becomes strong by it. */
export function confirmCode(code: string): Promise<null> {
  return request('/api/sign-in/code', json('POST', { code }));
}

export interface SecondStep {
  /** `otpauth://…`: what an authenticator app reads; its `secret` can be typed in instead. */
  readonly totpUri: string;
  readonly backupCodes: readonly string[];
}

/** Sets the password where there is none, checks it where there is one, and begins the set-up of one-time codes. */
export function beginSecondStep(password: string): Promise<SecondStep> {
  return request('/api/second-step', json('POST', { password }));
}
