import {
  URGING_GROUNDS,
  type DelayReported,
  type LowerUnitUrged,
  type UrgingTold,
} from '@minh-bach/contracts';
import type { DomainEvent, RecordedEvent } from '@minh-bach/kernel';
import { personRefs, unitRefs } from '../rows/references.ts';
import type { ServiceRuntime } from '../service/service-runtime.ts';

const URGING: readonly string[] = ['LowerUnitUrged', 'DelayReported'];

export const isOfUrging = ({ event }: RecordedEvent<DomainEvent>): boolean =>
  URGING.includes(event.type);

/** `null` where it was erased. */
const openedText = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** How it was urged and what the unit answered, the last first. @param opened events, opened for this reading */
export async function urgingsOf(
  { organisation }: Pick<ServiceRuntime, 'organisation'>,
  opened: readonly RecordedEvent<DomainEvent>[],
): Promise<UrgingTold[]> {
  const found = opened.filter(isOfUrging);
  if (found.length === 0) return [];
  const unit = await unitRefs(organisation);
  const person = await personRefs(
    organisation,
    found.map(({ metadata }) => metadata.actor.person),
  );
  const urgings: UrgingTold[] = [];
  for (const { event: recorded, metadata } of found) {
    const event = recorded as LowerUnitUrged | DelayReported;
    const by = person(metadata.actor.person);
    const at = metadata.recordedAt;
    if (event.type === 'LowerUnitUrged') {
      const { to, ground, law, letter, letterOn = null, request } = event.data;
      const asked = { letter, letterOn, request: openedText(request) };
      const told = { ground: URGING_GROUNDS[ground], law, ...asked };
      urgings.push({
        at,
        by,
        unit: unit(metadata.actor.unit),
        to: unit(to),
        ...told,
        report: null,
      });
    }
    const last = urgings.at(-1);
    if (event.type === 'DelayReported' && last)
      last.report = { at, by, letter: event.data.letter, text: openedText(event.data.report) };
  }
  return urgings.toReversed();
}
