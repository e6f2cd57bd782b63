import { hasSignedOut } from './signed-out.ts';

/** Who is signed in, asked while the console itself is still on its way: a script of its own. */
let early: Promise<Response | undefined> | undefined = hasSignedOut()
  ? undefined
  : fetch('/api/me', {
      credentials: 'same-origin',
      headers: { accept: 'application/json' },
    }).catch(() => undefined);

/** Once: what is asked later is asked anew. */
export function takeEarly(): Promise<Response | undefined> | undefined {
  const taken = early;
  early = undefined;
  return taken;
}
