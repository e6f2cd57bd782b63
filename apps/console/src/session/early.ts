import { hasSignedOut } from './signed-out.ts';

/** A small script of its own asks for `/api/me` while the browser still loads the console. */
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
