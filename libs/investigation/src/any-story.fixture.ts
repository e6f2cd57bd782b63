import type { Actor } from '@minh-bach/kernel';
import fc from 'fast-check';
import type { CaseCommand } from './domain/case.commands.ts';
import {
  approve,
  assign,
  evidence,
  explanation,
  note,
  noteDecision,
  noticeBreach,
  propose,
  receive,
  sendBack,
} from './investigation.fixture.ts';

const people = ['binh', 'cuc', 'hung', 'lan'];
/** Anyone in any post, for themselves or as somebody's deputy: what T11 asks about. */
const actor: fc.Arbitrary<Actor> = fc
  .record({
    person: fc.constantFrom(...people),
    role: fc.constantFrom('head', 'verifier'),
    unit: fc.constantFrom('HQ-SM', 'KV-MH'),
    deputyFor: fc.option(fc.constantFrom(...people), { nil: null }),
  })
  .map(({ deputyFor, ...own }) => (deputyFor === null ? own : { ...own, deputyFor }));

const version = fc.integer({ min: 1, max: 4 });
const date = fc.constantFrom('2026-11-23', '2027-01-10');
const command: fc.Arbitrary<CaseCommand> = fc.oneof(
  fc.tuple(fc.constantFrom(...people), fc.boolean()).map(([who, may]) => assign(who, may)),
  fc.constantFrom('upheld' as const, 'dismissed' as const).map(propose),
  version.map(approve),
  version.map(sendBack),
  date.map(explanation),
  date.map(evidence),
  fc.constantFrom(note, noteDecision, noticeBreach(), receive()),
);
const now = fc
  .integer({ min: 0, max: 60 })
  .map((days) => new Date(Date.UTC(2026, 10, 23, 8) + days * 86_400_000).toISOString());
/** Anything, in any order. */
export const moves = fc.array(fc.record({ command, actor, now }), { maxLength: 40 });
/** Received and assigned, so that most sequences get somewhere. */
export const story = fc
  .tuple(actor, moves)
  .map(([by, rest]) => [
    { command: receive(), actor: by, now: '2026-11-23T08:00:00.000Z' },
    { command: assign('hung'), actor: by, now: '2026-11-23T08:00:00.000Z' },
    ...rest,
  ]);
/** Someone works the case and proposes, another or the same judges, in any posts, on any dates. */
export const judged = fc
  .array(fc.tuple(actor, actor, now, fc.boolean()), { minLength: 1, maxLength: 6 })
  .map((rounds) => [
    { command: receive(), actor: rounds[0]![0], now: '2026-11-23T08:00:00.000Z' },
    ...rounds.flatMap(([proposer, judge, at, approves], i) => [
      { command: assign(proposer.person), actor: judge, now: at },
      { command: propose(), actor: proposer, now: at },
      { command: approves ? approve(i + 1) : sendBack(i + 1), actor: judge, now: at },
    ]),
  ]);
export const many = { numRuns: 500 };
