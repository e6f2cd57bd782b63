const SIGNED_OUT = 'mb.signedOut';

/** Whether this tab was left on purpose: then there is no session to ask for. */
export const hasSignedOut = (): boolean => sessionStorage.getItem(SIGNED_OUT) !== null;
export const goingOut = (): void => sessionStorage.setItem(SIGNED_OUT, '1');
export const comingBack = (): void => sessionStorage.removeItem(SIGNED_OUT);

/** A page that the browser kept in memory is asked for again: after sign-out "back" shows nothing. */
export const reloadWhenRestored = (): void =>
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.reload();
  });
