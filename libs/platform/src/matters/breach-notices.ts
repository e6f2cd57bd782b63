import type { ClockChanges, ClockStarted, DeadlineBreached } from '@minh-bach/contracts';
import { localDate, type EventRegistry, type RecordedEvent } from '@minh-bach/kernel';
import { Any, type EntityManager } from 'typeorm';
import { ownerOf } from '../commands/read-stream.ts';
import { upsertRows } from '../rows/write-rows.ts';
import { BreachNoticeRow, OpenClockRow, StreamUnitRow } from './matter.entities.ts';

const changesOf = ({ event }: RecordedEvent): ClockChanges => event.data as ClockChanges;
const keyOf = (stream: string, rule: string): string => `${stream} ${rule}`;

/** A row for each breach of the batch: the unit and the clock are those of that moment. */
export async function noteBreaches(
  registry: EventRegistry,
  batch: readonly RecordedEvent[],
  manager: EntityManager,
): Promise<void> {
  const streams = batch
    .filter(({ event }) => event.type === 'DeadlineBreached')
    .map(({ stream }) => stream);
  if (streams.length === 0) return;
  const owners = await manager.findBy(StreamUnitRow, { stream: Any(streams) });
  const running = await manager.findBy(OpenClockRow, { stream: Any(streams) });
  const units = new Map(owners.map(({ stream, unit }) => [stream, unit]));
  const clocks = new Map<string, ClockStarted>();
  for (const { stream, rule, clock } of running) clocks.set(keyOf(stream, rule), clock);
  // Taken back and noticed again, it is one row: as it was noticed last.
  const rows = new Map<string, BreachNoticeRow>();
  for (const recorded of batch) {
    const { stream, event } = recorded;
    const [owner] = registry.marked('owningUnit', event);
    if (owner) units.set(stream, owner);
    for (const clock of changesOf(recorded).clocksStarted ?? [])
      clocks.set(keyOf(stream, clock.rule), clock);
    if (event.type !== 'DeadlineBreached') continue;
    const { rule, due } = (event as DeadlineBreached).data;
    const clock = clocks.get(keyOf(stream, rule)) ?? null;
    const then = { unit: units.get(stream) ?? null, clock };
    rows.set(`${keyOf(stream, rule)} ${due}`, noticeOf(recorded, then));
  }
  await upsertRows(manager, BreachNoticeRow, [...rows.values()], ['stream', 'rule', 'due']);
}

function noticeOf(
  { stream, event, metadata }: RecordedEvent,
  then: Pick<BreachNoticeRow, 'unit' | 'clock'>,
): BreachNoticeRow {
  const { rule, due, name, law, legal, endsAt, told, consequence } = (event as DeadlineBreached)
    .data;
  return {
    stream,
    rule,
    due,
    matter: ownerOf(stream),
    name,
    law,
    legal,
    endsAt: new Date(endsAt),
    person: told?.person ?? null,
    toldUnit: told?.unit ?? null,
    deputyFor: told?.deputyFor ?? null,
    consequence: consequence ?? null,
    at: new Date(metadata.recordedAt),
    doneOn: null,
    withdrawnAt: null,
    ...then,
  };
}

/**
 * What was late is done with as soon as its clock no longer runs to that day: met, void, or started anew
 * with another one. Where a day that would end it waits for a second person, it stays open. It is late again where the same clock is started again.
 */
export async function settleNotices(
  batch: readonly RecordedEvent[],
  manager: EntityManager,
): Promise<void> {
  const changedOn = new Map<string, string>();
  for (const recorded of batch) {
    const { stream, metadata } = recorded;
    const { clocksStarted = [], clocksEnded = [] } = changesOf(recorded);
    const day = localDate(metadata.recordedAt);
    for (const { rule } of clocksStarted) changedOn.set(keyOf(stream, rule), day);
    for (const { rule, on, isUnconfirmed } of clocksEnded)
      if (!isUnconfirmed) changedOn.set(keyOf(stream, rule), on ?? day);
  }
  if (changedOn.size === 0) return;
  await manager.query(
    `UPDATE breach_notices n
        SET done_on = CASE WHEN EXISTS (SELECT FROM open_clocks c WHERE c.stream = n.stream
                                           AND c.rule = n.rule AND c.due = n.due)
                           THEN NULL ELSE coalesce(n.done_on, changed.day) END
       FROM unnest($1::text[], $2::text[]) AS changed(key, day)
      WHERE n.stream = ANY($3) AND n.stream || ' ' || n.rule = changed.key`,
    [
      [...changedOn.keys()],
      [...changedOn.values()],
      [...new Set(batch.map(({ stream }) => stream))],
    ],
  );
}
