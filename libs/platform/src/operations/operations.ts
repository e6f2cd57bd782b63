import {
  type HeldStream,
  type LogTrouble,
  type Operations as Status,
  type ReadModelName,
  type Rebuild,
  type Redriven,
} from '@minh-bach/contracts';
import type { Clock } from '@minh-bach/kernel';
import { heldBack, inAll, type HeldBack, type Standstill } from '@minh-bach/messaging';
import type { Infrastructure } from '../service/infrastructure.ts';
import type { ReadModels } from '../service/read-models.ts';
import { directoryGroupOf } from '../service/service-definition.ts';
import { BackgroundRebuild } from './background-rebuild.ts';
import type { WatchedLog } from '../service/watched-log.ts';
import { matterOf, runningClocks } from './suffering-clocks.ts';

export interface OperationsOptions {
  readonly service: string;
  readonly readModels: ReadModels;
  readonly infrastructure: Infrastructure;
  readonly log: WatchedLog;
  readonly clock: Clock;
  /** Do its consumer and its relay get on? */
  readonly messagesFlow: () => boolean;
  /** Since when something that was sent to it waits, where that is too long. */
  readonly messagesLateSince: () => Date | undefined;
  /** How many clocks ran out and cannot be judged. */
  readonly clocksHeld: () => number;
}

/** What an operator sees of a service, and can do about it. */
export class Operations {
  readonly #rebuilds: Readonly<Record<ReadModelName, BackgroundRebuild>>;

  constructor(private readonly options: OperationsOptions) {
    const { service, readModels, infrastructure } = options;
    const rebuildOf = (name: ReadModelName) =>
      new BackgroundRebuild(readModels[name], ({ id, phase, done, code }) => {
        const fields = { target: service, readModel: name, id, phase, done, code };
        if (phase === 'failed') infrastructure.log.error(fields, 'rebuild failed');
        else infrastructure.log.info(fields, 'rebuild done');
      });
    this.#rebuilds = { rights: rebuildOf('rights'), lists: rebuildOf('lists') };
  }

  /** Ids, codes and counts; nothing personal. */
  async status(): Promise<Status> {
    const { service, clock, messagesFlow, messagesLateSince, clocksHeld } = this.options;
    const lateSince = messagesLateSince()?.toISOString();
    const log = await this.#logTroubles();
    const { stuck, deadLetters, unreadable } = await this.held();
    const clocks = await runningClocks(
      this.options.readModels.rights.dataSource,
      stuck.flatMap(({ stream }) => matterOf(stream) ?? []),
    );
    return {
      service,
      checkedAt: clock.now().toISOString(),
      messagesFlow: messagesFlow(),
      ...(lateSince !== undefined && { messagesLateSince: lateSince }),
      ...(log.length > 0 && { log: [...log] }),
      clocksHeld: clocksHeld(),
      readModels: { rights: this.#readModel('rights'), lists: this.#readModel('lists') },
      held: stuck.map(({ stream, state, since, reason, errorId, count }): HeldStream => {
        const matter = matterOf(stream) ?? null;
        const suffering = matter === null ? [] : (clocks.get(matter) ?? []);
        const held = { stream, state, since, code: reason, errorId: errorId ?? null, count };
        return { ...held, matter, clocks: suffering };
      }),
      deadLetters: deadLetters.map(({ place, since, code }) => ({ place, since, code })),
      unreadable: { count: unreadable.count, notKept: unreadable.notKept },
    };
  }

  /**
   * Begins a rebuild; `status` tells how far it is.
   *
   * @param id the same again is answered with the same rebuild
   * @throws DomainError `REBUILD_RUNNING`
   */
  rebuild(name: ReadModelName, id: string): Promise<Rebuild> {
    return this.#rebuilds[name].start(id);
  }

  /** Tries again what is parked: one source stream, or all of them and the dead letters. */
  async redrive(stream?: string): Promise<Redriven> {
    const { heldMessages } = this.options.infrastructure;
    const done = await Promise.all(
      this.#groups.map((group) => heldMessages.redrive(group, stream)),
    );
    return {
      streams: done.reduce((sum, { streams }) => sum + streams, 0),
      deadLetters: done.reduce((sum, { deadLetters }) => sum + deadLetters, 0),
    };
  }

  /** What the service's consumers and its relay hold back. */
  async held(): Promise<Standstill> {
    const { heldMessages } = this.options.infrastructure;
    const found = await Promise.all(this.#groups.map((group) => heldMessages.list(group)));
    return {
      stuck: found.flatMap(({ stuck }) => stuck),
      deadLetters: found.flatMap(({ deadLetters }) => deadLetters),
      unreadable: inAll(found.map(({ unreadable }) => unreadable)),
    };
  }

  /** How much of that is parked, waits or cannot be read, and since when the oldest does. */
  async standstill(): Promise<HeldBack> {
    return heldBack(await this.held());
  }

  /** Asks the log first: what was wrong may be over. */
  async #logTroubles(): Promise<readonly LogTrouble[]> {
    const { log } = this.options;
    await log.ping().catch(() => undefined);
    return log.troubles;
  }

  get #groups(): readonly string[] {
    const { service } = this.options;
    return [service, directoryGroupOf(service)];
  }

  async stop(): Promise<void> {
    await Promise.all(Object.values(this.#rebuilds).map((rebuild) => rebuild.stop()));
  }

  #readModel(name: ReadModelName): Status['readModels'][ReadModelName] {
    const { state, caughtUp, error, rebuild } = this.options.readModels[name].status();
    return {
      state,
      caughtUp,
      error: error
        ? {
            code: error.code,
            act: error.act,
            stream: typeof error.details['stream'] === 'string' ? error.details['stream'] : null,
            revision:
              typeof error.details['revision'] === 'number' ? error.details['revision'] : null,
          }
        : null,
      rebuild: rebuild ? { id: null, code: null, ...rebuild } : (this.#rebuilds[name].last ?? null),
    };
  }
}
