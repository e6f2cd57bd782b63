import {
  publishBy,
  type DirectoryEntryV1,
  type NoticeBreach,
  type StoredEvent,
  type Topic,
} from '@minh-bach/contracts';
import {
  EventRegistry,
  type DecisionContext,
  type DomainEvent,
  type EventContext,
  type RecordedEvent,
} from '@minh-bach/kernel';
import type { Message, Publication } from '@minh-bach/messaging';
import type { Projection } from '@minh-bach/projections';
import type { Counting } from '../counts/counted.ts';
import { directoryEntryNoted } from '../organisation/organisation.events.ts';
import type { MatterLines } from '../pages/matter-lines.ts';
import type { SecondPersons } from '../second-person/second-person.ts';
import type { UseCase } from '../use-case/use-case.ts';
import type { ServiceRuntime } from './service-runtime.ts';

/** Any decider that takes `NoticeBreach` among its commands. */
export interface ClockDecider {
  readonly initialState: unknown;
  decide(command: NoticeBreach, state: never, context: DecisionContext): readonly DomainEvent[];
  evolve(state: never, event: never, context: EventContext): unknown;
}

/** A service in one place: what it writes, tells, hears, shows and explains. */
export interface ServiceDefinition {
  /** Prefix of its streams, its routes and its schemas, e.g. `triage`. */
  readonly name: string;
  /** All types that may stand in its streams, with what each means. */
  readonly events: readonly StoredEvent[];
  /** Of which events one person records how many in one stream within a day. */
  readonly perDay?: readonly ReadonlyMap<string, number>[];
  /** What people do in it. */
  readonly commands?: readonly UseCase[];
  /** The topic under which others hear what each event declares. */
  readonly publishesTo?: Topic;
  /** What it hears beside the directory. */
  readonly topics: readonly string[];
  /** Turns a message into an event of its own. */
  readonly handle?: (message: Message, service: ServiceRuntime) => Promise<void>;
  /** Its lists and reports, in the schema `<name>_lists`; what rights need, the platform has. */
  readonly entities: readonly (new () => object)[];
  readonly projections: readonly Projection[];
  /** How its matters stand, in a line, for pages that name them. */
  readonly lines?: MatterLines;
  /** How its matters are counted, for figures at a glance. */
  readonly counting?: Counting;
  /** What in its matters waits for a second person. */
  readonly seconds?: SecondPersons;
  /** The decider of the streams that have clocks; it judges a breach. */
  readonly clockDecider?: ClockDecider;
  /** The directory reads its own events instead of messages. */
  readonly entryOf?: (event: RecordedEvent) => DirectoryEntryV1 | undefined;
}

/** All event types that may stand in a service's streams. */
export const registryOf = ({ events }: Pick<ServiceDefinition, 'events'>): EventRegistry =>
  new EventRegistry([...events, directoryEntryNoted]);

/** The consumer group by which a service hears the directory, and nothing else. */
export const directoryGroupOf = (service: string): string => `${service}_directory`;

/** What the relay, or the embedded engine in its place, needs to know of a service. */
export function publicationOf({
  name,
  events,
  publishesTo: topic,
}: ServiceDefinition): Publication | undefined {
  if (topic === undefined) return undefined;
  const [translate, registry] = [publishBy(events), registryOf({ events })];
  return { topic, translate, streamPrefix: `${name}.`, events: registry };
}
