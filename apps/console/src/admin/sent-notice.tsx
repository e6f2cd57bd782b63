import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Notice } from '../components/notice.tsx';
import { useSay } from '../i18n/language.tsx';
import type { Sent } from './use-steps.ts';
import { useTold } from './told.ts';

/** What became of a change; it takes the focus, since the form that had it is gone. */
export function SentNotice({ sent: { recorded, waiting } }: { sent: Sent }) {
  const say = useSay();
  const told = useTold();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const title =
    waiting > 0
      ? told('admin.waiting', { n: waiting })
      : recorded > 0
        ? told('admin.recorded')
        : told('admin.nothing');
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone={waiting > 0 ? 'soon' : 'done'} title={title} role="status">
        {waiting > 0 && (
          <p>
            <Link to="/quan-tri/de-xuat">{say('nav.proposals')}</Link>
          </p>
        )}
      </Notice>
    </div>
  );
}
