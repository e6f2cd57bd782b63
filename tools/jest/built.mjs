import { ensureBuilt } from '../setup/build.mjs';

/** The checkout as its sources are now: what is built starts in half the time. */
export async function built() {
  if (!ensureBuilt()) throw new Error('the build failed');
  return { told: {}, stop: () => undefined };
}
