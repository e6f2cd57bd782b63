import { Injectable } from '@nestjs/common';

/** `live`: a restart would help. `ready`: it can serve now. */
export type HealthKind = 'live' | 'ready';

/** `degraded`: it serves, and something stands still until a person acts. */
export type HealthStatus = 'up' | 'degraded' | 'down';

export interface Health {
  readonly status: HealthStatus;
  readonly checks: Readonly<Record<string, HealthStatus>>;
  /** Who must act where the status is `degraded`: `mb status` tells them what to do. */
  readonly act?: 'operator';
}

type Check = () => Promise<void> | void;

/** Adapters and consumers register what they can tell; a check that throws or takes long is down. */
@Injectable()
export class HealthChecks {
  readonly #checks = new Map<
    string,
    { kind: HealthKind; check: Check; failed: 'degraded' | 'down' }
  >();

  /** Registering a name again replaces it. */
  register(name: string, kind: HealthKind, check: Check): void {
    this.#checks.set(name, { kind, check, failed: 'down' });
  }

  /** A check of readiness whose failure takes nothing out of service, but calls the operator. */
  watch(name: string, check: Check): void {
    this.#checks.set(name, { kind: 'ready', check, failed: 'degraded' });
  }

  /** Readiness asks the checks of liveness, too. @param limit ms a check may take */
  async run(kind: HealthKind, limit = 2_000): Promise<Health> {
    const asked = [...this.#checks].filter(([, c]) => kind === 'ready' || c.kind === 'live');
    const found = await Promise.all(
      asked.map(async ([name, { check, failed }]) => {
        const status: HealthStatus = (await isUp(check, limit)) ? 'up' : failed;
        return [name, status] as const;
      }),
    );
    const statuses = new Set(found.map(([, status]) => status));
    const checks = Object.fromEntries(found);
    if (statuses.has('down')) return { status: 'down', checks };
    if (statuses.has('degraded')) return { status: 'degraded', checks, act: 'operator' };
    return { status: 'up', checks };
  }
}

async function isUp(check: Check, limit: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), limit);
  });
  try {
    await Promise.race([Promise.resolve().then(check), late]);
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
