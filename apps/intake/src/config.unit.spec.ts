import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { BadConfig } from '@minh-bach/http';
import { readConfig } from './config.ts';

const env = {
  MB_MODE: 'demo',
  MB_DATABASE_URL_FILE: fileURLToPath(new URL('config.fixture.txt', import.meta.url)),
  MB_SECRETS_FOLDER: '/nowhere',
  MB_KAFKA_BROKERS: '127.0.0.1:9092',
  MB_OIDC_ISSUER: 'http://localhost:3000/oidc',
  MB_OIDC_JWKS_URL: 'http://localhost:3000/oidc/jwks',
};

it('Intake does not start without a folder for the files', () => {
  expect(() => readConfig(env)).toThrow(new BadConfig(['MB_FILES_FOLDER: must be set for intake']));
  expect(readConfig({ ...env, MB_FILES_FOLDER: '/files' }).MB_PORT).toBe(4001);
});

it('T2: the limit of identities opened in an hour is a number, or intake does not start', () => {
  const withLimit = (limit: string) =>
    readConfig({ ...env, MB_FILES_FOLDER: '/files', MB_DISCLOSURES_PER_HOUR: limit });
  expect(withLimit('5').MB_DISCLOSURES_PER_HOUR).toBe(5);
  expect(withLimit('').MB_DISCLOSURES_PER_HOUR).toBeUndefined();
  for (const limit of ['0', '-1', '2.5', 'many', '1e9', 'Infinity'])
    expect(() => withLimit(limit)).toThrow(
      new BadConfig(['MB_DISCLOSURES_PER_HOUR: must be a whole number from 1 to 1000']),
    );
});
