import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { WATCHED_SERVICES } from '@minh-bach/contracts';
import { FakeApi, SINCE, listen, parked, well } from '../operations/fake-api.fixture.ts';
import { redriveCommand } from './redrive.ts';

let said: { readonly text: string };
beforeEach(() => {
  said = listen();
});
afterEach(() => {
  jest.restoreAllMocks();
});

const unreadable = { count: 1, notKept: 0 };
const deadLetters = [{ place: 'intake.v1/0/7', since: SINCE, code: 'NOT_JSON' }];
const api = () =>
  new FakeApi((asked, service) => {
    if (asked.startsWith('POST')) return [200, { streams: 2, deadLetters: 1 }];
    return [
      200,
      service === 'triage'
        ? { ...well(service), held: [parked], deadLetters, unreadable }
        : well(service),
    ];
  });

describe('mb redrive', () => {
  it('lists what is held back, by code and place, and changes nothing', async () => {
    const fake = api();
    expect(await redriveCommand(fake.call).run(['--list'])).toBe(0);
    expect(fake.asked).toEqual(WATCHED_SERVICES.map((service) => `GET ${service}`));
    expect(said.text).toContain(
      'triage  intake.petition-D26-48301725-4  đã dừng  22/11/2026 01:58  × 3  ',
    );
    expect(said.text).toContain('triage  intake.v1/0/7  không đọc được');
  });

  it('says that nothing is held back', async () => {
    expect(await redriveCommand(api().call).run(['intake', '--list', '--lang', 'en'])).toBe(0);
    expect(said.text).toBe('Nothing is held back.\n');
  });

  it('sets a service or one stream free, each time under a key of its own', async () => {
    const fake = api();
    expect(await redriveCommand(fake.call).run(['triage'])).toBe(0);
    expect(await redriveCommand(fake.call).run(['triage', '--stream', parked.stream])).toBe(0);
    expect(fake.asked).toEqual([
      'POST triage redrive {}',
      `POST triage redrive {"stream":"${parked.stream}"}`,
    ]);
    expect(new Set(fake.keys.filter((key) => key.length >= 8)).size).toBe(2);
    expect(said.text).toContain('triage: xử lý lại 2 luồng, 1 thông điệp không đọc được');
  });

  it('goes on with the others when one service is away', async () => {
    const fake = new FakeApi((_, service) =>
      service === 'intake' ? [503, {}] : [200, { streams: 0, deadLetters: 0 }],
    );
    expect(await redriveCommand(fake.call).run([])).toBe(1);
    expect(fake.asked.length).toBe(WATCHED_SERVICES.length);
    expect(said.text).toContain('intake: HTTP 503');
    expect(said.text).toContain('response: xử lý lại 0 luồng');
  });

  it('stops at the first refusal', async () => {
    const fake = new FakeApi(() => [403, { vi: { detail: 'Không được.' } }]);
    expect(await redriveCommand(fake.call).run([])).toBe(1);
    expect(fake.asked.length).toBe(1);
    expect(said.text).toContain('Không được.');
  });

  it.each([[['no-such-service']], [['triage', 'intake']]])(
    'explains itself on %j',
    async (args) => {
      const fake = api();
      expect(await redriveCommand(fake.call).run(args)).toBe(2);
      expect(said.text).toContain('mb redrive [DỊCH-VỤ]');
      expect(fake.asked).toEqual([]);
    },
  );
});
