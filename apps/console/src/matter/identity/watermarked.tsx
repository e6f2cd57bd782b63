import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { timeAndDate } from '../../i18n/dates.ts';
import { useSay } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.tsx';
import classes from './identity.module.css';

/** What was opened, under a watermark of who looks and since when. @param at ISO instant */
export function Watermarked({
  at,
  onHide,
  beside,
  children,
}: {
  at: string;
  onHide: () => void;
  /** Beside the button that closes it. */
  beside?: ReactNode;
  children: ReactNode;
}) {
  const say = useSay();
  const { me } = useSession();
  const watermark = say('identity.watermark', { name: me.name, time: timeAndDate(at, say) });
  return (
    <div className={classes.opened}>
      {children}
      <div className={classes.watermark} style={{ backgroundImage: drawn(watermark) }} />
      <p className={classes.note}>
        {watermark}. {say('identity.willHide')}
      </p>
      <div className={classes.buttons}>
        {beside}
        <Button variant="default" onClick={onHide}>
          {say('identity.hide')}
        </Button>
      </div>
    </div>
  );
}

/** As a picture: what it says stands in words below it. */
function drawn(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="110"><text x="-10" y="96" transform="rotate(-16 0 96)" font-family="sans-serif" font-size="14" fill="#6b2377" fill-opacity=".16">${escaped}</text></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}
