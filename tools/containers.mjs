import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';

/** The official images, as docker-compose.yml names them. */
export const IMAGES = {
  postgres: 'postgres:18',
  kafka: 'apache/kafka:4.2.0',
  eventStoreDb: 'eventstore/eventstore:23.10.1-bookworm-slim',
};

const SOCKETS = ['/var/run/docker.sock', '/run/podman/podman.sock'];

/**
 * Where an engine of containers answers: Docker's, or podman's socket.
 *
 * @param environment `DOCKER_HOST`, `XDG_RUNTIME_DIR`
 * @returns as `DOCKER_HOST` says it, or nothing
 */
export function containerEngine({ DOCKER_HOST: given, XDG_RUNTIME_DIR: own }, answers = pings) {
  const sockets = [...SOCKETS, ...(own ? [`${own}/podman/podman.sock`] : [])].filter(existsSync);
  return [...(given ? [given] : []), ...sockets.map((path) => `unix://${path}`)].find((host) =>
    answers(host),
  );
}

/** Asked in a process of its own: whoever chooses engines does not wait for promises. */
function pings(host) {
  const { protocol, hostname, port, pathname } = new URL(host);
  const where =
    protocol === 'unix:' ? { socketPath: pathname } : { host: hostname, port: port || 2375 };
  const ask = `const r = require('http').get(${JSON.stringify({ ...where, path: '/_ping', timeout: 2_000 })},
    (a) => process.exit(a.statusCode === 200 ? 0 : 1));
    r.on('error', () => process.exit(1)).on('timeout', () => process.exit(1));`;
  return spawnSync(process.execPath, ['-e', ask], { timeout: 5_000 }).status === 0;
}

/**
 * One of the engines in a container of its own, ready to be used. testcontainers removes it with this
 * process at the latest, where its own helper (Ryuk) may run.
 *
 * @param name of `IMAGES`
 * @returns what the specs are told, and how to end it
 */
export async function startContainer(name) {
  const { GenericContainer, Wait } = await import('testcontainers');
  const { told, made } = await SETUPS[name](new GenericContainer(IMAGES[name]), Wait);
  const container = await made.withStartupTimeout(120_000).start();
  return { told: told(container), stop: () => container.stop({ timeout: 0 }) };
}

const at = (container, port) => `${container.getHost()}:${container.getMappedPort(port)}`;

const SETUPS = {
  postgres: async (container, Wait) => ({
    made: container
      .withEnvironment({ POSTGRES_PASSWORD: 'of-tests' })
      .withExposedPorts(5432)
      // It starts once to set itself up, and then to stay.
      .withWaitStrategy(Wait.forLogMessage(/ready to accept connections/, 2)),
    told: (started) => ({ url: `postgresql://postgres:of-tests@${at(started, 5432)}/postgres` }),
  }),
  // A broker tells its clients where it is, so its port is chosen before it starts.
  async kafka(container, Wait) {
    const port = await freePort();
    return {
      made: container
        .withEnvironment({
          KAFKA_NODE_ID: '1',
          KAFKA_PROCESS_ROLES: 'broker,controller',
          KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
          KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
          KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://localhost:9093',
          KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://127.0.0.1:${port}`,
          KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
          KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
          KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
          KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
          KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
          KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
          KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS: '1000',
        })
        .withExposedPorts({ container: 9092, host: port })
        .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/)),
      told: () => ({ brokers: [`127.0.0.1:${port}`] }),
    };
  },
  eventStoreDb: async (container, Wait) => ({
    made: container
      .withEnvironment({
        EVENTSTORE_INSECURE: 'true',
        EVENTSTORE_CLUSTER_SIZE: '1',
        EVENTSTORE_RUN_PROJECTIONS: 'None',
        EVENTSTORE_TELEMETRY_OPTOUT: 'true',
        EVENTSTORE_MEM_DB: 'true',
      })
      .withExposedPorts(2113)
      .withWaitStrategy(Wait.forHttp('/health/live', 2113).forStatusCode(204)),
    told: (started) => ({ url: `esdb://${at(started, 2113)}?tls=false` }),
  }),
};

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
