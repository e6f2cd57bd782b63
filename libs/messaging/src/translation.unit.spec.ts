import { expect, it } from '@jest/globals';
import { contractsOf, eventData, publicationOf } from './conformance/fixture.ts';
import { toMessages } from './translation.ts';

it('what comes again brings the revision relayed last forward, never back', () => {
  const stream = 'noting.s-1';
  const relayed = new Map([[stream, 1]]);
  const stored = [0, 1, 2].map((revision) => ({
    ...eventData(revision),
    stream,
    revision,
    position: String(revision),
    recordedAt: new Date(0),
  }));
  const publications = [publicationOf('noting')];
  toMessages(stored.slice(0, 1), publications, contractsOf('noting'), relayed);
  expect(relayed.get(stream)).toBe(1);
  const messages = toMessages(stored, publications, contractsOf('noting'), relayed);
  expect(messages.at(-1)?.source).toEqual({ stream, revision: 2, previous: 1 });
  expect(relayed.get(stream)).toBe(2);
});
