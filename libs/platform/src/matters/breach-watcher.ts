import type { NoticeBreach } from '@minh-bach/contracts';
import type { RequestContext } from '@minh-bach/http';
import { isDomainError, type Clock } from '@minh-bach/kernel';
import type { ReadModel } from '@minh-bach/projections';
import { consequenceOf } from '@minh-bach/rules';
import { contextOfSystem } from '../commands/message-context.ts';
import { HeldClocks } from './held-clocks.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Shield } from './shield.ts';
import { keptFromUrging } from './whom-it-names.ts';

export interface BreachWatcherOptions {
  readonly service: string;
  readonly rights: Pick<ReadModel, 'dataSource' | 'isCurrent'>;
  readonly organisation: Organisation;
  readonly shield: Shield;
  readonly clock: Clock;
  readonly secret: Uint8Array;
  /** Runs the command on the stream's decider, which judges on the fresh stream. */
  readonly notice: (
    stream: string,
    command: NoticeBreach,
    context: RequestContext,
  ) => Promise<unknown>;
  /** @param clocks how many clocks of this look failed by the same code */
  readonly onError: (error: unknown, clocks: number) => void;
  /** @default 1000 */
  readonly everyMs?: number;
  /** Breaches a tick: after a long stop escalations go out throttled. @default 50 */
  readonly atMost?: number;
}

interface Overdue {
  readonly stream: string;
  readonly rule: string;
  readonly due: string;
  readonly started: string;
  readonly unit: string;
  /** Who would not urge them hears nothing of them. */
  readonly petitions: readonly string[];
}

const OVERDUE = `
  SELECT c.stream, c.rule, c.due, c.started, u.unit,
         ARRAY(SELECT p.petition FROM matter_streams m JOIN protections p ON p.petition = m.matter
                WHERE m.stream = c.stream) AS petitions
    FROM open_clocks c JOIN stream_units u USING (stream) JOIN org_units o ON o.id = u.unit
   WHERE NOT c.breached AND c.ends_at <= $1
     AND NOT EXISTS (SELECT FROM unnest($3::text[], $4::text[]) AS held(stream, rule)
                      WHERE held.stream = c.stream AND held.rule = c.rule)
   ORDER BY c.ends_at LIMIT $2`;

/**
 * Finds what is overdue, oldest first, assigned or not. However many instances run, a breach is
 * noticed once: its command id is derived from stream, rule, due date and the event that started it. A unit that the directory
 * has not told of yet waits, since nobody could be told.
 */
export class BreachWatcher {
  readonly #held = new HeldClocks();
  #timer: NodeJS.Timeout | undefined;
  #tick: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(private readonly options: BreachWatcherOptions) {}

  start(): void {
    this.#timer = setTimeout(() => {
      this.#tick = this.tick()
        .catch((error: unknown) => this.options.onError(error, 0))
        .then(() => {
          if (!this.#stopped) this.start();
        });
    }, this.options.everyMs ?? 1000);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#tick;
  }

  /** Clocks that ran out and cannot be judged: a person must look at the errors. */
  get held(): number {
    return this.#held.size;
  }

  async tick(): Promise<void> {
    const { rights, clock, organisation, shield, notice, secret, service } = this.options;
    const { atMost = 50 } = this.options;
    // Rows of older code, about to be replaced, may not know who is to be told.
    if (!(await rights.isCurrent())) return;
    const now = clock.now();
    const held = this.#held.waiting(now);
    const overdue = await rights.dataSource.query<Overdue[]>(OVERDUE, [
      now,
      atMost,
      held.map(({ stream }) => stream),
      held.map(({ rule }) => rule),
    ]);
    const failed: unknown[] = [];
    const superiors = new Map<string, NoticeBreach['told']>();
    for (const { stream, rule, due, started, unit, petitions } of overdue) {
      const but = await keptFromUrging({ shield, organisation }, petitions, unit);
      const asked = [unit, ...but].join(' ');
      if (!superiors.has(asked)) superiors.set(asked, await organisation.superiorOf(unit, but));
      const told = superiors.get(asked) ?? null;
      const context = contextOfSystem(secret, service, 'breach', stream, rule, due, started);
      const consequence = consequenceOf(rule);
      const leadsTo = consequence === undefined ? {} : { consequence };
      // One stream that cannot be judged keeps nobody else from being told.
      try {
        await notice(stream, { type: 'NoticeBreach', rule, told, ...leadsTo }, context);
        this.#held.release(stream, rule);
      } catch (error) {
        // No clock is to blame.
        if (isDomainError(error, 'STORE_UNAVAILABLE')) throw error;
        this.#held.hold(stream, rule, now);
        failed.push(error);
      }
    }
    this.#report(failed);
  }

  /** One line a cause, however many clocks it holds. */
  #report(failed: readonly unknown[]): void {
    const causes = new Map<string, unknown[]>();
    for (const error of failed) {
      const code = isDomainError(error) ? error.code : 'OTHER';
      causes.set(code, [...(causes.get(code) ?? []), error]);
    }
    for (const errors of causes.values()) this.options.onError(errors[0], errors.length);
  }
}
