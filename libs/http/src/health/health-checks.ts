import { Injectable } from '@nestjs/common';

/** `live`: a restart would help. `ready`: it can serve now. */
export type HealthKind = 'live' | 'ready';

/** `degraded`: it serves, and something stands still until a person acts. */
export type HealthStatus = 'up' | 'degraded' | 'down';

/** `developer`: the code that runs cannot do it. `mb status` tells operators of both. */
export type Act = 'operator' | 'developer';

export interface Health {
  readonly status: HealthStatus;
  readonly checks: Readonly<Record<string, HealthStatus>>;
  /** Who must act where the status is `degraded`: `mb status` tells them what to do. */
  readonly act?: Act;
}

/** Answers nothing, or who must act where something stands still and all else goes on. */
type Check = () => Promise<Act | undefined | void> | Act | undefined | void;
type Outcome = 'up' | 'down' | Act;

/** Adapters and consumers register what they can tell; a check that throws or takes long is down. */
@Injectable()
export class HealthChecks {
  readonly #checks = new Map<string, { kind: HealthKind; check: Check; failed: 'down' | Act }>();

  /** Registering a name again replaces it. */
  register(name: string, kind: HealthKind, check: Check): void {
    this.#checks.set(name, { kind, check, failed: 'down' });
  }

  /** A check of readiness whose failure takes nothing out of service, but calls the operator. */
  watch(name: string, check: Check): void {
    this.#checks.set(name, { kind: 'ready', check, failed: 'operator' });
  }

  /** Readiness asks the checks of liveness, too. @param limit ms a check may take */
  async run(kind: HealthKind, limit = 2_000): Promise<Health> {
    const asked = [...this.#checks].filter(([, c]) => kind === 'ready' || c.kind === 'live');
    const found = await Promise.all(
      asked.map(async ([name, { check, failed }]) => {
        return [name, await outcomeOf(check, failed, limit)] as const;
      }),
    );
    const outcomes = new Set(found.map(([, outcome]) => outcome));
    const checks = Object.fromEntries(
      found.map(([name, outcome]) => [name, statusOf(outcome)] as const),
    );
    if (outcomes.has('down')) return { status: 'down', checks };
    for (const act of ['operator', 'developer'] as const)
      if (outcomes.has(act)) return { status: 'degraded', checks, act };
    return { status: 'up', checks };
  }
}

const statusOf = (outcome: Outcome): HealthStatus =>
  outcome === 'up' || outcome === 'down' ? outcome : 'degraded';

async function outcomeOf(check: Check, failed: Outcome, limit: number): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), limit);
  });
  try {
    return (await Promise.race([Promise.resolve().then(check), late])) ?? 'up';
  } catch {
    return failed;
  } finally {
    clearTimeout(timer);
  }
}
