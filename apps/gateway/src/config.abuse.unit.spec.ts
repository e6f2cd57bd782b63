import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { SERVICE_NAMES } from '@minh-bach/contracts';
import { BadConfig } from '@minh-bach/http';
import { readConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'minh-bach-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const secret = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, `${text}\n`);
  return file;
};

const demo = {
  MB_MODE: 'demo',
  MB_PUBLIC_ORIGIN: 'http://localhost:3000',
  MB_DATABASE_URL_FILE: secret('database', 'postgresql://u:p@127.0.0.1/mb'),
  MB_SECRETS_FOLDER: folder,
  ...Object.fromEntries(
    SERVICE_NAMES.map((name) => [`MB_${name.toUpperCase()}_URL`, 'http://127.0.0.1:4000']),
  ),
};
const production = {
  ...demo,
  MB_MODE: 'production',
  MB_PUBLIC_ORIGIN: 'https://minhbach.example',
  MB_OIDC_ISSUER: 'https://id.example/realms/minh-bach',
  MB_OIDC_CLIENT_ID: 'minh-bach-gateway',
  MB_KAFKA_BROKERS: '10.0.0.7:9092',
  MB_KAFKA_USERNAME: 'gateway',
  MB_KAFKA_PASSWORD_FILE: secret('kafka', 'a-secret'),
  MB_KAFKA_CA_FILE: secret('kafka-ca', '-----BEGIN CERTIFICATE-----'),
  MB_OIDC_CLIENT_SECRET_FILE: secret('client', 'a-secret'),
};

const refused = (env: Record<string, string>) => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof BadConfig) return error.lines.join('\n');
  }
  return 'nothing was refused';
};

describe('The configuration', () => {
  it('takes the addresses and networks of proxies', () => {
    const MB_TRUSTED_PROXIES = '10.0.0.5, 10.1.0.0/24,fd00::/64';
    expect(readConfig({ ...demo, MB_TRUSTED_PROXIES }).MB_TRUSTED_PROXIES).toHaveLength(3);
  });

  it('of a demonstration and of production is taken', () => {
    expect(readConfig(demo)).toMatchObject({
      MB_PORT: 3000,
      external: undefined,
      demoAccounts: [],
    });
    expect(readConfig(production).external).toMatchObject({ clientSecret: 'a-secret' });
  });

  it.each([
    [{ ...demo, MB_PUBLIC_ORIGIN: 'http://minhbach.example' }, 'MB_PUBLIC_ORIGIN'],
    [{ ...demo, MB_INTAKE_URL: 'http://user:secret@intake:1/x' }, 'MB_INTAKE_URL'],
    [{ ...demo, MB_MODE: 'debug' }, 'MB_MODE'],
    [{ ...demo, MB_TRUSTED_PROXIES: '0.0.0.0/0' }, 'MB_TRUSTED_PROXIES'],
    [{ ...demo, MB_TRUSTED_PROXIES: '10.0.0.5,::/0' }, 'MB_TRUSTED_PROXIES'],
    [{ ...demo, MB_TRUSTED_PROXIES: '10.0.0.0/33' }, 'MB_TRUSTED_PROXIES'],
    [{ ...demo, MB_TRUSTED_PROXIES: 'proxy.example' }, 'MB_TRUSTED_PROXIES'],
    [{ ...demo, MB_DATABASE_URL_FILE: join(folder, 'gone') }, 'MB_DATABASE_URL_FILE'],
    [{ ...demo, MB_OIDC_ISSUER: 'https://id.example' }, 'MB_OIDC_CLIENT_ID'],
    [{ ...production, MB_OIDC_ISSUER: 'http://id.example' }, 'MB_OIDC_ISSUER'],
    [{ ...production, MB_OIDC_ISSUER: '' }, 'MB_OIDC_ISSUER'],
    [{ ...production, MB_KAFKA_BROKERS: '' }, 'MB_KAFKA_BROKERS'],
    [{ ...production, MB_KAFKA_USERNAME: '' }, 'MB_KAFKA_USERNAME'],
    [{ ...production, MB_KAFKA_PASSWORD_FILE: '' }, 'MB_KAFKA_USERNAME'],
    [{ ...production, MB_KAFKA_CA_FILE: '' }, 'MB_KAFKA_CA_FILE'],
    [{ ...production, MB_DEMO_ACCOUNTS_FILE: secret('people', '[]') }, 'MB_DEMO_ACCOUNTS_FILE'],
  ])('is refused with the name of what is wrong, and no value: %#', (env, names) => {
    const told = refused(env);
    expect(told).toContain(names);
    expect(told).not.toContain('secret');
  });
});
