import { PETITION_STATES, type ClockStarted } from '@minh-bach/contracts';
import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification, play } from '@minh-bach/testing';
import fc from 'fast-check';
import { REGISTERED_AT, denunciation, dung, paper, progress, register } from '../intake.fixture.ts';
import { petitionDecider } from './petition.decider.ts';

const petition = DeciderSpecification.for(petitionDecider, { actor: dung, now: REGISTERED_AT });
const registered = petition.after(register());
const news = { state: 'accepted', at: '2026-11-23T02:00:00.000Z' } as const;

describe('registering a petition', () => {
  it('keeps what the desk wrote', () => {
    petition.given().when(register()).then({ type: 'PetitionRegistered', data: paper });
  });
  it('happens once: a number that is taken is not taken again', () => {
    registered.when(register()).thenRefused('NUMBER_TAKEN');
  });
  it('refuses a receipt in the future, by the day in Việt Nam', () => {
    const lateEvening = { now: '2026-11-20T16:59:59.999Z' };
    const midnight = { now: '2026-11-20T17:00:00.000Z' };
    const tomorrow = register({ receivedOn: '2026-11-21' });
    petition.given().when(tomorrow, lateEvening).thenRefused('RECEIVED_IN_FUTURE');
    petition.given().when(tomorrow, midnight).then({ type: 'PetitionRegistered' });
  });
  it('takes paper of a year ago at most', () => {
    const received = (receivedOn: string) => register({ receivedOn, datedOn: null });
    petition.given().when(received('2025-11-20')).then({ type: 'PetitionRegistered' });
    petition
      .given()
      .when(received('2025-11-19'))
      .thenRefused('RECEIVED_TOO_LONG_AGO', { days: 365 });
  });
  it('refuses a paper dated after its receipt', () => {
    petition
      .given()
      .when(register({ datedOn: '2026-11-19' }))
      .thenRefused('DATED_AFTER_RECEIPT', { field: '/datedOn' });
    const forwardedBy = { kind: 'press', name: 'Báo', letter: null, sentOn: '2026-11-19' } as const;
    petition
      .given()
      .when(register({ forwardedBy }))
      .thenRefused('DATED_AFTER_RECEIPT', { field: '/forwardedBy/sentOn' });
    const before = { ...forwardedBy, sentOn: '2026-11-18' };
    petition
      .given()
      .when(register({ forwardedBy: before }))
      .then({ type: 'PetitionRegistered', data: { forwardedBy: before } });
    for (const datedOn of ['2026-11-18', null])
      petition.given().when(register({ datedOn })).then({ type: 'PetitionRegistered' });
  });
});

