import { describe } from '@jest/globals';
import { testConfig } from './config.ts';

/** What this machine has beyond Node; `npm test` says in one line what is left out for want of it. */
export const capabilities = {
  /** A real Kafka: `KAFKA_BROKERS`, or Java 17 and Maven. */
  kafka: testConfig.kafka,
  /** Java 17 and Maven, for brokers of a spec's own. */
  ownKafka: testConfig.ownKafka,
  /** Where a real EventStoreDB is: `esdb://…`. */
  eventStoreUrl: testConfig.eventStoreUrl,
  /** The path of a Chromium to drive. */
  chromium: testConfig.chromium,
  /** Schemathesis, in a Python of its own. */
  schemathesis: testConfig.schemathesis,
  /** Only root can try what happens to root. */
  root: process.getuid?.() === 0,
  /** Root, and a kernel that lets it mount. */
  mounts: testConfig.mounts,
} as const;

/** Tests that are made by chance make many; else as few as show that all is reached. */
export const isThorough = testConfig.thorough;

type Need = 'kafka' | 'ownKafka' | 'chromium' | 'schemathesis';

/**
 * A `describe` that is left out where the machine lacks the thing. With `MB_TEST_REQUIRE_ALL=1` it
 * runs all the same, and fails.
 */
export function describeWith(need: Need, name: string, body: () => void): void {
  const there = Boolean(capabilities[need]) || testConfig.requireAll;
  (there ? describe : describe.skip)(`${name} [${need}]`, body);
}
