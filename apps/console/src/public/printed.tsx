import { useEffect, useRef } from 'react';
import { moment } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';
import classes from './tracked.module.css';

/** On paper: whose page it is, and when it was printed. */
export function Printed() {
  const say = useSay();
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // Written at once: a browser takes its picture right after this event.
    const write = () => {
      const at = moment(new Date().toISOString());
      const from = `${window.location.host}${window.location.pathname}`;
      if (line.current) line.current.textContent = say('track.printed', { ...at, from });
    };
    write();
    window.addEventListener('beforeprint', write);
    return () => window.removeEventListener('beforeprint', write);
  }, [say]);
  return <p ref={line} className={classes.printed} />;
}
