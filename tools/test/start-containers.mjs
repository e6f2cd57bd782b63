import { environment } from '../config.mjs';
import { startContainer } from '../containers.mjs';

/** How the specs hear of each: as if somebody had given its address. */
const TOLD = {
  postgres: ({ url }) => ({ DATABASE_URL: url }),
  kafka: ({ brokers }) => ({ KAFKA_BROKERS: brokers.join(',') }),
  eventStoreDb: ({ url }) => ({ EVENTSTORE_URL: url }),
};

/**
 * Starts each engine that is to run in a container. One that cannot be started (its image is nowhere to be
 * had) is said in a line, and the specs find the server that this machine starts, if any.
 *
 * @param engines as `chooseEngines` says
 * @returns how to end them
 */
export async function startContainers(engines, start = startContainer) {
  const started = [];
  for (const name of Object.keys(TOLD).filter((each) => engines[each].from === 'container')) {
    try {
      const container = await start(name);
      started.push(container);
      Object.assign(environment, TOLD[name](container.told));
    } catch (error) {
      console.log(
        `Không khởi động được container ${name} / The container ${name} did not start: ${error.message}`,
      );
    }
  }
  return () => Promise.all(started.map(({ stop }) => stop()));
}
