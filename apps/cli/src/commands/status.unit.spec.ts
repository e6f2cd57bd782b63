import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { WatchedService, Operations } from '@minh-bach/contracts';
import { FakeApi, listen, parked, running, SINCE, well } from '../operations/fake-api.fixture.ts';
import { statusCommand } from './status.ts';

let said: { readonly text: string };
beforeEach(() => {
  said = listen();
});
afterEach(() => {
  jest.restoreAllMocks();
});

type Answers = Partial<Record<WatchedService, Partial<Operations> | number>>;

const run = (answers: Answers, ...args: string[]) => {
  const api = new FakeApi((_, service) => {
    const answer = answers[service] ?? {};
    return typeof answer === 'number' ? [answer, {}] : [200, { ...well(service), ...answer }];
  });
  const now = () => new Date('2026-11-21T19:14:00.000Z');
  return statusCommand(api.call, now).run(args);
};

const failed = (act: 'developer' | 'operator', code: string): Partial<Operations> => ({
  readModels: {
    rights: running,
    lists: {
      state: 'failed',
      caughtUp: false,
      rebuild: null,
      error: { code, act, stream: 'triage.petition-x', revision: 3 },
    },
  },
});

describe('mb status', () => {
  it('says in one sentence that all is well, then a table', async () => {
    expect(await run({})).toBe(0);
    expect(said.text).toBe(
      [
        'Mọi dịch vụ bình thường, kiểm tra lúc 02:14',
        '',
        'Dịch vụ        Quyền, thời hạn  Danh sách    Thông điệp  Đã dừng  Đang chờ  Không đọc được',
        'directory      bình thường      bình thường  thông suốt  0        0         0',
        'intake         bình thường      bình thường  thông suốt  0        0         0',
        'triage         bình thường      bình thường  thông suốt  0        0         0',
        'investigation  bình thường      bình thường  thông suốt  0        0         0',
        'response       bình thường      bình thường  thông suốt  0        0         0',
        'gateway        -                -            thông suốt  0        0         0',
        '',
      ].join('\n'),
    );
  });

  it('counts what needs somebody: with the legal clock, the cause and the line to copy', async () => {
    const waiting = { ...parked, state: 'waiting' as const, code: 'NOT_YET' };
    const letter = { place: 'intake.v1/0/7', since: SINCE, code: 'NOT_JSON' };
    const answers: Answers = {
      triage: { held: [parked, waiting] },
      response: { deadLetters: [letter, letter], unreadable: { count: 5002, notKept: 5000 } },
    };
    expect(await run(answers)).toBe(1);
    expect(said.text).toMatch(/^2 việc cần xử lý, kiểm tra lúc 02:14\n/);
    expect(said.text).toContain(
      [
        '1. triage: intake.petition-D26-48301725-4 đã dừng từ 22/11/2026 01:58, 3 thông điệp · hồ sơ D26-48301725-4',
        '   Hạn pháp lý: 02/12/2026',
        '   Nguyên nhân: dịch vụ không bao giờ xử lý được thông điệp này như hiện nay (POISON) · error-1',
        '   Xử lý: mb redrive triage --stream intake.petition-D26-48301725-4',
      ].join('\n'),
    );
    expect(said.text).toContain(
      '2. response: 5002 thông điệp không đọc được, trong đó 5000 chỉ được đếm, nội dung còn trong Kafka',
    );
    expect(said.text).toMatch(/triage +bình thường +bình thường +thông suốt +1 +1 +0/);
  });

  it('T8, T26: tells of a sender that floods in one line, with how many streams', async () => {
    const flood = {
      ...parked,
      ...{ stream: 'response.*', code: 'QUEUE_FULL', count: 4321 },
      ...{ errorId: null, matter: null, clocks: [] },
    };
    expect(await run({ intake: { held: [flood] } }, '--lang', 'en')).toBe(1);
    expect(said.text).toMatch(/^1 thing needs attention/);
    expect(said.text).toContain(
      '1. intake: response.* is parked since 22/11/2026 01:58, 4321 streams',
    );
    expect(said.text).toContain("   To do: mb redrive intake --stream 'response.*'");
    expect(said.text).toMatch(/intake +well +well +flow +4321 +0 +0/);
  });

  it('says which read model stands still, and who must act', async () => {
    const answers: Answers = {
      intake: failed('developer', 'PROJECTION_FAILED'),
      triage: failed('operator', 'CHECKPOINT_AHEAD'),
    };
    expect(await run(answers, '--lang', 'en')).toBe(1);
    expect(said.text).toContain('2 things need attention');
    expect(said.text).toContain('Tell the developers; once it is mended: mb rebuild intake lists');
    expect(said.text).toContain('Check the backup and the version; then: mb rebuild triage lists');
    expect(said.text).toContain('intake: lists stand still and cannot be read; rights, matters');
    expect(said.text).toMatch(/intake +well +stopped +flow/);
  });

  it('does not call a thing well that is away, or that is tried again', async () => {
    expect(await run({ triage: 503, intake: { messagesFlow: false } }, '--lang', 'en')).toBe(1);
    expect(said.text).toContain('2 things need attention');
    expect(said.text).toContain('triage: the service does not answer');

    const held = [{ ...parked, state: 'waiting' as const }];
    expect(await run({ triage: { held } })).toBe(0);
    expect(said.text).toContain('Không có việc cần xử lý, 1 việc đang tự xử lý lại');
  });

  it('says who must act where what was sent does not come, and asks for no restart', async () => {
    const late = { messagesFlow: false, messagesLateSince: SINCE };
    expect(await run({ triage: late }, '--lang', 'en')).toBe(1);
    expect(said.text).toContain('1 thing needs attention');
    expect(said.text).toContain('triage: what was sent since 22/11/2026 01:58 does not come');
    expect(said.text).toContain('Whoever runs Kafka: see who reads');
    expect(said.text).toContain('--group triage --group triage_directory');
    expect(said.text).not.toContain('restart it');
    await run({ triage: late });
    expect(said.text).toContain('chưa đến');
  });

  it('names the clocks that cannot be judged', async () => {
    expect(await run({ triage: { clocksHeld: 50 } })).toBe(1);
    expect(said.text).toContain('triage: 50 thời hạn đã qua nhưng không xét được');
  });

  it('is for operators: says the refusal in words', async () => {
    const api = new FakeApi(() => [403, { vi: { detail: 'Không được.' }, en: { detail: 'No.' } }]);
    expect(await statusCommand(api.call).run([])).toBe(1);
    expect(said.text).toBe('Không được.\nNo.\n');
  });

  it('prints nothing that a terminal would take for a command', async () => {
    const stream = 'intake.petition-\u001b[2J';
    await run({ triage: { held: [{ ...parked, stream, matter: null }] } });
    expect(said.text).not.toContain('\u001b');
  });

  it('prints JSON', async () => {
    expect(await run({ triage: { held: [parked] } }, '--json')).toBe(1);
    expect(JSON.parse(said.text)).toMatchObject({ tasks: [{ what: expect.any(String) }] });
  });
});
