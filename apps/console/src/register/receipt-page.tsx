import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Registered } from '../api/types.ts';
import { Notice } from '../components/notice.tsx';
import { Card, PageTitle } from '../components/page.tsx';
import { dayMonthYear, timeAndDate } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';
import { inGroups, normalise } from './receipt-code.ts';
import { ReceiptPaper } from './receipt-paper.tsx';
import classes from './register.module.css';

interface Props {
  readonly registered: Registered;
  readonly code: string;
  readonly onAnother: () => void;
}

/** Number and code apart; going on asks for the last group, since people leave before saving. */
export function ReceiptPage({ registered, code, onAnother }: Props) {
  const say = useSay();
  const navigate = useNavigate();
  const [copied, setCopied] = useState(false);
  const [last, setLast] = useState('');
  const [wrong, setWrong] = useState(false);
  const groups = inGroups(code);
  useEffect(() => {
    window.scrollTo(0, 0);
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
  const leave = (go: () => void) => {
    const saved = normalise(last) === groups.at(-1);
    setWrong(!saved);
    if (saved) go();
  };
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
              {say('receipt.recorded', { time: timeAndDate(registered.registeredAt) })}.
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
          <TextInput
            label={say('receipt.confirm')}
            value={last}
            onChange={({ currentTarget }) => setLast(currentTarget.value)}
            error={wrong && say('receipt.confirmWrong')}
            classNames={{ input: classes.lastGroup ?? '' }}
            maxLength={8}
            autoComplete="off"
            spellCheck={false}
          />
          <div className={classes.buttons}>
            <Button variant="default" onClick={() => leave(onAnother)}>
              {say('receipt.another')}
            </Button>
            <Button
              variant="default"
              onClick={() =>
                leave(
                  () =>
                    void navigate({ to: '/ho-so/$number', params: { number: registered.number } }),
                )
              }
            >
              {say('receipt.open')}
            </Button>
          </div>
        </div>
      </div>
      <ReceiptPaper registered={registered} groups={groups} />
    </>
  );
}
