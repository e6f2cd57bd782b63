import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { surroundings } from '@minh-bach/assembly/specs';
import { whenBuilt } from '@minh-bach/testing';

const root = join(import.meta.dirname, '../../../..');
const run = promisify(execFile);

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

beforeAll(whenBuilt, 180_000);

/** The real command in its own process, in a time zone of choice. */
async function mb(args: string[], TZ = 'UTC'): Promise<Ended> {
  const main = ['apps/cli/dist/main.js', ...args];
  try {
    return {
      code: 0,
      ...(await run(process.execPath, main, { cwd: root, env: { ...surroundings, TZ } })),
    };
  } catch (error) {
    return error as Ended;
  }
}

describe('mb explain-deadline', () => {
  it('answers as data', async () => {
    const { stdout } = await mb(['explain-deadline', 'KN1.ACCEPT.NEW', '2026-07-03', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      rule: 'KN1.ACCEPT.NEW',
      trigger: '2026-07-03',
      due: '2026-07-14',
      unrolled: '2026-07-14',
      safeDue: '2026-07-13',
      provisional: false,
      source: { confidence: 'high' },
    });
  });

  it('answers in words, by an older calendar when asked', async () => {
    const args = ['explain-deadline', 'KN1.SEND', '2025-12-31'];
    const now = await mb(args);
    expect(now.stdout).toContain('02/01/2026 (Nghỉ hoán đổi)');
    expect(now.stdout).toContain('Due: end of 07/01/2026 (Wednesday).');
    const then = await mb([...args, '--calendar', '2025-10-16']);
    expect(then.stdout).toContain('Due: end of 06/01/2026 (Tuesday).');
  });

  it('names the calendar and the rules that it went by', async () => {
    const { stdout } = await mb(['explain-deadline', 'KN1.SEND', '2025-12-31']);
    expect(stdout).toMatch(/Bộ quy tắc \S+, lịch \d{4}-\d{2}-\d{2}\S*\./);
    expect(stdout).toMatch(/Rules \S+, calendar \d{4}-\d{2}-\d{2}\S*\./);
  });

  it('lists the rules that there are when asked for another', async () => {
    const { code, stderr } = await mb(['explain-deadline', 'KN1.ACCEPTED', '2026-07-10']);
    expect(code).toBe(1);
    expect(stderr).toContain('There is no rule KN1.ACCEPTED');
    expect(stderr).toContain('KN1.ACCEPT.NEW');
  });

  it('says the same under every time zone', async () => {
    const args = ['explain-deadline', 'CH.DOC_2015', '2026-07-10T23:30:00Z', '--json'];
    const zones = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'];
    const [first, ...others] = await Promise.all(zones.map((TZ) => mb(args, TZ)));
    expect(JSON.parse(first?.stdout ?? '')).toMatchObject({ due: '2026-07-13T10:00:00+07:00' });
    for (const { stdout } of others) expect(stdout).toBe(first?.stdout);
  });

  it('refuses a date before the rule, and names the rule that was in force', async () => {
    const args = ['explain-deadline', 'KN1.ACCEPT.NEW', '2026-06-30', '--json'];
    const { code, stdout, stderr } = await mb(args);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'rule.not_in_force', inForce: 'KN1.ACCEPT.OLD' },
    });
    expect(stderr).toContain('KN1.ACCEPT.OLD');
  });

  it('rolls unless told not to', async () => {
    const args = ['explain-deadline', 'TC.RESOLVE', '2026-07-10', '--json'];
    const due = async (...more: string[]) => JSON.parse((await mb([...args, ...more])).stdout).due;
    expect(await due()).toBe('2026-08-10');
    expect(await due('--no-roll')).toBe('2026-08-09');
  });

  it.each([[[]], [['KN1.SEND']], [['KN1.SEND', '2026-07-10', '--calender']]])(
    'shows how it is used when asked %j',
    async (args) => {
      const { code, stderr } = await mb(['explain-deadline', ...args]);
      expect(code).toBe(2);
      expect(stderr).toContain('RULE DATE [--calendar VERSION]');
    },
  );
});

describe('a command about facts', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mb-facts-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const ask = async (command: string, facts: string) => {
    const file = join(folder, `${command}.json`);
    await writeFile(file, facts);
    return mb([command, '--facts', file, '--json']);
  };

  it('mb triage answers rule, outcomes, source and warnings', async () => {
    const facts = { contents: ['denunciation'], sender: { kind: 'enterprise' }, crimeSigns: true };
    const { stdout } = await ask('triage', JSON.stringify(facts));
    expect(JSON.parse(stdout)).toMatchObject({
      rule: 10,
      outcomes: ['forward_criminal'],
      source: 'Luật Tố cáo Đ.27 k.1',
      warnings: [{ code: 'only_individuals_denounce' }],
    });
  });

  it('mb jurisdiction answers level, title and source', async () => {
    const target = { level: 'cuc', post: 'head' };
    const facts = { date: '2020-07-10', kind: 'denunciation', instance: 1, target };
    const { stdout } = await ask('jurisdiction', JSON.stringify(facts));
    expect(JSON.parse(stdout)).toMatchObject({
      level: 'tong_cuc',
      title: 'Tổng cục trưởng Tổng cục Hải quan',
      source: 'Luật TC Đ.12 k.1 para 2, k.6; Đ.13 k.5',
    });
  });

  it.each([
    ['{"contents":["gossip"]}', 'contents.0 must be one of: complaint'],
    ['{"contents":["complaint"],"concrete":"yes"}', 'concrete phải là true hoặc false'],
    ['{}', 'thiếu contents'],
    ['[]', 'docs/facts.md'],
    ['{', 'không phải JSON'],
  ])('says of %j in plain words: %s', async (facts, words) => {
    const { stderr } = await ask('triage', facts);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/Invalid (input|option)|expected/);
  });

  it('says that there is no such file', async () => {
    const { code, stderr } = await mb(['jurisdiction', '--facts', 'nowhere.json']);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'Không có tệp nowhere.json.\nThere is no file nowhere.json.\n',
    });
  });

  it('takes the examples of the documentation', async () => {
    for (const command of ['triage', 'jurisdiction'])
      expect(await mb([command, '--facts', `docs/examples/${command}.json`])).toMatchObject({
        code: 0,
      });
  });

  it.each(['{', '{}'])('refuses %j and says what is wrong', async (facts) => {
    const { code, stdout } = await ask('triage', facts);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'facts.invalid' } });
  });
});
