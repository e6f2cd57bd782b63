import { expect, it } from '@jest/globals';
import type { HistoryEntry } from '../../api/types.ts';
import { inRuns } from './quiet.ts';

const entry = (eventId: string, role: string, type = 'ProgressNoted', rules: object[] = []) =>
  ({ eventId, actor: { role }, type, rules }) as unknown as HistoryEntry;

it('puts together what the services told one another, and nothing that a person or a limit has to do with', () => {
  const entries = [
    entry('a', 'system'),
    entry('b', 'system'),
    entry('c', 'petition.classify'),
    entry('d', 'system', 'DeadlineBreached'),
    entry('e', 'system', 'PetitionTaken', [{ rule: 'KN1.ACCEPT' }]),
    entry('f', 'system'),
  ];
  const ids = inRuns(entries).map((run) => run.map(({ eventId }) => eventId).join(''));
  expect(ids).toEqual(['ab', 'c', 'd', 'e', 'f']);
});
