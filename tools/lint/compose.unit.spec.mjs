import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../setup/root.mjs';

const services = JSON.parse(readFileSync(join(root, 'libs/contracts/src/services.json'), 'utf8'));
const compose = readFileSync(join(root, 'docker-compose.yml'), 'utf8');

/** What stands in the named group, at each place where the pattern does. */
const all = (pattern) => [...compose.matchAll(pattern)].map(({ 1: name }) => name).sort();
const processes = ['gateway', ...Object.keys(services)].sort();
const withBackup = ['backup', ...processes].sort();
const withOwner = ['owner', ...processes].sort();
const withOperator = ['operator', ...processes].sort();

describe('docker-compose.yml', () => {
  it.each([
    ['its container', /^ {2}([a-z]+):\n {4}<<: \*app\n(?! {4}restart: 'no')/gm, processes],
    ['what prepare lays for it', /^ {6}- secrets-([a-z]+):\S+\/drawn\/\1$/gm, withBackup],
    ['its own secrets', /'secrets-([a-z]+):\/var\/lib\/minh-bach\/secrets'/g, processes],
    ['a volume for them', /^ {2}secrets-([a-z]+):$/gm, withBackup],
    ['a password at the database', /^ {6}- database-password-([a-z]+)$/gm, withOwner],
    ['a file with the password', /\{ file: \S+\/database-password-([a-z]+) \}$/gm, withOwner],
    ['a file with its address', /^ {2}database-url-([a-z]+): \{ file: \S+-\1 \}$/gm, withOwner],
    ['a password at Kafka', /\{ file: \S+\/kafka-password-([a-z]+) \}$/gm, withOperator],
    ['a user there', /^ {6}- kafka-password-([a-z]+)$/gm, withOperator],
    [
      'that password',
      /\{ source: kafka-password-([a-z]+), target: kafka-password \}/g,
      withOperator,
    ],
    ['its name there', /MB_KAFKA_USERNAME: ([a-z]+)/g, processes],
    ['that address', /\{ source: database-url-([a-z]+), target: database-url \}/g, withOwner],
  ])('gives each process of the manifest, and no other, %s', (_what, pattern, names) => {
    expect(all(pattern)).toEqual(names);
  });

  it.each(Object.entries(services))(
    'starts %s at its port, where the gateway looks',
    (name, it) => {
      const [, own] = new RegExp(`^ {2}${name}:\n((?: {4}.*\n)+)`, 'm').exec(compose);
      expect(own).toContain(`command: [node, apps/service/dist/main.js, ${name}]`);
      expect(own).toContain(`MB_PORT: '${it.port}'`);
      expect(own.includes('MB_FILES_FOLDER')).toBe(it.files);
      expect(own).toContain(`source: database-url-${name},`);
      expect(own).toContain(`'secrets-${name}:`);
      expect(compose).toContain(`      MB_${name.toUpperCase()}_URL: http://${name}:${it.port}\n`);
    },
  );

  it('tells the services where the log is, and waits for it, without a way to it from outside', () => {
    expect(compose).toMatch(
      /^x-service: [^]*\n {2}MB_EVENTSTORE_URL: esdb:\/\/eventstoredb:2113\?/m,
    );
    expect(compose).toContain('    eventstoredb: { condition: service_healthy }\n');
    const [, own] = /^ {2}eventstoredb:\n((?: {4}.*\n)+)/m.exec(compose);
    expect(own).toContain("volumes: ['eventstoredb:/var/lib/eventstore']");
    expect(own).not.toContain('ports:');
    expect(own).not.toContain('MEM_DB');
  });

  it('has a Kafka at which nobody is without a name', () => {
    const [, own] = /^ {2}kafka:\n((?: {4}.*\n)+)/m.exec(compose);
    expect(own).toContain('entrypoint: [bash, /etc/minh-bach/start.sh]');
    expect(own).not.toContain('ports:');
    const start = readFileSync(join(root, 'infra/kafka/start.sh'), 'utf8');
    const [, listeners] = /^listeners=(.*)$/m.exec(start);
    expect(
      listeners.split(',').map((each) => /^([A-Z]+):\/\/(127\.0\.0\.1)?/.exec(each).slice(1)),
    ).toEqual([
      ['CLIENTS', undefined],
      ['CONTROLLER', '127.0.0.1'],
      ['OWN', '127.0.0.1'],
    ]);
    expect(start).toMatch(/^listener\.security\.protocol\.map=CLIENTS:SASL_PLAINTEXT,/m);
    expect(start).toMatch(/^authorizer\.class\.name=/m);
  });

  it('tells the gateway of no other service', () => {
    const told = all(/^ {6}MB_([A-Z]+)_URL: http:\/\/[a-z]+:4/gm).map((name) => name.toLowerCase());
    expect(told).toEqual(Object.keys(services).sort());
  });
});

describe('the manifest', () => {
  // Names stand in streams, routes, schemas, accounts and files.
  it.each(Object.keys(services))('names %s by small letters, none before another', (name) => {
    expect(name).toMatch(/^[a-z]{3,20}$/);
    expect(processes.filter((other) => other.startsWith(name))).toEqual([name]);
  });

  it('gives each service a port of its own', () => {
    const ports = Object.values(services).map(({ port }) => port);
    expect(new Set(ports).size).toBe(ports.length);
  });
});
