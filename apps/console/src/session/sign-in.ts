import { onlineManager } from '@tanstack/react-query';
import { forget } from '../api/call.ts';
import { mayLeave } from '../leave/guard.ts';
import { goingOut } from './signed-out.ts';

/** Where signing in again ends, and how other windows hear of it. */
export const SIGNED_IN_PATH = '/da-dang-nhap';
export const SIGNED_IN = 'mb.signedIn';

/** To the door, and back here after it. */
export function toSignIn(): void {
  const { pathname, search } = window.location;
  window.location.assign(`/auth/login?to=${encodeURIComponent(pathname + search)}`);
}

export const signInHref = (to: string): string => `/auth/login?to=${encodeURIComponent(to)}`;

/** @returns where the way out leads */
export async function endSession(): Promise<string | undefined> {
  const response = await fetch('/auth/logout', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'x-minh-bach': '1' },
  });
  const { next } = (await response.json().catch(() => ({ next: '/' }))) as { next?: string };
  return next;
}

export async function signOut(): Promise<void> {
  if (!(await mayLeave())) return;
  // Pages that still stand ask for nothing more.
  onlineManager.setOnline(false);
  forget();
  const next = await endSession();
  // The answer clears what the browser kept, so this comes after it.
  goingOut();
  window.location.replace(next ?? '/');
}
