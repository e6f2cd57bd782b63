import { serviceWords } from '@minh-bach/contracts/browser';
import type { Operations, Service } from '../api/types.ts';
import { Card, Facts } from '../components/page.tsx';
import { dueText, timeAndDate } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';
import { causeOf } from './causes.ts';
import { CommandLine } from './command-line.tsx';
import { failedRows } from './needs.ts';
import type { useRedrive } from './redrive.ts';
import { RUNBOOK } from './runbook.tsx';
import classes from './operations.module.css';

/** `response.*` tells of several streams of one sender. */
const isSeveral = (stream: string): boolean => stream.endsWith('.*');

/** What stands still in one service: since when, which legal limit runs on meanwhile, and what to type. */
export function HeldStreams({
  service,
  status,
  redrive,
}: {
  service: Service;
  status: Operations | undefined;
  redrive: ReturnType<typeof useRedrive>;
}) {
  const say = useSay();
  if (!status) return null;
  const retry = (stream?: string) => ({
    isBusy: redrive.isPending,
    go: () => redrive.mutate({ service, ...(stream === undefined ? {} : { stream }) }),
  });
  const parked = status.held.filter(({ state }) => state === 'parked');
  const stopped = failedRows(status);
  const { count: unreadable, notKept } = status.unreadable;
  if (parked.length === 0 && stopped.length === 0 && unreadable === 0) return null;
  return (
    <Card title={say(serviceWords(service))} className={classes.held}>
      {stopped.map((name) => {
        const { code = '', act = 'developer' } = status.readModels[name].error ?? {};
        return (
          <Facts
            key={name}
            rows={[
              [say(`operations.${name}`), say(`operations.${name}.stopped`)],
              [say('operations.cause'), code],
              [say('operations.who'), say(`operations.who.${act}`)],
              [
                say('operations.act'),
                <CommandLine key="act" line={`npx mb rebuild ${service} ${name}`} />,
              ],
            ]}
          />
        );
      })}
      {parked.map(({ stream, since, code, count, matter, clocks }) => (
        <Facts
          key={`${stream} ${code}`}
          rows={[
            [say('operations.stream'), <code key="stream">{stream}</code>],
            [
              say('operations.since'),
              `${timeAndDate(since, say)} · ${say(isSeveral(stream) ? 'operations.streams' : 'operations.count', { n: count })}`,
            ],
            [say('operations.cause'), `${say(causeOf(code))} (${code})`],
            matter !== null && [say('operations.matter'), matter],
            clocks.length > 0 && [
              say('operations.clocks'),
              clocks.map(({ due }) => dueText(due, say)).join('; '),
            ],
            [
              say('operations.act'),
              <CommandLine
                key="act"
                line={`npx mb redrive ${service} --stream ${isSeveral(stream) ? `'${stream}'` : stream}`}
                retry={retry(stream)}
              />,
            ],
            [say('operations.safe'), say('operations.safe.redrive')],
            [
              say('operations.runbook'),
              <a key="runbook" href={`#${RUNBOOK}`}>
                {say('operations.runbook.title')}
              </a>,
            ],
          ]}
        />
      ))}
      {unreadable > 0 && (
        <Facts
          rows={[
            [say('operations.unreadable'), String(unreadable)],
            notKept > 0 && [
              say('operations.notKept'),
              say('operations.notKept.count', { n: notKept }),
            ],
            [
              say('operations.act'),
              <CommandLine key="act" line={`npx mb redrive ${service}`} retry={retry()} />,
            ],
            [say('operations.safe'), say('operations.safe.redrive')],
          ]}
        />
      )}
    </Card>
  );
}
