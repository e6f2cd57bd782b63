/** Whether somebody is there to be kept signed in: the session ends after 30 minutes without. */
const PRESENT_MS = 60_000;
const ACTS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Opening the page is an act, too. */
let lastAct = performance.now();

/** To be called once: hears what a person does with this page, not what scripts do. */
export function watchPresence(): void {
  const note = ({ isTrusted }: Event) => {
    if (isTrusted) lastAct = performance.now();
  };
  for (const act of ACTS) window.addEventListener(act, note, { capture: true, passive: true });
}

/**
 * What the page asks by itself (refreshing, counting, retrying, coming back into view) says so to
 * the gateway, unless a person did something a moment ago. So no query has to be marked.
 */
export const backgroundHeader = (): Record<string, string> =>
  performance.now() - lastAct > PRESENT_MS ? { 'x-minh-bach-background': '1' } : {};
