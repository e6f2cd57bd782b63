import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { BadConfig } from '@minh-bach/platform';
import { readConfig } from './config.ts';

it('Intake does not start without a folder for the files', () => {
  const env = {
    MB_MODE: 'demo',
    MB_DATABASE_URL_FILE: fileURLToPath(new URL('config.fixture.txt', import.meta.url)),
    MB_SECRETS_FOLDER: '/nowhere',
    MB_KAFKA_BROKERS: '127.0.0.1:9092',
    MB_OIDC_ISSUER: 'http://localhost:3000/oidc',
    MB_OIDC_JWKS_URL: 'http://localhost:3000/oidc/jwks',
  };
  expect(() => readConfig(env)).toThrow(new BadConfig(['MB_FILES_FOLDER: must be set for intake']));
  expect(readConfig({ ...env, MB_FILES_FOLDER: '/files' }).MB_PORT).toBe(4001);
});
