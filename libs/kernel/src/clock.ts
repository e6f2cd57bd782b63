/** The only way to learn what time it is; injected, so that tests and replays decide it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands where it is put: tests, and `MB_MODE=test`. */
export class SettableClock implements Clock {
  #offset = 0;

  constructor(private readonly base: Clock = systemClock) {}

  now(): Date {
    return new Date(this.base.now().getTime() + this.#offset);
  }

  /** From here on the clock runs on from `instant`. */
  set(instant: Date): void {
    this.#offset = instant.getTime() - this.base.now().getTime();
  }
}

/** Customs work by one time zone, without summer time since 1975. */
export const TIME_ZONE = 'Asia/Ho_Chi_Minh';
const OFFSET_MS = 7 * 60 * 60 * 1000;

/** The first of two ISO dates. */
export const earlier = (a: string, b: string): string => (a < b ? a : b);

/** The calendar date in Việt Nam at an instant, as `YYYY-MM-DD`. */
export const localDate = (instant: Date | string): string =>
  new Date(new Date(instant).getTime() + OFFSET_MS).toISOString().slice(0, 10);
