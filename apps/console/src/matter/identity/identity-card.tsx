import { Button, Radio } from '@mantine/core';
import { useRef, useState } from 'react';
import { ask, command } from '../../api/call.ts';
import type { DisclosedIdentity, IntakeMatter, ResponseMatter } from '../../api/types.ts';
import { Card } from '../../components/page.tsx';
import { ProblemAt } from '../../components/problem-at.tsx';
import { useSay } from '../../i18n/language.tsx';
import type { DisclosurePurpose } from '@minh-bach/contracts/browser';
import type { Opening } from './opening.ts';
import { OpenedIdentity } from './opened-identity.tsx';
import type { Scan } from './opened-scan.tsx';
import { useReveal } from './use-reveal.ts';
import classes from './identity.module.css';

export interface Opened {
  readonly identity?: DisclosedIdentity;
  readonly scan?: Scan;
  readonly at: string;
}

/** For those who may open it. Closed until it is opened on purpose, one that somebody chose: the server writes down who, when and what for, then answers. */
export function IdentityCard({
  intake,
  response,
  opening,
}: {
  intake: IntakeMatter;
  response?: ResponseMatter | undefined;
  opening: Opening;
}) {
  const say = useSay();
  const [purpose, setPurpose] = useState<DisclosurePurpose>();
  const [unasked, setUnasked] = useState(false);
  const purposes = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const { revealed, reveal, hide } = useReveal<Opened>();

  const open = async (what: (purpose: DisclosurePurpose) => Promise<Omit<Opened, 'at'>>) => {
    setUnasked(purpose === undefined);
    if (purpose === undefined) return purposes.current?.querySelector('input')?.focus();
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      reveal({ ...(await what(purpose)), at: new Date().toISOString() });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const key = () => ({ key: crypto.randomUUID() });
  const openIdentity = () =>
    open(async (purpose) => ({
      identity: await command<DisclosedIdentity>(
        'intake',
        `/${opening.door}/${intake.number}/identity-disclosures`,
        { purpose },
        key(),
      ),
    }));
  const openScan = (original: boolean) =>
    open(async (purpose) => {
      const response = await ask(`/intake/${opening.door}/${intake.number}/file-disclosures`, {
        method: 'POST',
        body: { purpose, original },
        headers: { 'idempotency-key': crypto.randomUUID() },
      });
      const type = intake.file?.type ?? 'application/octet-stream';
      const bytes = new Blob([await response.arrayBuffer()], { type });
      return { scan: { url: URL.createObjectURL(bytes), type } };
    });

  return (
    <Card
      className={classes.card}
      title={say('identity.title')}
      aside={!revealed && <span className={classes.closed}>{say('identity.closed')}</span>}
    >
      {revealed ? (
        <OpenedIdentity
          opened={revealed}
          number={intake.number}
          response={response}
          onHide={hide}
        />
      ) : (
        <>
          <p>
            {intake.isDenunciation && `${say('identity.byLaw')} `}
            {say('identity.closedText')}
          </p>
          <Radio.Group
            ref={purposes}
            label={say('identity.purpose')}
            value={purpose ?? null}
            error={unasked && say('identity.purposeMissing')}
            onChange={(value) => {
              setPurpose(value as DisclosurePurpose);
              setUnasked(false);
            }}
          >
            <div className={classes.purposes}>
              {opening.purposes.map((each) => (
                <Radio key={each} value={each} label={say(`identity.${each}`)} />
              ))}
            </div>
          </Radio.Group>
          {opening.original && intake.file && (
            <p className={classes.about}>{say('identity.aboutFile')}</p>
          )}
          <ProblemAt problem={problem} />
          <div className={classes.buttons}>
            <Button variant="default" aria-disabled={busy} onClick={() => void openIdentity()}>
              {say('identity.show')}
            </Button>
            {opening.original && intake.file && (
              <>
                <Button variant="default" aria-disabled={busy} onClick={() => void openScan(false)}>
                  {say('identity.showFile')}
                </Button>
                <Button variant="subtle" aria-disabled={busy} onClick={() => void openScan(true)}>
                  {say('identity.showOriginal')}
                </Button>
              </>
            )}
          </div>
        </>
      )}
    </Card>
  );
}
