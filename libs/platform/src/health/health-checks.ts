import { Injectable } from '@nestjs/common';

/** `live`: a restart would help. `ready`: it can serve now. */
export type HealthKind = 'live' | 'ready';

export interface Health {
  readonly status: 'up' | 'down';
  readonly checks: Readonly<Record<string, 'up' | 'down'>>;
}

type Check = () => Promise<void> | void;

/** Adapters and consumers register what they can tell; a check that throws or takes long is down. */
@Injectable()
export class HealthChecks {
  readonly #checks = new Map<string, { kind: HealthKind; check: Check }>();

  /** Registering a name again replaces it. */
  register(name: string, kind: HealthKind, check: Check): void {
    this.#checks.set(name, { kind, check });
  }

  /** Readiness asks the checks of liveness, too. @param limit ms a check may take */
  async run(kind: HealthKind, limit = 2_000): Promise<Health> {
    const asked = [...this.#checks].filter(([, c]) => kind === 'ready' || c.kind === 'live');
    const found = await Promise.all(
      asked.map(async ([name, { check }]) => [name, await isUp(check, limit)] as const),
    );
    return {
      status: found.every(([, up]) => up === 'up') ? 'up' : 'down',
      checks: Object.fromEntries(found),
    };
  }
}

async function isUp(check: Check, limit: number): Promise<'up' | 'down'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), limit);
  });
  try {
    await Promise.race([Promise.resolve().then(check), late]);
    return 'up';
  } catch {
    return 'down';
  } finally {
    clearTimeout(timer);
  }
}
