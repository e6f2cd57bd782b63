import { breachOf, type BreachWithdrawn, type DeadlineBreached } from '@minh-bach/contracts';
import type { RecordedEvent } from '@minh-bach/kernel';
import type { EntityManager } from 'typeorm';

type Noticed = RecordedEvent<DeadlineBreached | BreachWithdrawn>;

const isNoticed = (recorded: RecordedEvent): recorded is Noticed =>
  recorded.event.type === 'DeadlineBreached' || recorded.event.type === 'BreachWithdrawn';

/**
 * A breach that was taken back leaves the list of those who were told. The last word counts: it may have
 * been noticed again since.
 */
export async function withdrawNotices(
  batch: readonly RecordedEvent[],
  manager: EntityManager,
): Promise<void> {
  const last = new Map(
    batch
      .filter(isNoticed)
      .map((recorded) => [`${recorded.stream} ${breachOf(recorded.event.data)}`, recorded]),
  );
  const withdrawn = [...last.values()].filter(({ event }) => event.type === 'BreachWithdrawn');
  if (withdrawn.length === 0) return;
  await manager.query(
    `UPDATE breach_notices n SET withdrawn_at = w.at
       FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) AS w(stream, rule, due, at)
      WHERE n.stream = w.stream AND n.rule = w.rule AND n.due = w.due`,
    [
      withdrawn.map(({ stream }) => stream),
      withdrawn.map(({ event }) => event.data.rule),
      withdrawn.map(({ event }) => event.data.due),
      withdrawn.map(({ metadata }) => metadata.recordedAt),
    ],
  );
}
