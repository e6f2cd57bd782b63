import { safeError } from '@minh-bach/http';
import {
  ServiceRuntime,
  contextOfSystem,
  handlingOf,
  type Denunciation,
} from '@minh-bach/platform';
import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { petitionDecider } from '../domain/petition.decider.ts';
import { petitions } from '../petition-stream.ts';

const EVERY_MS = 60_000;
/** Denunciations a query. */
const AT_MOST = 50;

const OPEN_DENUNCIATIONS = `
  SELECT t.petition, t.unit, t.kept_since::text AS "keptSince" FROM triage_petitions t
    JOIN protections p ON p.petition = t.petition AND p.is_denunciation
   WHERE t.open AND t.petition > $1 ORDER BY t.petition LIMIT ${AT_MOST}`;

/**
 * Tells of each open denunciation when another unit has to handle it. Nobody's right depends on it
 * (`handlingOf`): it puts on record, and into the lists of those above, what holds already. However
 * many instances run, a change is told once: the decider judges on the fresh stream.
 */
@Injectable()
export class HandlingWatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #tick: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(private readonly service: ServiceRuntime) {}

  onApplicationBootstrap(): void {
    this.#timer = setTimeout(() => {
      this.#tick = this.#safely().then(() => {
        if (!this.#isStopped) this.onApplicationBootstrap();
      });
    }, EVERY_MS);
    this.#timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#tick;
  }

  async tick(): Promise<void> {
    const { rights, lists } = this.service;
    // Rows of older code may not know what is a denunciation.
    if (!(await rights.isCurrent()) || !(await lists.isCurrent())) return;
    for (let after: string | undefined = ''; after !== undefined && !this.#isStopped;) {
      const found: (Denunciation & { petition: string })[] = await lists.dataSource.query(
        OPEN_DENUNCIATIONS,
        [after],
      );
      for (const one of found)
        // One that cannot be judged keeps no other waiting.
        await this.#note(one).catch((error: unknown) => this.#failed(error));
      after = found.length < AT_MOST ? undefined : found.at(-1)?.petition;
    }
  }

  async #note(one: Denunciation & { petition: string }): Promise<void> {
    const { runner, secret, clock, name } = this.service;
    const handling = await handlingOf(this.service, one);
    const handler = { unit: handling?.unit ?? null, by: handling?.by ?? 'officers' } as const;
    // It may come back to a unit that had it before: each asking is a command of its own.
    const asked = [one.petition, handler.unit ?? '', handler.by, clock.now().toISOString()];
    const { events } = await runner.run({
      decider: petitionDecider,
      stream: petitions.nameOf(one.petition),
      command: { type: 'NoteHandler', handler },
      context: contextOfSystem(secret, name, 'handling', ...asked),
    });
    // Without its number: it may be about a reader of the log. The alarm leads to it.
    if (handling === null && events.length > 0)
      this.service.infrastructure.log.error(
        { service: name },
        'nobody may handle a denunciation: the directory has to name somebody',
      );
  }

  async #safely(): Promise<void> {
    await this.tick().catch((error: unknown) => this.#failed(error));
  }

  #failed(error: unknown): void {
    this.service.infrastructure.log.error(
      { service: this.service.name, error: safeError(error) },
      'handlers of denunciations not looked for, trying again',
    );
  }
}
