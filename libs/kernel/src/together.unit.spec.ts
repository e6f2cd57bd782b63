import { expect, it } from '@jest/globals';
import { Together } from './together.ts';

function underTest(most = 3) {
  const sent: string[][] = [];
  const answers: PromiseWithResolvers<readonly string[]>[] = [];
  const together = new Together<string, string>((asks) => {
    const answer = Promise.withResolvers<readonly string[]>();
    sent.push([...asks]);
    answers.push(answer);
    return answer.promise;
  }, most);
  const asked = (names: string) => [...names].map((name) => together.ask(name));
  return { sent, answers, asked };
}
const breath = () => new Promise<void>((resolve) => queueMicrotask(resolve));

it('sends what is asked in one breath as one, and gives each its own answer', async () => {
  const { sent, answers, asked } = underTest();
  const found = asked('ab');
  await breath();
  expect(sent).toEqual([['a', 'b']]);
  answers[0]!.resolve(['A', 'B']);
  expect(await Promise.all(found)).toEqual(['A', 'B']);
});

it('keeps what comes while two are under way, and sends it as one, so many at most', async () => {
  const { sent, answers, asked } = underTest();
  void asked('a');
  await breath();
  void asked('b');
  await breath();
  const later = asked('cdef');
  await breath();
  expect(sent).toEqual([['a'], ['b']]);
  answers[1]!.resolve(['B']);
  await breath();
  await breath();
  expect(sent.slice(2)).toEqual([['c', 'd', 'e']]);
  answers[2]!.resolve(['C', 'D', 'E']);
  await Promise.all(later.slice(0, 3));
  expect(sent.slice(3)).toEqual([['f']]);
});

it('tells those who asked together what went wrong, and goes on', async () => {
  const { answers, asked } = underTest();
  const failed = asked('ab');
  await breath();
  answers[0]!.reject(new Error('away'));
  const told = await Promise.allSettled(failed);
  expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const [next] = asked('c');
  await breath();
  answers[1]!.resolve(['C']);
  expect(await next).toBe('C');
});
