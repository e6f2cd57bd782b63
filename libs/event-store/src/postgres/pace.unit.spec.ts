import { expect, it } from '@jest/globals';
import { Pace } from './pace.ts';

const after = (answers: number, eachMs: number) => {
  const pace = new Pace();
  for (let i = 1; i <= answers; i += 1) pace.answered((i - 1) * eachMs, i * eachMs);
  return pace;
};

it('sends a second batch early while the server answers faster than we prepare', () => {
  expect(after(50, 0.5).paysToSend(16)).toBe(true);
  expect(after(50, 0.5).paysToSend(4)).toBe(false);
});

it('waits for full batches when the disk is slow', () => {
  expect(after(50, 3).paysToSend(32)).toBe(false);
  expect(after(50, 3).paysToSend(100)).toBe(true);
});

it('counts the time that a batch waited behind another one for the other', () => {
  const pace = after(50, 1);
  for (let i = 51; i < 100; i += 1) pace.answered((i - 2) * 1, i * 1);
  expect(pace.paysToSend(21)).toBe(true);
});
