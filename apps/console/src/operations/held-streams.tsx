import { serviceWords } from '@minh-bach/contracts/browser';
import type { Operations, Service } from '../api/types.ts';
import { Card, Facts } from '../components/page.tsx';
import { dueText, timeAndDate } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';
import { causeOf } from './causes.ts';
import { failedRows } from './needs.ts';
import classes from './operations.module.css';

/** `response.*` tells of several streams of one sender. */
const isSeveral = (stream: string): boolean => stream.endsWith('.*');

/** What stands still in one service: since when, which legal limit runs on meanwhile, and what to type. */
export function HeldStreams({
  service,
  status,
}: {
  service: Service;
  status: Operations | undefined;
}) {
  const say = useSay();
  if (!status) return null;
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
                <code key="act">
                  mb rebuild {service} {name}
                </code>,
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
              <code key="act">
                mb redrive {service} --stream {isSeveral(stream) ? `'${stream}'` : stream}
              </code>,
            ],
            [say('operations.safe'), say('operations.safe.redrive')],
            [say('operations.runbook'), say('operations.runbook.parked')],
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
            [say('operations.act'), <code key="act">mb redrive {service}</code>],
          ]}
        />
      )}
    </Card>
  );
}
