import { describe, expect, it } from '@jest/globals';
import { conflictsOf } from './conflicts.ts';
import type { Involvement } from './conflicts.ts';

const found = (seen: Involvement) => conflictsOf(seen).map(({ id, level }) => `${id} ${level}`);

describe('a conflict of interest', () => {
  it.each<[string, Involvement, string[]]>([
    [
      'bars the own head of a denounced head',
      { role: 'resolver', kind: 'denunciation', isOfOwnHead: true },
      ['COI1 hard'],
    ],
    [
      'bars a relative from resolving a denunciation',
      { role: 'resolver', kind: 'denunciation', isRelative: true },
      ['COI3 hard'],
    ],
    [
      'bars whoever has a direct interest',
      { role: 'verifier', kind: 'denunciation', hasDirectInterest: true },
      ['COI3 hard', 'COI8 hard'],
    ],
    [
      'bars a relative from verifying a denunciation, by law alone',
      { role: 'verifier', kind: 'denunciation', isRelative: true },
      ['COI3 hard', 'COI8 hard'],
    ],
    [
      'bars relatives of the subject and of the sender, and direct interest, from verifying all else, as policy',
      { role: 'verifier', kind: 'complaint', isRelativeOfSender: true },
      ['COI4 policy'],
    ],
    [
      'bars direct interest from verifying a complaint, as policy',
      { role: 'verifier', kind: 'complaint', hasDirectInterest: true },
      ['COI4 policy'],
    ],
    [
      'bars the subject’s subordinate from verifying, as policy',
      { role: 'verifier', kind: 'feedback', isSubordinate: true },
      ['COI4 policy'],
    ],
    [
      'sends a tip about the own head up, as policy',
      { role: 'resolver', kind: 'tip', isOfOwnHead: true },
      ['COI5 policy'],
    ],
    [
      'bars the first resolver from the second complaint',
      { role: 'resolver', kind: 'complaint', instance: 2, resolvedFirst: true },
      ['COI6 hard'],
    ],
    [
      'never bars the maker of a decision from the first complaint against it (COI2)',
      { role: 'resolver', kind: 'complaint', instance: 1, isSubject: true, isOfOwnHead: true },
      [],
    ],
  ])('%s', (_, seen, rules) => {
    expect(found(seen)).toEqual(rules);
  });
});
