import { Button, Checkbox, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { PetitionKind, Registered } from '../api/types.ts';
import { Notice } from '../components/notice.tsx';
import { Card, PageTitle } from '../components/page.tsx';
import { dayMonthYear, timeAndDate } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';
import { useGuard } from '../leave/guard.ts';
import { inGroups, normalise } from '../public/receipt-code.ts';
import { ReceiptPaper } from './receipt-paper.tsx';
import classes from './register.module.css';

interface Props {
  readonly registered: Registered;
  readonly code: string;
  readonly kind: PetitionKind;
  readonly onAnother: () => void;
}

/**
 * Number and code apart. No way leads on, be it a button, the menu or the browser's own, before the last
 * group is typed or the code is said to be handed over: people leave before saving, and it never comes back.
 */
export function ReceiptPage({ registered, code, kind, onAnother }: Props) {
  const say = useSay();
  const navigate = useNavigate();
  const [copied, setCopied] = useState(false);
  const [last, setLast] = useState('');
  const [handedOver, setHandedOver] = useState(false);
  const [refused, setRefused] = useState(false);
  const confirm = useRef<HTMLInputElement>(null);
  const groups = inGroups(code);
  const saved = handedOver || normalise(last) === groups.at(-1);
  const refuse = () => {
    setRefused(true);
    confirm.current?.focus();
  };
  useEffect(() => {
    window.scrollTo(0, 0);
  }, []);
  useGuard(() => !saved, refuse);
  return (
    <>
      <div className={`${classes.receipt} no-print`}>
        <PageTitle title={say('receipt.title')} />
        <div className={classes.pair}>
          <Card title={say('receipt.number')}>
            <p className={classes.number}>{registered.number}</p>
            <p className={classes.meta}>{say('receipt.numberHint')}</p>
            <p className={classes.meta}>
              {say('receipt.received', { date: dayMonthYear(registered.receivedOn) })}.{' '}
              {say('receipt.recorded', { time: timeAndDate(registered.registeredAt, say) })}.
            </p>
          </Card>
          <Card title={say('receipt.code')} className={classes.codeCard}>
            <p className={classes.code} aria-label={code.split('').join(' ')}>
              {groups.map((group, i) => (
                <span key={i}>{group}</span>
              ))}
            </p>
            <p>
              <strong>{say('receipt.codeHint')}</strong>
            </p>
            <p className={classes.meta}>{say('receipt.once')}</p>
            <div className={classes.buttons}>
              <Button onClick={() => window.print()}>{say('receipt.print')}</Button>
              <Button
                variant="default"
                onClick={() =>
                  void navigator.clipboard.writeText(groups.join('-')).then(() => setCopied(true))
                }
              >
                {say('receipt.copy')}
              </Button>
              <span role="status">{copied && say('receipt.copied')}</span>
            </div>
          </Card>
        </div>
        <Notice title={say('receipt.next')}>
          <ol>
            <li>{say('receipt.next1')}</li>
            <li>{say('receipt.next2')}</li>
            <li>{say('receipt.next3')}</li>
          </ol>
        </Notice>
        <div className={classes.leave}>
          {refused && !saved && (
            <Notice tone="soon" title={say('receipt.kept')} role="alert">
              <p>{say('receipt.keptNext')}</p>
            </Notice>
          )}
          <TextInput
            label={say('receipt.confirm')}
            ref={confirm}
            value={last}
            onChange={({ currentTarget }) => setLast(currentTarget.value)}
            error={refused && !saved && last !== '' && say('receipt.confirmWrong')}
            classNames={{ input: classes.lastGroup ?? '' }}
            maxLength={8}
            autoComplete="off"
            spellCheck={false}
          />
          <Checkbox
            label={say('receipt.handedOver')}
            checked={handedOver}
            onChange={({ currentTarget }) => setHandedOver(currentTarget.checked)}
          />
          <div className={classes.buttons}>
            <Button variant="default" onClick={() => (saved ? onAnother() : refuse())}>
              {say('receipt.another')}
            </Button>
            <Button
              variant="default"
              onClick={() =>
                void navigate({ to: '/ho-so/$number', params: { number: registered.number } })
              }
            >
              {say('receipt.open')}
            </Button>
          </div>
        </div>
      </div>
      <ReceiptPaper registered={registered} kind={kind} groups={groups} />
    </>
  );
}
