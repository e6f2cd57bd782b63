import type {
  Action,
  ClockChanges,
  ClockStarted,
  DescribeEvent,
  Described,
  HistoryEntry,
  LocalizedText,
  Names,
} from '@minh-bach/contracts';
import type { EventStore } from '@minh-bach/event-store';
import type { Actor, EventRegistry, RecordedEvent } from '@minh-bach/kernel';
import { readStream, toldOf } from '../commands/read-stream.ts';
import type { Matters } from '../matters/matters.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { rulesOf, type StartedClock } from './describe.ts';

export interface HistoryOptions {
  readonly service: string;
  readonly store: EventStore;
  readonly registry: EventRegistry;
  readonly matters: Matters;
  readonly organisation: Organisation;
  readonly describe: DescribeEvent;
}

/** What this service's log says of a matter, in words: read from the streams, not from rows. */
export class History {
  constructor(private readonly options: HistoryOptions) {}

  /**
   * @param action the right to this service's page of the matter: by it the streams are reached
   * @param asOf ISO instant with any offset: only what was recorded by then
   * @throws DomainError `NOT_FOUND` for who does not reach the matter
   */
  async of(
    number: string,
    action: Action,
    asker: Pick<Actor, 'person' | 'unit' | 'deputyFor'>,
    asOf?: string,
  ): Promise<HistoryEntry[]> {
    const { matters, store, registry, organisation } = this.options;
    const { streams, until } = await matters.streamsOf(number, action, asker);
    const recordedBy = asOf === undefined ? undefined : Date.parse(asOf);
    const read = await Promise.all(
      streams.map(({ stream }) => readStream(store, registry, stream, until, recordedBy)),
    );
    const events = read.flatMap((stream) => toldOf(registry, stream));
    const denunciations = new Set(
      streams.filter(({ isDenunciation }) => isDenunciation).map(({ stream }) => stream),
    );
    const describe = (recorded: RecordedEvent, names: Names) =>
      this.options.describe(recorded, names, denunciations.has(recorded.stream));
    const [people, units] = await Promise.all([
      organisation.names(peopleIn(events, describe)),
      organisation.units(),
    ]);
    const unitNames = new Map(units.map(({ id, name }) => [id, name]));
    const names: Names = {
      person: (id) => people.get(id) ?? id,
      unit: (id) => unitNames.get(id) ?? { vi: id, en: id },
    };
    const started = new Map<string, ClockStarted>();
    return events.map((recorded) => {
      const described = describe(recorded, names);
      const entry = this.#entry(recorded, described, names, (rule) =>
        started.get(`${recorded.stream} ${rule}`),
      );
      const { clocksStarted = [] } = recorded.event.data as ClockChanges;
      for (const clock of clocksStarted) started.set(`${recorded.stream} ${clock.rule}`, clock);
      return entry;
    });
  }

  #entry(
    recorded: RecordedEvent,
    { summary, changes = [], state, rules = [] }: Described,
    names: Names,
    started: StartedClock,
  ): HistoryEntry {
    const { id, stream, revision, position, event, metadata } = recorded;
    const { actor, occurredAt, occurredReason, recordedAt } = metadata;
    const isPerson = actor.role !== 'system' && actor.role !== 'public';
    return {
      position,
      service: this.options.service,
      stream,
      revision,
      eventId: id,
      type: event.type,
      occurredAt,
      recordedAt,
      ...(occurredReason === undefined ? {} : { occurredReason: reasonInWords(occurredReason) }),
      actor: {
        ...actor,
        ...(isPerson ? { name: names.person(actor.person), unitName: names.unit(actor.unit) } : {}),
        ...(actor.deputyFor === undefined ? {} : { deputyForName: names.person(actor.deputyFor) }),
      },
      summary,
      changes: [...changes],
      rules: [...rules, ...rulesOf(recorded, started)],
      ...(state === undefined ? {} : { state }),
    };
  }
}

/** Why something was written down later than it happened. */
const REASONS: Readonly<Record<string, LocalizedText>> = {
  RECEIVED_BEFORE_REGISTRATION: {
    vi: 'đơn đến trước ngày đăng ký',
    en: 'it came before it was registered',
  },
};

const reasonInWords = (code: string): LocalizedText => REASONS[code] ?? { vi: code, en: code };

/** Who acted, and everybody whom the words name: found out by describing once without names. */
function peopleIn(
  events: readonly RecordedEvent[],
  describe: (recorded: RecordedEvent, names: Names) => Described,
): string[] {
  const named = new Set<string>();
  const names: Names = {
    person: (id) => {
      named.add(id);
      return id;
    },
    unit: (id) => ({ vi: id, en: id }),
  };
  for (const recorded of events) {
    const { person, deputyFor } = recorded.metadata.actor;
    named.add(person);
    if (deputyFor !== undefined) named.add(deputyFor);
    describe(recorded, names);
  }
  return [...named];
}
