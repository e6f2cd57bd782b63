import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { BadConfig } from '@minh-bach/http';
import { logElsewhere } from './event-store-settings.ts';
import { kafkaSignIn } from './kafka-settings.ts';
import { readServiceConfig, type Environment } from './service-config.ts';
import { startService } from './start-service.ts';

const folder = mkdtempSync(join(tmpdir(), 'minh-bach-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), `${text}\n`);
  return join(folder, name);
};

const demo = {
  MB_MODE: 'demo',
  MB_DATABASE_URL_FILE: file('database', 'postgresql://u:secret@127.0.0.1/mb'),
  MB_SECRETS_FOLDER: folder,
  MB_KAFKA_BROKERS: '127.0.0.1:9092,kafka-2:9092',
  MB_OIDC_ISSUER: 'http://localhost:3000/oidc',
  MB_OIDC_JWKS_URL: 'http://gateway:3000/oidc/jwks',
};
const CA = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';
const production = {
  ...demo,
  MB_KAFKA_USERNAME: 'triage',
  MB_KAFKA_PASSWORD_FILE: file('kafka-password', 'a-secret'),
  MB_KAFKA_CA_FILE: file('kafka-ca', CA),
  MB_MODE: 'production',
  MB_OIDC_ISSUER: 'https://id.example/realms/minh-bach',
  MB_OIDC_TOKEN_TYPE: 'JWT',
};

const LOG = '0d4b0a52-1f0e-4f7e-9c3a-4f9c1a0b2c3d';
const esdb = file('esdb', 'esdb://mb:secret@db:2113?tlsCAFile=/etc/ca.pem');

const refused = (env: Environment): readonly string[] => {
  try {
    readServiceConfig(env, 'triage');
  } catch (error) {
    if (error instanceof BadConfig) return error.lines;
  }
  return [];
};

describe('The configuration of a service', () => {
  it('of a demonstration and of production is taken', () => {
    expect(readServiceConfig(demo, 'triage')).toMatchObject({
      MB_HOST: '127.0.0.1',
      MB_PORT: 4002,
      MB_KAFKA_BROKERS: ['127.0.0.1:9092', 'kafka-2:9092'],
      MB_OIDC_TOKEN_TYPE: 'at+jwt',
      MB_DEMO: '0',
    });
    expect(readServiceConfig(production, 'triage')).toMatchObject({ MB_OIDC_TOKEN_TYPE: 'JWT' });
  });

  it('that is empty is refused with one line for each value that is missing', () => {
    expect(refused({})).toEqual(
      [
        'MB_MODE',
        'MB_DATABASE_URL_FILE',
        'MB_SECRETS_FOLDER',
        'MB_KAFKA_BROKERS',
        'MB_OIDC_ISSUER',
        'MB_OIDC_JWKS_URL',
      ].map((name) => `${name}: must be set`),
    );
  });

  it.each([
    [{ ...demo, MB_MODE: 'debug' }, 'MB_MODE'],
    [{ ...demo, MB_PORT: '70000' }, 'MB_PORT'],
    [{ ...demo, MB_DATABASE_URL_FILE: join(folder, 'gone') }, 'MB_DATABASE_URL_FILE'],
    [{ ...demo, MB_DATABASE_URL_FILE: file('other', 'mysql://secret') }, 'MB_DATABASE_URL_FILE'],
    [{ ...demo, MB_KAFKA_BROKERS: 'http://kafka:9092' }, 'MB_KAFKA_BROKERS'],
    [{ ...demo, MB_KAFKA_USERNAME: 'triage' }, 'MB_KAFKA_USERNAME'],
    [{ ...demo, MB_KAFKA_PASSWORD_FILE: file('kafka', 'secret') }, 'MB_KAFKA_USERNAME'],
    [{ ...demo, MB_KAFKA_CA_FILE: file('no-ca', 'secret') }, 'MB_KAFKA_CA_FILE'],
    [{ ...demo, MB_OIDC_JWKS_URL: 'file:///etc/passwd' }, 'MB_OIDC_JWKS_URL'],
    [{ ...demo, MB_DEMO: 'yes' }, 'MB_DEMO'],
    [{ ...production, MB_DEMO: '1' }, 'MB_DEMO'],
    [{ ...production, MB_KAFKA_CA_FILE: '' }, 'MB_KAFKA_CA_FILE'],
    [{ ...production, MB_KAFKA_USERNAME: '', MB_KAFKA_PASSWORD_FILE: '' }, 'MB_KAFKA_USERNAME'],
    [{ ...production, MB_OIDC_ISSUER: 'http://id.example' }, 'MB_OIDC_ISSUER'],
    [{ ...demo, MB_EVENTSTORE_URL: 'http://secret' }, 'MB_EVENTSTORE_URL'],
    [{ ...demo, MB_EVENTSTORE_URL: 'esdb://mb:secret@db:2113' }, 'MB_EVENTSTORE_URL'],
    [
      { ...demo, MB_EVENTSTORE_URL_FILE: file('odd', 'esdb://mb:secret@db?tls=false') },
      'MB_EVENTSTORE_URL_FILE',
    ],
    [
      { ...demo, MB_EVENTSTORE_URL: 'esdb://db', MB_EVENTSTORE_URL_FILE: esdb },
      'MB_EVENTSTORE_URL',
    ],
    [{ ...demo, MB_EVENTSTORE_LOG: LOG }, 'MB_EVENTSTORE_LOG'],
    [{ ...demo, MB_EVENTSTORE_URL: 'esdb://db', MB_EVENTSTORE_LOG: 'x' }, 'MB_EVENTSTORE_LOG'],
    [
      { ...production, MB_EVENTSTORE_URL: 'esdb://db', MB_EVENTSTORE_LOG: LOG },
      'MB_EVENTSTORE_URL',
    ],
    [{ ...production, MB_EVENTSTORE_URL_FILE: esdb }, 'MB_EVENTSTORE_URL_FILE'],
  ])('is refused with the name of what is wrong, and no value: %#', (env, name) => {
    const lines = refused(env);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${name}: `));
    expect(lines[0]).not.toContain('secret');
  });

  it('T9, T25: says as whom the process signs in to Kafka, and whose certificates it believes', () => {
    expect(kafkaSignIn(readServiceConfig(production, 'triage'))).toEqual({
      sasl: { mechanism: 'scram-sha-512', username: 'triage', password: 'a-secret' },
      ssl: { ca: [CA] },
    });
    expect(kafkaSignIn(readServiceConfig(demo, 'triage'))).toEqual({});
  });

  it('says where the log is, when it is not in the database', () => {
    const elsewhere = (env: Environment) =>
      logElsewhere(readServiceConfig(env, 'triage'), env['MB_MODE'] === 'production');
    expect(elsewhere(production)).toBeUndefined();
    expect(elsewhere({ ...demo, MB_EVENTSTORE_URL: 'esdb://db:2113?tls=false' })).toEqual({
      url: 'esdb://db:2113?tls=false',
    });
    const set = { ...production, MB_EVENTSTORE_URL_FILE: esdb, MB_EVENTSTORE_LOG: LOG };
    expect(elsewhere(set)).toMatchObject({ id: LOG });
  });

  it('of a service that keeps files names a folder for them', () => {
    expect(() => readServiceConfig(demo, 'intake')).toThrow(
      new BadConfig(['MB_FILES_FOLDER: must be set for intake']),
    );
    expect(readServiceConfig({ ...demo, MB_FILES_FOLDER: '/files' }, 'intake').MB_PORT).toBe(4001);
  });

  it('T2: the limit of identities opened in an hour is a number, or nothing starts', () => {
    const withLimit = (limit: string) =>
      readServiceConfig({ ...demo, MB_DISCLOSURES_PER_HOUR: limit }, 'triage');
    expect(withLimit('5').MB_DISCLOSURES_PER_HOUR).toBe(5);
    expect(withLimit('').MB_DISCLOSURES_PER_HOUR).toBe(20);
    for (const limit of ['0', '-1', '2.5', 'many', '1e9', 'Infinity'])
      expect(() => withLimit(limit)).toThrow(
        new BadConfig(['MB_DISCLOSURES_PER_HOUR: must be a whole number from 1 to 1000']),
      );
  });

  it('T25: production draws no secrets by itself, which others would not share', async () => {
    const parts = {
      service: { name: 'triage' },
      module: { for: () => ({ module: class {} }) },
      problems: {},
    } as unknown as Parameters<typeof startService>[0];
    await expect(
      startService(parts, readServiceConfig(production, 'triage')),
    ).rejects.toMatchObject({
      lines: ['MB_SECRETS_FOLDER: holds no master.key and no service.secret'],
    });
  });
});
