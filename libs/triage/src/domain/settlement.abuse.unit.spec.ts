import type { Actor } from '@minh-bach/kernel';
import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification, play } from '@minh-bach/testing';
import {
  REGISTERED_AT,
  accept,
  classify,
  confirm,
  decline,
  giang,
  khanh,
  settle,
  take,
} from '../triage.fixture.ts';
import { petitionDecider } from './petition.decider.ts';

const petition = DeciderSpecification.for(petitionDecider, { actor: giang, now: REGISTERED_AT });
const denounced = petition.after(
  take({ declaredKind: 'denunciation', gist: null }),
  classify('denunciation'),
);
const asHead: Actor = { person: 'giang', role: 'head', unit: 'KV-MH', deputyFor: 'khanh' };
const otherDeputy: Actor = { ...khanh, person: 'lan', deputyFor: 'khanh' };
const OUTCOMES = ['not_accepted', 'guided', 'transferred', 'filed'] as const;

describe('T28: one officer who would end a denunciation', () => {
  it.each(OUTCOMES)('only proposes that it is %s: nothing ends, no clock stops', (outcome) => {
    const end = settle({ outcome, competentBody: 'UBND tỉnh' });
    denounced.when(end).then({
      type: 'SettlementProposed',
      data: { proposed: { outcome, competentBody: 'UBND tỉnh' }, reason: end.reason },
    });
    const { proposed, ...rest } = denounced.and(end).state as unknown as Record<string, unknown>;
    expect(proposed).toMatchObject({ what: 'settlement', outcome, proposer: { person: 'giang' } });
    expect({ ...rest, proposed: null, today: undefined }).toEqual({
      ...denounced.state,
      today: undefined,
    });
  });

  it('is not their own second person, whatever post they act in', () => {
    for (const actor of [giang, asHead])
      denounced.and(settle()).when(confirm(), { actor }).thenRefused('SECOND_PERSON_NEEDED');
  });

  it.each<[string, Actor, Actor]>([
    ['of the proposer', khanh, { ...giang, deputyFor: 'khanh' }],
    ['whose head confirms', { ...giang, deputyFor: 'khanh' }, khanh],
    ['beside another deputy of the head', { ...giang, deputyFor: 'khanh' }, otherDeputy],
  ])('finds no second person where one acts for the other: a deputy %s', (_, first, second) => {
    const now = REGISTERED_AT;
    const moves = [{ command: settle(), actor: first, now }];
    const [proposed] = play({ ...petitionDecider, initialState: denounced.state }, moves);
    const confirming = () =>
      petitionDecider.decide(confirm(), proposed!.after, { actor: second, now });
    expect(confirming).toThrow(expect.objectContaining({ code: 'SECOND_PERSON_NEEDED' }));
  });

  it('ends nothing by making it a complaint and the end two proposals of one person', () => {
    const waits = denounced.and(settle());
    for (const command of [
      classify('feedback', 'x'),
      settle({ outcome: 'not_accepted' }),
      accept(),
    ])
      waits.when(command).thenRefused('AWAITING_SECOND_PERSON', { proposed: 'filed' });
    denounced
      .and(classify('feedback', 'x'))
      .when(settle())
      .thenRefused('AWAITING_SECOND_PERSON', { proposed: 'feedback' });
  });
});

describe('T28: a denunciation ends', () => {
  it('once another person confirms, and its clocks stop on that day', () => {
    const late = { actor: khanh, now: '2026-12-10T02:00:00.000Z' };
    const waits = denounced.and(settle({ outcome: 'guided', competentBody: 'UBND tỉnh' }));
    waits.when(confirm('Đồng ý'), late).then({
      type: 'PetitionSettled',
      data: {
        outcome: 'guided',
        competentBody: 'UBND tỉnh',
        reason: 'Đồng ý',
        proposedBy: 'giang',
        clocksEnded: [{ rule: 'XLD.HARD_45', how: 'met' }],
      },
    });
    const ended = waits.and({ command: confirm(), ...late });
    expect(ended.state).toMatchObject({ is: 'settled', proposed: null });
    for (const command of [confirm(), decline])
      ended.when(command, late).thenRefused('ALREADY_DECIDED');
  });

  it('not once another person declines, or the proposer withdraws; then it is proposed anew', () => {
    for (const actor of [khanh, giang]) {
      const declined = denounced.and(settle()).and({ command: decline, actor });
      expect({ ...declined.state, today: undefined }).toEqual({
        ...denounced.state,
        today: undefined,
      });
      expect(declined.history.events.at(-1)).toEqual({
        type: 'SettlementDeclined',
        data: { proposed: { outcome: 'filed' }, note: 'Vẫn là tố cáo' },
      });
      declined.when(settle()).then({ type: 'SettlementProposed' });
    }
  });

  it('by one person where two have found that it is none', () => {
    denounced
      .and(classify('feedback', 'x'))
      .and({ command: confirm(), actor: khanh })
      .when(settle())
      .then({ type: 'PetitionSettled' });
  });
});
