import { forget } from '../api/call.ts';

/** To the door, and back here after it. */
export function toSignIn(): void {
  const { pathname, search } = window.location;
  window.location.assign(`/auth/login?to=${encodeURIComponent(pathname + search)}`);
}

export const signInHref = (to: string): string => `/auth/login?to=${encodeURIComponent(to)}`;

export async function signOut(): Promise<void> {
  forget();
  const response = await fetch('/auth/logout', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'x-minh-bach': '1' },
  });
  const { next } = (await response.json().catch(() => ({ next: '/' }))) as { next?: string };
  window.location.replace(next ?? '/');
}

/** A page that the browser kept in memory is asked for again: after sign-out "back" shows nothing. */
export const reloadWhenRestored = (): void =>
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.reload();
  });
