import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import {
  CASE,
  PETITION,
  TODAY,
  close,
  concluded,
  deliver,
  issue,
  noticeBreach,
  phuc,
  request,
  send,
  sendOthers,
  superior,
} from '../response.fixture.ts';
import { caseDecider } from './case.decider.ts';

const response = DeciderSpecification.for(caseDecider, { actor: phuc, now: TODAY });
const ofCase = { case: CASE, petitions: [PETITION], unit: 'HQ-SM' };

const requested = response.after(request());
const issued = requested.and(issue());
const sent = issued.and(send());
const delivered = sent.and(deliver());
/** To all whom the law names. */
const sentToAll = sendOthers().reduce((given, command) => given.and(command), sent);
const closed = sentToAll.and(deliver()).and(close);
/** Long enough for any date below to lie in the past. */
const later = { now: '2027-02-01T08:00:00.000Z' };

describe('a response', () => {
  it('is requested once, by the conclusion', () => {
    response.given().when(request()).then({ type: 'ResponseRequested', data: concluded });
    for (const given of [requested, closed]) given.when(request()).thenNothing();
  });
  it('is requested before everything else', () => {
    for (const command of [issue(), send(), deliver(), close, noticeBreach()])
      response.given().when(command).thenRefused('CASE_UNKNOWN');
  });
  it('goes its steps in order, each once', () => {
    const steps = { requested: issue(), issued: send(), sent: deliver(), delivered: close };
    const places = { requested, issued, sent, delivered, closed };
    for (const [expected, command] of Object.entries(steps))
      for (const [state, given] of Object.entries(places))
        if (state !== expected)
          given.when(command).thenRefused('NOT_THE_TIME_FOR_THIS', { state, expected });
    sentToAll.and(deliver()).when(close).then({ type: 'CaseClosed', data: ofCase });
  });
});

describe('issuing the decision', () => {
  it('keeps number, day, signer and text, and not what was asked of the directory', () => {
    requested.when(issue()).then({
      type: 'DecisionIssued',
      data: { ...ofCase, decisionNumber: '12/QĐ-HQSM', issuedOn: '2026-11-27', signer: 'binh' },
    });
    expect(issued.history.events[1]?.data).not.toHaveProperty('signerMaySign');
  });
  it('refuses a signer who did not head the unit that day', () => {
    requested.when(issue({ signerMaySign: false })).thenRefused('SIGNER_CANNOT_SIGN');
  });
  it('refuses another conclusion than the one that was approved', () => {
    requested.when(issue({ conclusion: 'dismissed' })).thenRefused('CONCLUSION_NOT_APPROVED', {
      approved: 'upheld',
    });
    // It stands in the event, too: what others hear of it is told from one event.
    expect(issued.history.events[1]?.data).toMatchObject({ conclusion: 'upheld' });
  });
  it('is dated between the conclusion and today', () => {
    const field = '/issuedOn';
    requested.when(issue({ issuedOn: '2026-11-25' })).then({ type: 'DecisionIssued' });
    requested
      .when(issue({ issuedOn: '2026-11-24' }))
      .thenRefused('DATE_TOO_EARLY', { field, earliest: '2026-11-25' });
    requested.when(issue({ issuedOn: '2026-11-28' })).thenRefused('DATE_IN_FUTURE', { field });
  });
});

