import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useSay } from '../i18n/language.tsx';
import { Notice } from '../components/notice.tsx';
import classes from './invitations.module.css';

interface Props {
  readonly title: string;
  readonly text: string;
  readonly secret: string;
  /** A code is read out sign by sign, a link is not. */
  readonly spelt?: boolean;
  readonly copy: string;
}

/** One half of an invitation: it never comes back. */
export function ShownOnce({ title, text, secret, spelt = false, copy }: Props) {
  const say = useSay();
  const [copied, setCopied] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className={classes.once}>
      <Notice tone="secret" title={title} role="status">
        <p className={spelt ? classes.code : classes.link}>{secret}</p>
        <p>{text}</p>
        <div className={classes.buttons}>
          <Button
            variant="default"
            onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}
          >
            {copy}
          </Button>
          <span role="status">{copied && say('invitations.copied')}</span>
        </div>
      </Notice>
    </div>
  );
}
