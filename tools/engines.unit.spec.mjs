import { describe, expect, it } from '@jest/globals';
import { ENGINE_SPECS, chooseEngines, engineLines } from './engines.mjs';

const yes = () => true;
const no = () => false;
const from = (engines) =>
  Object.fromEntries(Object.entries(engines).map(([name, { from: where }]) => [name, where]));

describe('the engines of the tests', () => {
  it('are servers that this machine starts, where nothing is said', () => {
    expect(from(chooseEngines({}, yes))).toEqual({
      postgres: 'server',
      kafka: 'server',
      ownKafka: 'server',
      eventStoreDb: 'nowhere',
    });
  });

  it('are at the addresses of the environment first', () => {
    const engines = chooseEngines(
      {
        DATABASE_URL: 'postgresql://u:p@h/d',
        KAFKA_BROKERS: 'a:9092, b:9092',
        EVENTSTORE_URL: 'esdb://h:2113',
      },
      yes,
    );
    expect(from(engines)).toMatchObject({
      postgres: 'address',
      kafka: 'address',
      eventStoreDb: 'address',
    });
    expect(engines.postgres.url).toBe('postgresql://u:p@h/d');
    expect(engines.kafka.brokers).toEqual(['a:9092', 'b:9092']);
  });

  it('leave brokers at an address alive: those that are killed are the machine’s own, or none', () => {
    const given = { KAFKA_BROKERS: 'a:9092' };
    expect(chooseEngines(given, yes).ownKafka).toEqual({ from: 'server' });
    expect(from(chooseEngines(given, no))).toMatchObject({ kafka: 'address', ownKafka: 'nowhere' });
  });

  it('are in containers where an engine of containers answers, beside brokers to be killed', () => {
    expect(from(chooseEngines({ DATABASE_URL: 'postgresql://h/d' }, yes, yes))).toEqual({
      postgres: 'address',
      kafka: 'container',
      ownKafka: 'server',
      eventStoreDb: 'container',
    });
    for (const line of engineLines(chooseEngines({}, yes, yes))) expect(line).toMatch(/^.{10,}$/);
  });

  it('take an empty address for none', () => {
    const empty = { DATABASE_URL: '', KAFKA_BROKERS: '', EVENTSTORE_URL: '' };
    expect(from(chooseEngines(empty, no))).toEqual({
      postgres: 'server',
      kafka: 'nowhere',
      ownKafka: 'nowhere',
      eventStoreDb: 'nowhere',
    });
  });

  it('say in one line each where they are, or what is left out and how to run it', () => {
    const secret = {
      DATABASE_URL: 'postgresql://u:secret@h/d',
      EVENTSTORE_URL: 'esdb://a:secret@h',
    };
    for (const engines of [
      chooseEngines({}, no),
      chooseEngines({}, yes),
      chooseEngines(secret, no),
    ]) {
      const lines = engineLines(engines);
      expect(lines).toHaveLength(4);
      for (const line of lines) expect(line).toMatch(/^.{10,}$/);
      expect(lines.join()).not.toContain('secret');
    }
    expect(engineLines(chooseEngines({}, no)).join('\n')).toMatch(
      /KAFKA_BROKERS=[^]*Left out: tests that kill brokers[^]*EVENTSTORE_URL=esdb:/,
    );
  });

  it.each([
    ['libs/event-store/src/eventstoredb/conformance.int.spec.ts', true],
    ['libs/event-store/src/postgres/killed-database.int.spec.ts', true],
    ['libs/messaging/src/kafka/kafkajs-loss.int.spec.ts', true],
    ['libs/messaging/src/killed-process.int.spec.ts', true],
    ['apps/acceptance/src/apart.abuse.e2e.spec.ts', true],
    ['apps/acceptance/src/eventstoredb.abuse.e2e.spec.ts', true],
    ['libs/assembly/src/moved-log.int.spec.ts', true],
    ['libs/triage/src/domain/petition.decider.unit.spec.ts', false],
  ])('npm run test:engines: %s is run: %s', (file, isRun) => {
    expect(new RegExp(ENGINE_SPECS).test(file)).toBe(isRun);
  });
});