describe('progress told by other services', () => {
  it('is noted', () => {
    registered
      .when(progress(news.state, news.at))
      .then({ type: 'ProgressNoted', data: { state: 'accepted', on: '2026-11-23' } });
  });
  it('that is known is nothing to do', () => {
    registered
      .and({ command: progress(news.state, news.at), now: news.at })
      .when(progress(news.state, news.at))
      .thenNothing();
  });
  it('that was overtaken by later news is nothing to do', () => {
    registered
      .and({
        command: progress('under_verification', '2026-11-24T02:00:00.000Z'),
        now: '2026-11-24T02:00:00.000Z',
      })
      .when(progress(news.state, news.at))
      .thenNothing();
  });
  it('is never too late to tell what the petition is', () => {
    registered
      .and({
        command: progress('classified', '2026-11-24T02:00:00.000Z'),
        now: '2026-11-24T02:00:00.000Z',
      })
      .when({ ...progress('classified', news.at), kind: 'denunciation' })
      .then({ type: 'ProgressNoted' });
  });
  it('T27: that it is a denunciation takes nothing back of how far it has come', () => {
    const opened = {
      ...progress('accepted', '2026-11-24T02:00:00.000Z'),
      ...{ case: 'V26-10203040-9', opensCase: true },
    };
    const accepted = registered.and({ command: opened, now: opened.at });
    const late = { ...progress('classified', '2026-12-10T02:00:00.000Z'), kind: 'denunciation' };
    const command = late as typeof late & { kind: 'denunciation' };
    accepted.when(command).then({
      type: 'ProgressNoted',
      data: { kind: 'denunciation', state: 'accepted', on: opened.on, case: opened.case },
    });
    const closed = accepted.and({ command, now: late.at });
    expect(closed.state).toMatchObject({ kind: 'denunciation', state: 'accepted' });
    // What happened before it and is told after it still counts.
    closed
      .when(progress('under_verification', '2026-12-01T02:00:00.000Z'))
      .then({ type: 'ProgressNoted', data: { state: 'under_verification' } });
  });
  it('is judged by the instant, in whatever offset it was written', () => {
    const [earlier, later] = ['2026-11-23T00:00:00+07:00', '2026-11-22T18:00:00.000Z'];
    registered
      .and({ command: progress('classified', earlier), now: earlier })
      .when(progress('accepted', later))
      .then({ type: 'ProgressNoted' });
  });
  it('needs a petition', () => {
    petition.given().when(progress(news.state, news.at)).thenRefused('PETITION_UNKNOWN');
  });
  it('ends with the latest, in whatever order it comes', () => {
    // A state that comes twice comes from one stream, whose order messaging keeps.
    const states = fc.uniqueArray(fc.constantFrom(...PETITION_STATES.slice(1)), { minLength: 1 });
    const told = states.chain((order) =>
      fc
        .uniqueArray(fc.integer({ min: 1, max: 28 }), {
          minLength: order.length,
          maxLength: order.length,
        })
        .map((days) =>
          order.map((state, i) =>
            progress(state, new Date(Date.UTC(2026, 11, days[i], 2)).toISOString()),
          ),
        ),
    );
    fc.assert(
      fc.property(told, (commands) => {
        const moves = commands.map((command) => ({ command, actor: dung, now: command.at }));
        const [last] = [...commands].sort((a, b) => b.at.localeCompare(a.at));
        const played = play(petitionDecider, [
          { command: register(), actor: dung, now: REGISTERED_AT },
          ...moves,
        ]);
        expect(played.at(-1)?.after).toMatchObject({ state: last?.state });
      }),
    );
  });
});

describe('news beside the state', () => {
  const at = news.at;
  const clock = { rule: 'KN1.ACCEPT.NEW', due: '2026-11-27' } as unknown as ClockStarted;
  const taken = { ...progress('received', at), news: { clock } };

  it('is noted without a step, once, and stands until a later word', () => {
    const noted = registered.when(taken);
    noted.then({ type: 'ProgressNoted', data: { on: paper.receivedOn, news: { clock } } });
    const known = registered.and({ command: taken, now: at });
    known.when(taken).thenNothing();
    known
      .when({ ...progress('received', at), news: { clock: null } })
      .then({ type: 'ProgressNoted', data: { news: { clock: null } } });
  });
  it('of a step that was overtaken is dropped with it', () => {
    const later = progress('accepted', '2026-11-24T02:00:00.000Z');
    registered.and({ command: later, now: later.at }).when(taken).thenNothing();
  });
  it('leaves the state where it is, where it tells of none', () => {
    const { state: _, ...command } = progress('received', at);
    const missed = { rule: 'KN1.ACCEPT.NEW', due: '2026-11-27', on: '2026-11-28' };
    registered
      .when({ ...command, news: { missed: { ...missed, superiorTold: true } } })
      .then({ type: 'ProgressNoted', data: { state: 'received', on: paper.receivedOn } });
  });
  it('T1: of a denunciation is not kept, nor of what was called one once', () => {
    const accepted = { ...progress('accepted', at), news: { unit: 'HQ-SM' } };
    for (const closed of [
      petition.after(denunciation),
      registered.and({ command: { ...progress('classified', at), kind: 'denunciation' }, now: at }),
    ]) {
      const { state } = closed.and({ command: accepted, now: at });
      expect(state).toMatchObject({ state: 'accepted', everDenunciation: true });
      expect(state).toHaveProperty('news', {});
    }
    const called = {
      ...progress('classified', at),
      kind: 'denunciation',
      news: { clock },
    } as const;
    expect(registered.and({ command: called, now: at }).state).toHaveProperty('news', {});
  });
});
