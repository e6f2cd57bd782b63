import { Button, Checkbox, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { PetitionKind, Registered } from '../api/types.ts';
import { Notice } from '../components/notice.tsx';
import { Card, PageTitle } from '../components/page.tsx';
import { dayMonthYear, moment } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';
import { useGuard } from '../leave/guard.ts';
import { inGroups, normalise } from '../public/receipt-code.ts';
import { useSession } from '../session/session.tsx';
import { RECEIPT } from './receipt-words.ts';
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
  const { post } = useSession();
  const [copied, setCopied] = useState(false);
  const [last, setLast] = useState('');
  const [handedOver, setHandedOver] = useState(false);
  const [refused, setRefused] = useState(false);
  const confirm = useRef<HTMLInputElement>(null);
  const groups = inGroups(code);
  const { time, date } = moment(registered.registeredAt);
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
        <PageTitle title={say(RECEIPT.title)} />
        <div className={classes.pair}>
          <Card title={say(RECEIPT.number)}>
            <p className={classes.number}>{registered.number}</p>
            <p className={classes.meta}>{say(RECEIPT.numberHint)}</p>
            <p className={classes.meta}>
              {say(RECEIPT.received(dayMonthYear(registered.receivedOn)))}.{' '}
              {say(RECEIPT.recordedAt(time, date))}.
            </p>
          </Card>
          <Card title={say(RECEIPT.code)} className={classes.codeCard}>
            <p className={classes.code} aria-label={code.split('').join(' ')}>
              {groups.map((group, i) => (
                <span key={i}>{group}</span>
              ))}
            </p>
            <p>
              <strong>{say(RECEIPT.codeHint)}</strong>
            </p>
            <p className={classes.meta}>{say(RECEIPT.once)}</p>
            <div className={classes.buttons}>
              <Button onClick={() => window.print()}>{say(RECEIPT.print)}</Button>
              <Button
                variant="default"
                onClick={() =>
                  void navigator.clipboard.writeText(groups.join('-')).then(() => setCopied(true))
                }
              >
                {say(RECEIPT.copy)}
              </Button>
              <span role="status">{copied && say(RECEIPT.copied)}</span>
            </div>
          </Card>
        </div>
        <Notice title={say(RECEIPT.next)}>
          <ol>
            <li>{say(RECEIPT.next1)}</li>
            <li>{say(RECEIPT.next2)}</li>
            <li>{say(RECEIPT.next3)}</li>
          </ol>
        </Notice>
        <div className={classes.leave}>
          {refused && !saved && (
            <Notice tone="soon" title={say(RECEIPT.kept)} role="alert">
              <p>{say(RECEIPT.keptNext)}</p>
            </Notice>
          )}
          <TextInput
            label={say(RECEIPT.confirm)}
            ref={confirm}
            value={last}
            onChange={({ currentTarget }) => setLast(currentTarget.value)}
            error={refused && !saved && last !== '' && say(RECEIPT.confirmWrong)}
            classNames={{ input: classes.lastGroup ?? '' }}
            maxLength={8}
            autoComplete="off"
            spellCheck={false}
          />
          <Checkbox
            label={say(RECEIPT.handedOver)}
            checked={handedOver}
            onChange={({ currentTarget }) => setHandedOver(currentTarget.checked)}
          />
          <div className={classes.buttons}>
            <Button variant="default" onClick={() => (saved ? onAnother() : refuse())}>
              {say(RECEIPT.another)}
            </Button>
            <Button
              variant="default"
              onClick={() =>
                void navigate({ to: '/ho-so/$number', params: { number: registered.number } })
              }
            >
              {say(RECEIPT.open)}
            </Button>
          </div>
        </div>
      </div>
      <ReceiptPaper {...registered} unit={post?.unitName} kind={kind} groups={groups} />
    </>
  );
}
