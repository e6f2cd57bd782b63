import { SWEEP_EVERY_MS, UNCLAIMED_MS, UNFINISHED_MS } from '@minh-bach/files';
import { ServiceRuntime, decodeStored } from '@minh-bach/platform';
import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { PetitionEvent } from '../domain/petition.events.ts';
import { failure } from './failure.ts';

const DAY_MS = 86_400_000;

/**
 * Scans that a crash cut off are discarded after some minutes, those that nobody registered after
 * some hours, those that a registration has claimed and the log does not know after a day. Any
 * number of instances may sweep at once. By the wall clock, as the table of uploads counts.
 */
@Injectable()
export class OrphanSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #sweeping: Promise<void> = Promise.resolve();

  constructor(private readonly service: ServiceRuntime) {}

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
    const { uploads } = this.service.infrastructure;
    const unfinished = await uploads.sweepUnfinished(new Date(now - UNFINISHED_MS));
    const unclaimed = await uploads.sweepUnclaimed(new Date(now - UNCLAIMED_MS));
    const { released, discarded } = await uploads.sweep(new Date(now - DAY_MS), (ids) =>
      this.#registered(ids),
    );
    return { released, discarded: discarded + unclaimed + unfinished };
  }

  async #sweepSafely(): Promise<void> {
    const { log } = this.service.infrastructure;
    try {
      const done = await this.sweep();
      if (done.released + done.discarded > 0)
        log.info({ service: 'intake', ...done }, 'uploads swept');
    } catch (error) {
      log.error(failure(error), 'uploads not swept, trying again soon');
    }
  }

  /** Asked of the log, not of rows, which may be late or under rebuild: a scan is lost for good. */
  async #registered(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    if (ids.length === 0) return found;
    const asked = new Set(ids);
    const { infrastructure, registry } = this.service;
    for await (const stored of infrastructure.store.readAll({ prefixes: ['intake.petition-'] })) {
      if (stored.type !== 'PetitionRegistered') continue;
      const { event } = decodeStored<PetitionEvent>(registry, stored);
      if (event.type === 'PetitionRegistered' && event.data.file && asked.has(event.data.file.id))
        found.add(event.data.file.id);
    }
    return found;
  }
}
