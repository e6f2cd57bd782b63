/** What `npm test` tells the specs. */
export const testConfig = {
  /** Where this Jest run's database and brokers are asked for; set by Jest's global set-up. */
  servicesUrl: process.env['MB_TEST_SERVICES'],
  /** Of Jest's processes side by side. */
  worker: process.env['JEST_WORKER_ID'] ?? '1',
  /** Then what is missing fails instead of being left out; `.ci/run` sets it. */
  requireAll: process.env['MB_TEST_REQUIRE_ALL'] === '1',
  /** Whether tests that are made by chance take their time; `npm run test:abuse` sets it. */
  thorough: process.env['MB_TEST_THOROUGH'] === '1',
  /** A Chromium to drive, where there is one. */
  chromium: process.env['MB_TEST_CHROMIUM'] || undefined,
  /** Whether there is a real Kafka: at an address, or with Java and Maven. */
  kafka: process.env['MB_TEST_KAFKA'] === '1',
  /** Whether Java and Maven are there, for brokers that a spec may kill. */
  ownKafka: process.env['MB_TEST_OWN_KAFKA'] === '1',
  /** A real EventStoreDB, on which the specs of the adapter run too, in streams of their own. */
  eventStoreUrl: process.env['EVENTSTORE_URL'] || undefined,
  /** Whether Schemathesis is there, in a Python of its own. */
  schemathesis: process.env['MB_TEST_SCHEMATHESIS'] === '1',
  /** Whether mounts of one's own can be made. */
  mounts: process.env['MB_TEST_MOUNTS'] === '1',
};
