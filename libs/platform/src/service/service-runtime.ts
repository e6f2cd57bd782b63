import {
  DIRECTORY_TOPIC,
  describeBy,
  directoryEntryV1,
  type NoticeBreach,
} from '@minh-bach/contracts';
import type { RequestContext } from '@minh-bach/http';
import { safeError } from '@minh-bach/http';
import {
  DomainError,
  isDomainError,
  type Clock,
  type Decider,
  type DomainEvent,
  type EventRegistry,
  type RecordedEvent,
} from '@minh-bach/kernel';
import type { Consumer, Drains, Message } from '@minh-bach/messaging';
import { SharedQueries, type ReadModel } from '@minh-bach/projections';
import type {
  BeforeApplicationShutdown,
  OnApplicationBootstrap,
  OnApplicationShutdown,
} from '@nestjs/common';
import type { CommandOutcome, CommandRun } from '../commands/command-run.ts';
import { CommandRunner } from '../commands/command-runner.ts';
import { contextOfMessage } from '../commands/message-context.ts';
import { History } from '../history/history.ts';
import { BreachWatcher } from '../matters/breach-watcher.ts';
import { Matters } from '../matters/matters.ts';
import { Shield } from '../matters/shield.ts';
import { directoryEntryDecider } from '../organisation/organisation.events.ts';
import { Operations } from '../operations/operations.ts';
import { Organisation } from '../organisation/organisation.ts';
import type { MatterLines } from '../pages/matter-lines.ts';
import type { Infrastructure } from './infrastructure.ts';
import { createReadModels, type ReadModels } from './read-models.ts';
import {
  directoryGroupOf,
  publicationOf,
  registryOf,
  type ServiceDefinition,
} from './service-definition.ts';
import { WatchedLog } from './watched-log.ts';

/** One running service: its log, its rows, what it hears, and its clocks. */
export class ServiceRuntime
  implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown
{
  readonly name: string;
  /** What rights are judged by; and lists, which may stand still without it. */
  readonly rights: ReadModel;
  readonly lists: ReadModel;
  readonly clock: Clock;
  readonly secret: Uint8Array;
  readonly runner: CommandRunner;
  readonly organisation: Organisation;
  readonly shield: Shield;
  readonly matters: Matters;
  readonly history: History;
  readonly operations: Operations;
  readonly lines: MatterLines | undefined;
  #parts: Drains[] = [];
  readonly #consumers = new Map<string, Consumer>();
  #watcher: BreachWatcher | undefined;

  private constructor(
    private readonly definition: ServiceDefinition,
    readonly infrastructure: Infrastructure,
    /** `infrastructure.store`, and what is wrong with it. */
    readonly log: WatchedLog,
    readonly registry: EventRegistry,
    { rights, lists }: ReadModels,
  ) {
    const { store, vault, clock, secretOf } = infrastructure;
    this.name = definition.name;
    this.lines = definition.lines;
    this.rights = rights;
    this.lists = lists;
    this.clock = clock;
    this.secret = secretOf(definition.name);
    const publication = publicationOf(definition);
    this.runner = new CommandRunner({
      ...{ store, vault, registry, clock, secret: this.secret },
      ...(publication && { publication }),
    });
    // The directory itself is all of them; the others note what it tells.
    const noted = definition.entryOf ? `${this.name}.` : `${this.name}.directory-`;
    const people = new SharedQueries(rights.dataSource);
    this.organisation = new Organisation(people, clock, rights.memo([noted]));
    this.shield = new Shield({ rights, organisation: this.organisation, store, vault });
    this.matters = new Matters(rights.dataSource, this.organisation, this.shield, store);
    this.history = new History({
      service: this.name,
      store,
      registry,
      matters: this.matters,
      organisation: this.organisation,
      describe: describeBy(definition.events),
    });
    this.operations = new Operations({
      service: this.name,
      readModels: { rights, lists },
      infrastructure,
      log,
      clock,
      messagesFlow: () => this.#messagesFlow,
      messagesLateSince: () => this.messagesLateSince,
      clocksHeld: () => this.#watcher?.held ?? 0,
    });
  }

  /** Makes or migrates the rows; nothing runs before the app has bootstrapped. */
  static async create(
    definition: ServiceDefinition,
    given: Infrastructure,
  ): Promise<ServiceRuntime> {
    const registry = registryOf(definition);
    const log = new WatchedLog(given.store, given.clock);
    const infrastructure = { ...given, store: log };
    const readModels = await createReadModels(definition, infrastructure, registry);
    return new ServiceRuntime(definition, infrastructure, log, registry, readModels);
  }

