import { describe, expect, it } from '@jest/globals';
import { SharedQueries } from './shared-queries.ts';

/** Answers when told to, with how many queries there were. */
function slowRows() {
  const waiting: { readonly sql: string; answer(error?: Error): void }[] = [];
  let sent = 0;
  const query = (sql: string) => {
    sent += 1;
    const nth = sent;
    return new Promise((resolve, reject) =>
      waiting.push({
        sql,
        answer: (error) => (error ? reject(error) : resolve(nth)),
      }),
    );
  };
  return { rows: { query } as never, waiting, sent: () => sent };
}

describe('Those who ask the same at the same time', () => {
  it('share one query, which is sent after they asked', async () => {
    const { rows, waiting, sent } = slowRows();
    const shared = new SharedQueries(rows);
    const first = shared.query('a', [1]);
    const [second, third] = [shared.query('a', [1]), shared.query('a', [1])];
    expect(sent()).toBe(1);
    waiting[0]!.answer();
    expect(await first).toBe(1);
    await Promise.resolve();
    expect(sent()).toBe(2);
    waiting[1]!.answer();
    expect(await Promise.all([second, third])).toEqual([2, 2]);
  });

  it('get nothing of another question, nor of other parameters', () => {
    const { rows, sent } = slowRows();
    const shared = new SharedQueries(rows);
    void shared.query('a', [1]);
    void shared.query('a', [2]);
    void shared.query('b', [1]);
    expect(sent()).toBe(3);
  });

  it('are not refused for what failed before they asked', async () => {
    const { rows, waiting } = slowRows();
    const shared = new SharedQueries(rows);
    const [first, second] = [shared.query('a'), shared.query('a')];
    waiting[0]!.answer(new Error('away'));
    await expect(first).rejects.toThrow('away');
    await Promise.resolve();
    waiting[1]!.answer();
    expect(await second).toBe(2);
  });

  it('ask anew when nobody asks any more', async () => {
    const { rows, waiting, sent } = slowRows();
    const shared = new SharedQueries(rows);
    const first = shared.query('a');
    waiting[0]!.answer();
    await first;
    void shared.query('a');
    expect(sent()).toBe(2);
  });
});
