import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import { TODAY, deliver, issue, phuc, request, send } from '../response.fixture.ts';
import { addressedIn, missingIn } from './addressees.ts';
import { caseDecider, type Requested } from './case.decider.ts';

const response = DeciderSpecification.for(caseDecider, { actor: phuc, now: TODAY });
const requested = response.after(request());
const issued = requested.and(issue());
const to = (whom: NonNullable<ReturnType<typeof send>['to']>, on = '2026-11-27') =>
  send(on, { to: whom, addressee: null });
const missing = ({ state }: typeof issued) => missingIn(state as Requested);

describe('whom a decision goes to', () => {
  it('is named by the law of its kind and instance', () => {
    const always = (over: Parameters<typeof request>[0]) =>
      addressedIn(response.after(request(over)).state as Requested);
    expect(always({})).toEqual(['sender', 'superior', 'inspectorate']);
    expect(always({ instance: 2 })).toEqual(['sender', 'respondent', 'first_resolver']);
    expect(always({ kind: 'denunciation' })).toEqual(['sender', 'accused', 'manager']);
    expect(always({ kind: 'feedback' })).toEqual(['sender']);
  });
  it('is more where the decision says that there are such', () => {
    const more = requested.and(issue({ forwarder: 'press', hasRelated: true }));
    expect(missing(more)).toEqual(['sender', 'superior', 'inspectorate', 'related', 'forwarder']);
  });
  it('is nobody else', () => {
    issued.when(to('accused')).thenRefused('NOT_AN_ADDRESSEE');
    response
      .after(request({ kind: 'denunciation' }), issue({ hasRelated: true }))
      .when(send('2026-11-27', { to: 'related' }))
      .thenRefused('NOT_AN_ADDRESSEE');
  });
  it('is named by whoever sends, where it may be several', () => {
    issued.when(to('related')).thenRefused('ADDRESSEE_MISSING');
    const related = send('2026-11-27', { to: 'related', addressee: 'Công ty B' });
    issued
      .and(related)
      .when(related)
      .then({ type: 'DecisionSent', data: { to: 'related' } });
  });
});

describe('each sending', () => {
  it('is of one addressee, once, whatever became of the others', () => {
    issued.when(to('superior')).then({ type: 'DecisionSent', data: { to: 'superior' } });
    issued.and(to('superior')).when(to('superior')).thenRefused('ALREADY_SENT');
    issued.and(send()).and(deliver()).when(to('superior')).then({ type: 'DecisionSent' });
    requested.when(to('superior')).thenRefused('NOT_THE_TIME_FOR_THIS');
    expect(issued.and(to('superior')).state).toMatchObject({ is: 'issued', sentOn: null });
  });
  it('to its sender needs no address: that stands in the seal of the petition', () => {
    const { events } = issued.and(send('2026-11-27', { addressee: null })).history;
    expect(events.at(-1)?.data).not.toHaveProperty('addressee');
  });
  it('is received by itself, after it was sent', () => {
    const sent = issued.and(to('superior'));
    sent.when(deliver('2026-11-26', { to: 'superior' })).thenRefused('DATE_TOO_EARLY');
    sent.when(deliver('2026-11-27', { to: 'inspectorate' })).thenRefused('NOT_THE_TIME_FOR_THIS');
    const received = sent.and(deliver('2026-11-27', { to: 'superior' }));
    expect(received.state).toMatchObject({ is: 'issued' });
    expect(received.history.events.at(-1)?.data).not.toHaveProperty('window');
    received.when(deliver('2026-11-27', { to: 'superior' })).thenRefused('ALREADY_RECEIVED');
  });
});

describe('the limit of sending', () => {
  it('is met by the last of them, on the last of their days', () => {
    const later = { now: '2026-12-04T08:00:00.000Z' };
    const sent = issued.and(send());
    expect(sent.history.events.at(-1)?.data).not.toHaveProperty('clocksEnded');
    const almost = sent.and({ command: to('inspectorate', '2026-12-04'), ...later });
    almost.when(to('superior', '2026-12-03'), later).then({
      type: 'DecisionSent',
      data: { clocksEnded: [{ rule: 'KN1.SEND', how: 'met', on: '2026-12-04' }] },
    });
  });
  it('of the forwarder is their own, where the law gives one', () => {
    const rules = (forwarder: 'deputy' | 'press') =>
      Object.keys((requested.and(issue({ forwarder })).state as Requested).clocks.running);
    expect(rules('deputy')).toEqual(['KN1.SEND', 'KN.PUBLISH', 'TCD.FORWARDED_RESULT']);
    expect(rules('press')).toEqual(['KN1.SEND', 'KN.PUBLISH']);
    requested
      .and(issue({ forwarder: 'deputy' }))
      .when(to('forwarder'))
      .then({
        type: 'DecisionSent',
        data: { clocksEnded: [{ rule: 'TCD.FORWARDED_RESULT', how: 'met', on: '2026-11-27' }] },
      });
  });
});
