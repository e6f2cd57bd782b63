import type { NoticeBreach } from '@minh-bach/contracts';
import type { Clock } from '@minh-bach/kernel';
import type { ReadModel } from '@minh-bach/projections';
import { consequenceOf } from '@minh-bach/rules';
import { contextOfSystem } from '../commands/message-context.ts';
import type { RequestContext } from '../commands/request-context.ts';
import type { Organisation } from '../organisation/organisation.ts';

export interface BreachWatcherOptions {
  readonly service: string;
  readonly readModel: Pick<ReadModel, 'dataSource' | 'isCurrent'>;
  readonly organisation: Organisation;
  readonly clock: Clock;
  readonly secret: Uint8Array;
  /** Runs the command on the stream's decider, which judges on the fresh stream. */
  readonly notice: (
    stream: string,
    command: NoticeBreach,
    context: RequestContext,
  ) => Promise<unknown>;
  readonly onError: (error: unknown) => void;
  /** @default 1000 */
  readonly everyMs?: number;
  /** Breaches a tick: after a long stop escalations go out throttled. @default 50 */
  readonly atMost?: number;
}

interface Overdue {
  readonly stream: string;
  readonly rule: string;
  readonly due: string;
  readonly unit: string;
  /** The unit that a denunciation is about: who heads it hears nothing of it. */
  readonly denounced: string | null;
}

const OVERDUE = `
  SELECT c.stream, c.rule, c.clock->>'due' AS due, u.unit, r.respondent_unit AS denounced
    FROM open_clocks c JOIN stream_units u USING (stream) JOIN org_units o ON o.id = u.unit
    LEFT JOIN matter_respondents r ON r.stream = c.stream AND r.kind = 'denunciation'
   WHERE NOT c.breached AND c.ends_at <= $1 ORDER BY c.ends_at LIMIT $2`;

/**
 * Finds what is overdue, oldest first, assigned or not. However many instances run, a breach is
 * noticed once: its command id is derived from stream, rule and due date. A unit that the directory
 * has not told of yet waits, since nobody could be told.
 */
export class BreachWatcher {
  #timer: NodeJS.Timeout | undefined;
  #tick: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(private readonly options: BreachWatcherOptions) {}

  start(): void {
    this.#timer = setTimeout(() => {
      this.#tick = this.tick()
        .catch(this.options.onError)
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

  async tick(): Promise<void> {
    const { readModel, clock, organisation, notice, secret, service, onError } = this.options;
    const { atMost = 50 } = this.options;
    // Rows of older code, about to be replaced, may not know who is to be told.
    if (!(await readModel.isCurrent())) return;
    const overdue = await readModel.dataSource.query<Overdue[]>(OVERDUE, [clock.now(), atMost]);
    const superiors = new Map<string, NoticeBreach['told']>();
    for (const { stream, rule, due, unit, denounced } of overdue) {
      const asked = `${unit} ${denounced ?? ''}`;
      if (!superiors.has(asked))
        superiors.set(asked, await organisation.superiorOf(unit, denounced ?? undefined));
      const told = superiors.get(asked) ?? null;
      const context = contextOfSystem(secret, service, 'breach', stream, rule, due);
      const consequence = consequenceOf(rule);
      const leadsTo = consequence === undefined ? {} : { consequence };
      // One stream that cannot be judged keeps nobody else from being told.
      await notice(stream, { type: 'NoticeBreach', rule, told, ...leadsTo }, context).catch(
        onError,
      );
    }
  }
}
