/**
 * Moves the `Date` of this realm by so many milliseconds; timers and `performance` stay. Uses
 * nothing from outside, for it also runs in the pages of a browser.
 */
export function shiftDate(ms) {
  const Real = globalThis.Date;
  const realNow = Real.now;
  const now = () => realNow() + ms;
  const Shifted = new Proxy(Real, {
    construct: (target, args, asked) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, asked),
    apply: () => new Real(now()).toString(),
  });
  Real.now = now;
  Real.prototype.constructor = Shifted;
  globalThis.Date = Shifted;
}