describe('the clock of sending', () => {
  it('is three working days from the day of issue, over the weekend', () => {
    requested.when(issue()).then({
      type: 'DecisionIssued',
      data: { clocksStarted: [{ rule: 'KN1.SEND', due: '2026-12-02' }, { rule: 'KN.PUBLISH' }] },
    });
  });
  it('is seven days for a second instance', () => {
    response
      .after(request({ instance: 2 }))
      .when(issue())
      .then({
        type: 'DecisionIssued',
        data: { clocksStarted: [{ rule: 'KN2.SEND', due: '2026-12-04' }, { rule: 'KN.PUBLISH' }] },
      });
  });
  it('does not run for what is no complaint', () => {
    const { state } = response.after(request({ kind: 'feedback' }), issue());
    expect(state).toHaveProperty('clocks.running', {});
  });
  it('is met by sending to all, also late, on the day of sending and not of its record', () => {
    const clocksEnded = [{ rule: 'KN1.SEND', how: 'met', on: '2026-11-27' }];
    const toOthers = sendOthers().reduce((given, command) => given.and(command), issued);
    toOthers.when(send()).then({ type: 'DecisionSent', data: { ...ofCase, clocksEnded } });
    toOthers
      .and({ command: noticeBreach(), ...later })
      .when(send('2026-12-20'), { now: '2026-12-21T08:00:00.000Z' })
      .then({ type: 'DecisionSent', data: { clocksEnded: [{ on: '2026-12-20' }] } });
  });
  it('is met on the day of the record where one person says, once it is over, that it was kept', () => {
    const toOthers = sendOthers().reduce((given, command) => given.and(command), issued);
    toOthers.when(send('2026-12-02'), { now: '2026-12-03T08:00:00.000Z' }).then({
      type: 'DecisionSent',
      data: {
        sentOn: '2026-12-02',
        unconfirmed: { countsFrom: '2026-12-03', crossesLimit: true },
        clocksEnded: [{ rule: 'KN1.SEND', on: '2026-12-03', isUnconfirmed: true }],
      },
    });
  });
  it('is noticed when it is over, once, not before and never after sending', () => {
    issued.when(noticeBreach(), { now: '2026-12-02T16:59:59.999Z' }).thenRefused('NOT_OVERDUE');
    issued
      .when(noticeBreach(), { now: '2026-12-02T17:00:00.000Z' })
      .then({ type: 'DeadlineBreached', data: { rule: 'KN1.SEND', told: superior } });
    issued
      .and({ command: noticeBreach(), ...later })
      .when(noticeBreach(), later)
      .thenNothing();
    for (const given of [requested, sentToAll]) given.when(noticeBreach(), later).thenNothing();
  });
});

describe('sending and delivery', () => {
  it('are dated neither before what they follow nor in the future', () => {
    issued.when(send('2026-11-26')).thenRefused('DATE_TOO_EARLY', { field: '/sentOn' });
    issued.when(send('2026-11-28')).thenRefused('DATE_IN_FUTURE', { field: '/sentOn' });
    sent.when(deliver('2026-11-26')).thenRefused('DATE_TOO_EARLY', { field: '/receivedOn' });
    sent.when(deliver('2026-11-28')).thenRefused('DATE_IN_FUTURE', { field: '/receivedOn' });
  });
  it('follow each other, however late they are written down', () => {
    issued
      .and({ command: send('2026-12-01'), ...later })
      .when(deliver('2026-11-30'), later)
      .thenRefused('DATE_TOO_EARLY', { field: '/receivedOn', earliest: '2026-12-01' });
  });
  it('count the day in Việt Nam', () => {
    sent
      .when(deliver('2026-11-28'), { now: '2026-11-27T17:00:00.000Z' })
      .then({ type: 'DecisionDelivered', data: { ...ofCase, receivedOn: '2026-11-28' } });
  });
  it('begins with the delivery until when a first decision may be complained of again', () => {
    const [at, later] = ['2026-11-27', '2026-11-28'].map((receivedOn) => {
      const now = '2026-11-30T02:00:00.000Z';
      return sent.and({ command: deliver(receivedOn), now }).history.events.at(-1)?.data;
    });
    expect(at).toMatchObject({ window: { rule: 'KN2.WINDOW', due: '2026-12-28', legal: true } });
    expect(later).toMatchObject({ window: { unrolled: '2026-12-28' } });
    const second = response.after(request({ instance: 2 }), issue(), send(), deliver());
    expect(second.history.events.at(-1)?.data).not.toHaveProperty('window');
    // A right of theirs is no clock of this unit's.
    const running = { 'KN.PUBLISH': expect.anything() };
    expect(sentToAll.and(deliver()).state).toHaveProperty('clocks.running', running);
  });
  it('gives that time from the day of the record where the delivery lies long before it', () => {
    sent.when(deliver('2026-11-27'), { now: '2026-12-08T08:00:00.000Z' }).then({
      type: 'DecisionDelivered',
      data: {
        receivedOn: '2026-11-27',
        unconfirmed: { countsFrom: '2026-12-08', crossesLimit: false },
        window: { rule: 'KN2.WINDOW', trigger: '2026-12-08' },
      },
    });
  });
  it('needs no delivery where older events say that it was posted up in public', () => {
    const data = { ...ofCase, method: 'posting', sentOn: '2026-11-27', addressee: 'x' } as const;
    const posted = response.given(...issued.history.events, { type: 'DecisionSent', data });
    for (const given of [posted, posted.and(deliver())])
      given
        .and(sendOthers()[0]!)
        .and(sendOthers()[1]!)
        .when(close)
        .then({ type: 'CaseClosed', data: ofCase });
    sentToAll.when(close).thenRefused('NOT_THE_TIME_FOR_THIS');
  });
});
