import { useCallback, useEffect, useState } from 'react';

const OPEN_MS = 5 * 60_000;

/** Something that closes by itself: after five minutes, when the window loses the focus, on leaving. */
export function useReveal<T>() {
  const [revealed, setRevealed] = useState<T>();
  const hide = useCallback(() => setRevealed(undefined), []);
  useEffect(() => {
    if (revealed === undefined) return;
    const timer = setTimeout(hide, OPEN_MS);
    window.addEventListener('blur', hide);
    window.addEventListener('pagehide', hide);
    document.addEventListener('visibilitychange', hide);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('blur', hide);
      window.removeEventListener('pagehide', hide);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [revealed, hide]);
  return { revealed, reveal: setRevealed, hide };
}
