import { logState } from '@minh-bach/contracts';
import { BadConfig, JsonLogger } from '@minh-bach/http';
import { isDomainError } from '@minh-bach/kernel';
import type { ServiceConfig } from './service-config.ts';
import { startService, type ServiceParts } from './start-service.ts';

/** Longer than any request may take is too long: what is left then is as after a power cut. */
const CLOSE_WITHIN_MS = 25_000;

/** The whole of a service's `main.ts`: reads, starts, and on SIGTERM or SIGINT stops in order. */
export async function runService(
  parts: ServiceParts,
  readConfig: () => ServiceConfig,
): Promise<void> {
  const log = new JsonLogger({ service: parts.service.name });
  try {
    const running = await startService(parts, readConfig());
    log.info('serving', { url: running.url });
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => {
        setTimeout(() => process.exit(1), CLOSE_WITHIN_MS).unref();
        running.close().then(
          () => process.exit(0),
          (error: unknown) => {
            log.failure('could not stop in order', error);
            process.exit(1);
          },
        );
      });
  } catch (error) {
    if (error instanceof BadConfig) console.error(error.lines.join('\n'));
    else log.failure(`cannot start${becauseOfLog(error)}`, error);
    process.exit(1);
  }
}

function becauseOfLog(error: unknown): string {
  if (!isDomainError(error)) return '';
  const state = logState(error.code, error.details['reason']);
  return state === undefined ? '' : `: ${state.what.en} ${state.act.en}`;
}
