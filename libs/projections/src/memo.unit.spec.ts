import { beforeEach, describe, expect, it } from '@jest/globals';
import { Memo, type Rows } from './memo.ts';

let asked: string[];
let answer: (sql: string) => Promise<unknown>;
let memo: Memo;
beforeEach(() => {
  asked = [];
  answer = (sql) => Promise.resolve([`${sql} ${asked.length}`]);
  const rows = {
    query: (sql: string, parameters: unknown[]) => {
      asked.push(`${sql} ${parameters.join()}`);
      return answer(sql);
    },
  } as Rows;
  memo = new Memo(rows, ['triage.directory-'], () => true);
});

describe('answers that are kept', () => {
  it('are asked for once, by statement and parameters, also at the same time', async () => {
    const both = await Promise.all([memo.query('A', ['x']), memo.query('A', ['x'])]);
    expect(both).toEqual([['A 1'], ['A 1']]);
    await memo.query('A', [['x']]);
    await memo.query('B', ['x']);
    expect(asked).toEqual(['A x', 'A x', 'B x']);
  });

  it('are dropped by an event that their rows are made of, and by no other', async () => {
    await memo.query('A');
    memo.changedBy(['triage.petition-1']);
    expect(await memo.query('A')).toEqual(['A 1']);
    memo.changedBy(['triage.petition-1', 'triage.directory-person.binh']);
    expect(await memo.query('A')).toEqual(['A 2']);
  });

  it('are dropped where nobody knows what changed', async () => {
    await memo.query('A');
    memo.changedBy(undefined);
    expect(await memo.query('A')).toEqual(['A 2']);
  });

  it('are not kept when they began before the change', async () => {
    let open: (rows: unknown[]) => void = () => undefined;
    answer = () => new Promise((resolve) => (open = resolve));
    const before = memo.query('A');
    memo.changedBy(['triage.directory-post.1']);
    open(['old']);
    expect(await before).toEqual(['old']);
    answer = () => Promise.resolve(['new']);
    expect(await memo.query('A')).toEqual(['new']);
  });

  it('are no failures', async () => {
    answer = () => Promise.reject(new Error('away'));
    await expect(memo.query('A')).rejects.toThrow('away');
    answer = () => Promise.resolve(['there']);
    expect(await memo.query('A')).toEqual(['there']);
  });
});
