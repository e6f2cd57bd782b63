import type { ClockChanges } from '@minh-bach/contracts';
import type { EventRegistry, RecordedEvent } from '@minh-bach/kernel';
import type { Projection } from '@minh-bach/projections';
import type { EntityManager } from 'typeorm';
import { ownerOf } from '../commands/read-stream.ts';
import { upsertRows } from '../rows/write-rows.ts';
import { noteBreaches, settleNotices } from './breach-notices.ts';
import { MatterStreamRow, OpenClockRow, StreamUnitRow } from './matter.entities.ts';
import { isMatterNumber, isPetitionNumber } from './numbers.ts';
import { withdrawNotices } from './withdrawn-notices.ts';

/**
 * Links numbers, units, clocks and breaches to streams: the same in every service. Numbers and units are
 * those that the events mark: a field is never judged by its name.
 */
export const matterProjection = (registry: EventRegistry): Projection => ({
  name: 'matters',
  version: 11,
  async apply(batch, manager) {
    const ofMatters = batch.filter(({ stream }) => isMatterNumber(ownerOf(stream)));
    await linkNumbers(registry, ofMatters, manager);
    await linkCases(ofMatters, manager);
    // Before the units and clocks of the batch: each breach asks for those that it had by then.
    await noteBreaches(registry, ofMatters, manager);
    await withdrawNotices(ofMatters, manager);
    await noteUnits(registry, ofMatters, manager);
    await runClocks(ofMatters, manager);
    await markBreached(ofMatters, manager);
    await settleNotices(ofMatters, manager);
  },
});

const clocksOf = (recorded: RecordedEvent): ClockChanges => recorded.event.data as ClockChanges;

async function linkNumbers(
  registry: EventRegistry,
  batch: readonly RecordedEvent[],
  manager: EntityManager,
): Promise<void> {
  const links = new Map<string, MatterStreamRow>();
  for (const recorded of batch) {
    const { stream, event } = recorded;
    const said = (['petitionNumber', 'caseNumber'] as const).flatMap((mark) =>
      registry.marked(mark, event),
    );
    for (const matter of [ownerOf(stream), ...said.filter(isMatterNumber)])
      links.set(`${matter} ${stream}`, { matter, stream });
  }
  await upsertRows(manager, MatterStreamRow, [...links.values()], ['matter', 'stream']);
}

/**
 * Every stream named after a petition belongs to its cases, too, also one whose events know of no
 * case: who opened the sender's identity. Streams of another case stay with that case.
 */
async function linkCases(batch: readonly RecordedEvent[], manager: EntityManager): Promise<void> {
  const petitions = new Set(batch.map(({ stream }) => ownerOf(stream)).filter(isPetitionNumber));
  if (petitions.size > 0)
    await manager.query(
      `WITH own AS (SELECT matter, stream FROM matter_streams
                     WHERE matter = ANY($1) AND right(stream, length(matter) + 1) = '-' || matter)
       INSERT INTO matter_streams (matter, stream)
       SELECT DISTINCT c.matter, o.stream FROM own o JOIN own known USING (matter)
         JOIN matter_streams c ON c.stream = known.stream AND c.matter LIKE 'V%'
       ON CONFLICT DO NOTHING`,
      [[...petitions]],
    );
}

async function noteUnits(
  registry: EventRegistry,
  batch: readonly RecordedEvent[],
  manager: EntityManager,
): Promise<void> {
  const units = new Map<string, StreamUnitRow>();
  for (const recorded of batch) {
    const [owner] = registry.marked('owningUnit', recorded.event);
    if (owner) units.set(recorded.stream, { stream: recorded.stream, unit: owner });
  }
  await upsertRows(manager, StreamUnitRow, [...units.values()], ['stream']);
}

/** Replays the batch's starts and ends on the rows it touches, then writes them as sets. */
async function runClocks(batch: readonly RecordedEvent[], manager: EntityManager): Promise<void> {
  const rows = new Map<string, OpenClockRow | { stream: string; rule: string; due?: never }>();
  for (const recorded of batch) {
    const { stream } = recorded;
    const { clocksStarted = [], clocksEnded = [] } = clocksOf(recorded);
    for (const { rule } of clocksEnded) rows.set(`${stream} ${rule}`, { stream, rule });
    for (const clock of clocksStarted)
      rows.set(`${stream} ${clock.rule}`, {
        stream,
        rule: clock.rule,
        endsAt: new Date(clock.endsAt),
        safeEndsAt: new Date(clock.safeEndsAt),
        due: clock.due,
        legal: clock.legal,
        breached: false,
        clock,
        started: recorded.id,
      });
  }
  const ended = [...rows.values()].filter((row) => row.due === undefined);
  if (ended.length > 0)
    await manager.query(
      `DELETE FROM open_clocks c USING unnest($1::text[], $2::text[]) AS e(stream, rule)
        WHERE c.stream = e.stream AND c.rule = e.rule`,
      [ended.map(({ stream }) => stream), ended.map(({ rule }) => rule)],
    );
  const running = [...rows.values()].filter((row) => row.due !== undefined);
  await upsertRows(manager, OpenClockRow, running, ['stream', 'rule']);
}

/** A clock that was voided and started again with the same last day was breached before. */
async function markBreached(
  batch: readonly RecordedEvent[],
  manager: EntityManager,
): Promise<void> {
  const streams = new Set(
    batch
      .filter((recorded) => recorded.event.type === 'DeadlineBreached' || startsClocks(recorded))
      .map(({ stream }) => stream),
  );
  if (streams.size > 0)
    await manager.query(
      `UPDATE open_clocks c SET breached = true FROM breach_notices n
        WHERE c.stream = ANY($1) AND NOT c.breached
          AND n.stream = c.stream AND n.rule = c.rule AND n.due = c.due
          AND n.withdrawn_at IS NULL`,
      [[...streams]],
    );
}

const startsClocks = (recorded: RecordedEvent): boolean =>
  (clocksOf(recorded).clocksStarted ?? []).length > 0;
