import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import {
  TODAY,
  binh,
  close,
  deliver,
  issue,
  phuc,
  prepare,
  publish,
  request,
  send,
  sendOthers,
} from '../response.fixture.ts';
import { caseDecider, type Requested } from './case.decider.ts';
import { waitsFor } from './close.ts';

const response = DeciderSpecification.for(caseDecider, { actor: phuc, now: TODAY });
const delivered = response.after(request(), issue(), send(), deliver());
const sentToAll = sendOthers().reduce((given, command) => given.and(command), delivered);
const published = sentToAll.and(prepare()).and({ command: publish(), actor: binh });
const ordinary = { type: 'CloseCase', because: 'nothing_to_carry_out' } as const;
const on = (day: string) => ({ now: `${day}T05:00:00.000Z` });

describe('the file of a complaint', () => {
  it('is not closed while the decision is owed to somebody', () => {
    delivered.when(ordinary).thenRefused('ADDRESSEES_OWED', {
      missing: ['superior', 'inspectorate'],
    });
    delivered.when(close).thenRefused('ADDRESSEES_OWED');
  });
  it('is not closed by delivery alone: published for fifteen days, and in force', () => {
    sentToAll.when(ordinary, on('2027-02-01')).thenRefused('PUBLICATION_OWED');
    published.when(ordinary, on('2026-12-12')).thenRefused('PUBLICATION_TOO_SHORT', {
      until: '2026-12-12',
    });
    // Day 30 is a Sunday: an effect of law waits for no working day.
    published.when(ordinary, on('2026-12-27')).thenRefused('NOT_IN_FORCE_YET', {
      until: '2026-12-27',
    });
    published
      .when(ordinary, on('2026-12-28'))
      .then({ type: 'CaseClosed', data: { because: 'nothing_to_carry_out' } });
  });
  it('is closed when a second complaint overtakes it, of a first instance alone', () => {
    sentToAll.when(close).then({ type: 'CaseClosed', data: { because: 'second_complaint' } });
    const second = (['respondent', 'first_resolver'] as const)
      .map((to) => send('2026-11-27', { to }))
      .reduce(
        (given, command) => given.and(command),
        response.after(request({ instance: 2 }), issue(), send(), deliver()),
      );
    second.when(close).thenRefused('CLOSING_REASON_MISSING');
  });
  it('needs a person to say why', () => {
    published
      .when({ type: 'CloseCase', because: null }, on('2027-02-01'))
      .thenRefused('CLOSING_REASON_MISSING');
  });
  it('tells beforehand what it waits for', () => {
    const said = (given: typeof delivered, day: string) =>
      waitsFor(given.state as Requested, day).map(({ vi }) => vi.replace(/ \(.*/, ''));
    expect(said(delivered, '2026-11-27')).toEqual([
      'Chưa gửi: Cấp trên trực tiếp',
      'Chưa gửi: Cơ quan thanh tra nhà nước cùng cấp',
      'Chưa công khai quyết định',
      'Quyết định có hiệu lực pháp luật sau ngày 27/12/2026',
    ]);
    expect(said(published, '2026-12-28')).toEqual([]);
  });
});

it('what is no complaint is closed once its sender has the answer', () => {
  const answered = response.after(request({ kind: 'feedback' }), issue(), send(), deliver());
  answered.when({ type: 'CloseCase', because: null }).then({ type: 'CaseClosed' });
  const denounced = response.after(request({ kind: 'denunciation' }), issue(), send(), deliver());
  denounced.when(close).thenRefused('ADDRESSEES_OWED', {
    missing: ['accused', 'manager'],
  });
});
