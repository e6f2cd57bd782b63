import { SWEEP_EVERY_MS, UNCLAIMED_MS, UNFINISHED_MS } from '@minh-bach/files';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { decodeStored } from '../commands/read-stream.ts';
import type { ServiceDefinition } from '../service/service-definition.ts';
import type { ServiceRuntime } from '../service/service-runtime.ts';
import { failure } from './failure.ts';

const DAY_MS = 86_400_000;

/**
 * A service's files that a crash cut off are discarded after some minutes, those that no command took after
 * some hours, those that a command has claimed and the log does not know after a day.
 * Any number of instances may sweep at once. By the wall clock, as the table of uploads counts.
 */
export class OrphanSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #sweeping: Promise<void> = Promise.resolve();

  /** @param definition its events say which files they name */
  constructor(
    private readonly service: ServiceRuntime,
    private readonly definition: Pick<ServiceDefinition, 'events'>,
  ) {}

  onApplicationBootstrap(): void {
    const sweepNext = () => {
      this.#sweeping = this.#sweeping.then(() => this.#sweepSafely());
    };
    // At once: what an earlier process left when it died.
    sweepNext();
    this.#timer = setInterval(sweepNext, SWEEP_EVERY_MS);
    this.#timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sweeping;
  }

  /** @param now by it all are counted */
  async sweep(now = Date.now()) {
    const { name, infrastructure } = this.service;
    const { uploads } = infrastructure;
    const unfinished = await uploads.sweepUnfinished(name, new Date(now - UNFINISHED_MS));
    const unclaimed = await uploads.sweepUnclaimed(name, new Date(now - UNCLAIMED_MS));
    const { released, discarded } = await uploads.sweep(name, new Date(now - DAY_MS), (ids) =>
      this.#named(ids),
    );
    return { released, discarded: discarded + unclaimed + unfinished };
  }

  async #sweepSafely(): Promise<void> {
    const { log } = this.service.infrastructure;
    try {
      const done = await this.sweep();
      if (done.released + done.discarded > 0)
        log.info({ service: this.service.name, ...done }, 'uploads swept');
    } catch (error) {
      log.error(failure(this.service.name, error), 'uploads not swept, trying again soon');
    }
  }

  /** Asked of the log, not of rows, which may be late or under rebuild: a file is lost for good. */
  async #named(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    if (ids.length === 0) return found;
    const asked = new Set(ids);
    const filesIn = new Map(
      this.definition.events.flatMap(({ type, meaning: { files } }) =>
        files ? [[type, files] as const] : [],
      ),
    );
    const { infrastructure, registry, name } = this.service;
    for await (const stored of infrastructure.store.readAll({ prefixes: [`${name}.`] })) {
      const files = filesIn.get(stored.type);
      if (!files) continue;
      const { event } = decodeStored(registry, stored);
      for (const { id } of files(event.data as never)) if (asked.has(id)) found.add(id);
    }
    return found;
  }
}
