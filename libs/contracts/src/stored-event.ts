import {
  defineEvent,
  localDate,
  type EventDefinition,
  type RecordedEvent,
} from '@minh-bach/kernel';
import type { z } from 'zod';
import type { INTEGRATION_EVENTS, Topic } from './integration/index.ts';
import type { DescribeEvent, Described, Names } from './telling.ts';

/** A message by its type, with the data that its contract asks for. */
export type OutgoingMessage = {
  [T in Topic]: {
    [Type in keyof (typeof INTEGRATION_EVENTS)[T]]: {
      readonly type: Type;
      readonly data: z.input<Extract<(typeof INTEGRATION_EVENTS)[T][Type], z.ZodType>>;
    };
  }[keyof (typeof INTEGRATION_EVENTS)[T]];
}[Topic];

/** What telling an event may ask for beside its data. */
export interface TellingContext {
  readonly recorded: RecordedEvent;
  readonly names: Names;
  /**
   * As it is known today: what came later may forbid to show what was said before, however far back one
   * looks.
   */
  readonly isDenunciation: boolean;
}

export interface PublishingContext {
  /** The petition or case that its stream is named after. */
  readonly matter: string;
  /** The day on which it was recorded. */
  readonly on: string;
}

/** What is declared of an event beside its shape. */
interface Meaning<Data> {
  /** How the history tells it. */
  history(data: Data, context: TellingContext): Described;
  /** What the other services hear of it: picked, never passed on whole. */
  publishes?(data: Data, context: PublishingContext): OutgoingMessage | undefined;
  /** The sealed files that it names: a backup of the log needs them, and no sweep discards them. */
  files?(data: Data): readonly { readonly id: string }[];
}

/** An event in one place: its shape with what is sealed, its words, and what the outside hears. */
export interface StoredEvent<
  Type extends string = string,
  Schema extends z.ZodType = z.ZodType,
> extends EventDefinition<Type, Schema> {
  readonly meaning: Meaning<z.infer<Schema>>;
}

/** As `defineEvent`, with what the event means to people and to other services. */
export const storedEvent = <Type extends string, Schema extends z.ZodType>(
  type: Type,
  schema: Schema,
  {
    version,
    upcasters,
    isAside,
    isUntold,
    ...meaning
  }: Meaning<z.infer<Schema>> &
    Partial<
      Pick<EventDefinition<string, Schema>, 'version' | 'upcasters' | 'isAside' | 'isUntold'>
    >,
): StoredEvent<Type, Schema> => ({
  ...defineEvent(type, schema, {
    ...(version === undefined ? {} : { version }),
    ...(upcasters === undefined ? {} : { upcasters }),
    ...(isAside === undefined ? {} : { isAside }),
    ...(isUntold === undefined ? {} : { isUntold }),
  }),
  meaning,
});

const byType = (events: readonly StoredEvent[]): ReadonlyMap<string, StoredEvent> =>
  new Map(events.map((event) => [event.type, event]));

/** A service's events in words. @throws Error for an event that is not declared */
export function describeBy(events: readonly StoredEvent[]): DescribeEvent {
  const known = byType(events);
  return (recorded, names, isDenunciation) => {
    const { type, data } = recorded.event;
    const declared = known.get(type);
    if (!declared) throw new Error(`nothing tells of ${type}`);
    return declared.meaning.history(data, { recorded, names, isDenunciation });
  };
}

/** What a service's events tell the others. */
export function publishBy(events: readonly StoredEvent[]) {
  const known = byType(events);
  return (recorded: RecordedEvent): OutgoingMessage | undefined => {
    const { event, metadata, stream } = recorded;
    const matter = stream.slice(stream.indexOf('-') + 1);
    const on = localDate(metadata.recordedAt);
    return known.get(event.type)?.meaning.publishes?.(event.data, { matter, on });
  };
}
