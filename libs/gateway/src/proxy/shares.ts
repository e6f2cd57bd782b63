import { HALF_SENT, READING, SHARES } from '../http/limits.ts';
import { Share } from '../http/share.ts';
import { HalfSent } from './half-sent.ts';

export type Shares = Readonly<Record<keyof typeof SHARES, Share>> & {
  readonly reading: { readonly public: HalfSent; readonly staff: Share };
};

/** @param onFull told of each refusal, by the name of its share */
export function createShares(onFull: (share: string) => void): Shares {
  const share = (name: keyof typeof SHARES) => new Share(SHARES[name], () => onFull(name));
  return {
    public: share('public'),
    staff: share('staff'),
    large: share('large'),
    uploads: share('uploads'),
    waits: share('waits'),
    reading: {
      public: new HalfSent(HALF_SENT, () => onFull('reading.public')),
      staff: new Share(READING, () => onFull('reading.staff')),
    },
  };
}

/** Within a share; its place is free again whatever happens. */
export async function within<T>(
  share: Share,
  caller: string,
  work: () => Promise<T> | T,
): Promise<T> {
  const leave = await share.enter(caller);
  try {
    return await work();
  } finally {
    leave();
  }
}