  async onApplicationBootstrap(): Promise<void> {
    const { definition, infrastructure } = this;
    this.rights.start();
    this.lists.start();
    const publication = publicationOf(definition);
    if (publication && infrastructure.relay)
      this.#parts.push(await infrastructure.relay(publication));
    // The directory has a group of its own: a right that ends waits behind no petition.
    if (!definition.entryOf) await this.#hear(directoryGroupOf(this.name), [DIRECTORY_TOPIC]);
    if (definition.topics.length > 0) await this.#hear(this.name, definition.topics);
    this.#watch();
  }

  /** Before the HTTP server goes: what runs by itself stops first. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.operations.stop();
    await this.#watcher?.stop();
    await Promise.all(this.#parts.map((part) => part.stop()));
    await Promise.all([this.rights.stop(), this.lists.stop()]);
  }

  /** After the last request has its answer: until then the rows can be read. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.rights.close(), this.lists.close()]);
  }

  /** Runs a command; who comes too late is told by name who changed what. */
  async run<S, C, E extends DomainEvent>(run: CommandRun<S, C, E>): Promise<CommandOutcome<S, E>> {
    return this.#naming(() => this.runner.run(run));
  }

  /** What `run` would refuse, without writing anything. @returns what the stream holds */
  async check<S, C, E extends DomainEvent>(
    run: CommandRun<S, C, E>,
  ): Promise<readonly RecordedEvent<E>[]> {
    return this.#naming(() => this.runner.check(run));
  }

  async #naming<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isDomainError(error, 'REVISION_CHANGED')) throw error;
      const since = error.details['since'] as { by: string }[];
      const names = await this.organisation.names(since.map(({ by }) => by));
      const named = since.map((change) => ({ ...change, name: names.get(change.by) ?? change.by }));
      throw new DomainError(error.code, { ...error.details, since: named }, { cause: error });
    }
  }

  /** For liveness: throws when a consumer or the relay stands still, which a restart may mend. */
  assertAlive(): void {
    for (const part of this.#parts) part.check();
  }

  /** Since when word of a right waits, such as of its end, where that is too long. */
  get rightsLateSince(): Date | undefined {
    return this.#consumers.get(directoryGroupOf(this.name))?.lateSince();
  }

  /** Since when anything that was sent to it waits, where that is too long. */
  get messagesLateSince(): Date | undefined {
    const late = [...this.#consumers.values()].flatMap((consumer) => consumer.lateSince() ?? []);
    return late.toSorted((a, b) => a.getTime() - b.getTime())[0];
  }

  get #messagesFlow(): boolean {
    try {
      this.assertAlive();
      return this.messagesLateSince === undefined;
    } catch {
      return false;
    }
  }

  /** For tests and for a clock that was set: looks for breaches now. */
  async noticeBreaches(): Promise<void> {
    await this.#watcher?.tick();
  }

  async #hear(group: string, topics: readonly string[]): Promise<void> {
    const handler = (message: Message) => this.#handle(message);
    const { messaging } = this.infrastructure;
    const consumer = await messaging.consume({ group, topics, handler });
    this.#consumers.set(group, consumer);
    this.#parts.push(consumer);
  }

  async #handle(message: Message): Promise<void> {
    if (message.topic !== DIRECTORY_TOPIC) return this.definition.handle?.(message, this);
    const entry = directoryEntryV1.parse(message.data);
    await this.runner.run({
      decider: directoryEntryDecider,
      stream: `${this.name}.directory-${entry.kind}.${entry.id}`,
      command: { type: 'NoteDirectoryEntry', entry },
      context: contextOfMessage(this.secret, this.name, message),
      occurred: { at: message.occurredAt },
    });
  }

  #watch(): void {
    const decider = this.definition.clockDecider as
      Decider<unknown, NoticeBreach, DomainEvent> | undefined;
    if (!decider) return;
    this.#watcher = new BreachWatcher({
      service: this.name,
      rights: this.rights,
      organisation: this.organisation,
      shield: this.shield,
      clock: this.clock,
      secret: this.secret,
      notice: (stream: string, command: NoticeBreach, context: RequestContext) =>
        this.runner.run({ decider, stream, command, context }),
      onError: (error, clocks) =>
        this.infrastructure.log.error(
          { service: this.name, clocks, error: safeError(error) },
          'breach watch failed, trying again later',
        ),
    });
    this.#watcher.start();
  }
}
