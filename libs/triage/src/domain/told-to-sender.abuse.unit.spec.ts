import { describe, expect, it } from '@jest/globals';
import { publicationOf } from '@minh-bach/platform';
import { play, recorded } from '@minh-bach/testing';
import {
  LONG_AFTER,
  PETITION,
  actorFor,
  classify,
  confirm,
  giang,
  noticeBreach,
  settle,
  take,
} from '../triage.fixture.ts';
import { triageService } from '../triage.service.ts';
import { petitionDecider, type PetitionCommand } from './petition.decider.ts';

/** What others hear of a petition that goes this way. */
function told(...commands: readonly PetitionCommand[]) {
  const moves = commands.map((command) => ({ command, actor: actorFor(command), now: LONG_AFTER }));
  const events = play(petitionDecider, moves).flatMap((move) => move.events);
  const by = { actor: giang, now: LONG_AFTER };
  return recorded(`triage.petition-${PETITION}`, events, by).flatMap(
    (event) => publicationOf(triageService)!.translate(event) ?? [],
  );
}
const last = (...commands: readonly PetitionCommand[]) => told(...commands).at(-1);
const OF_DENUNCIATION = { declaredKind: 'denunciation', gist: null } as const;
const letter = { competentBody: 'Sở Y', filedFor: 'anonymous', notice: '7/TB-HQSM' } as const;

describe('what others hear for the sender of a petition', () => {
  it('is the limit of the answer, and never the one by which officers are disciplined', () => {
    expect(told(take())).toMatchObject([
      { type: 'PetitionTaken', data: { clock: { rule: 'KN1.ACCEPT.NEW', due: '2026-11-27' } } },
    ]);
    expect(told(take({ declaredKind: 'feedback' }))).toEqual([
      { type: 'PetitionTaken', data: { petition: PETITION } },
    ]);
  });

  it('is what a classification changes of it, and nothing where it changes nothing', () => {
    expect(last(take(), classify())?.data).not.toHaveProperty('clock');
    expect(last(take(), classify('feedback', 'Chỉ góp ý'))).toMatchObject({
      data: { clock: null },
    });
    expect(
      last(take({ declaredKind: 'feedback' }), classify('complaint', 'Có quyết định')),
    ).toMatchObject({
      data: { clock: { rule: 'KN1.ACCEPT.NEW' } },
    });
  });

  it('is a ground of that very outcome, the body and the letter', () => {
    const transferred = { ...letter, outcome: 'transferred' } as const;
    expect(last(take(), classify(), settle(transferred))?.data).toEqual({
      ...{ petition: PETITION, outcome: 'transferred', on: '2027-06-01' },
      ...{ competentBody: 'Sở Y', notice: '7/TB-HQSM' },
    });
    const filed = settle({ ...letter, competentBody: null });
    expect(last(take(), classify(), filed)).toMatchObject({ data: { ground: 'anonymous' } });
    const refused = settle({ outcome: 'not_accepted', refusedFor: 'too_late' });
    expect(last(take(), classify(), refused)).toMatchObject({ data: { ground: 'too_late' } });
  });

  it('is that a deadline was missed, and not who was told', () => {
    const { data } = last(take(), noticeBreach('KN1.ACCEPT.NEW'))!;
    expect(data).toMatchObject({ rule: 'KN1.ACCEPT.NEW', due: '2026-11-27', superiorTold: true });
    expect(JSON.stringify(data)).not.toContain('khanh');
  });
});

describe('T1: of a denunciation', () => {
  it('no limit is told, and of its end no body, ground or letter', () => {
    const messages = told(
      take(OF_DENUNCIATION),
      classify('denunciation'),
      settle({ ...letter, outcome: 'filed' }),
      confirm(),
    );
    expect(messages.map(({ type, data }) => [type, Object.keys(data as object).sort()])).toEqual([
      ['PetitionTaken', ['petition']],
      ['PetitionClassified', ['kind', 'petition']],
      ['PetitionSettled', ['on', 'outcome', 'petition']],
    ]);
    expect(last(take(), classify('denunciation', 'Là tố cáo'))?.data).not.toHaveProperty('clock');
  });
});
