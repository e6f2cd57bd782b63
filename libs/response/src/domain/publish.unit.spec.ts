import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import {
  OPEN_TEXT,
  TODAY,
  binh,
  issue,
  noticeBreach,
  phuc,
  prepare,
  publish,
  request,
} from '../response.fixture.ts';
import { caseDecider, type Requested } from './case.decider.ts';

const response = DeciderSpecification.for(caseDecider, { actor: phuc, now: TODAY });
const second = { actor: binh };
const requested = response.after(request());
const issued = requested.and(issue());
const prepared = issued.and(prepare());
const published = prepared.and({ command: publish(), ...second });
const reason = 'Còn nêu tên một người';
const takeBack = { type: 'ProposeTakingBack', reason } as const;
const proposed = published.and(takeBack);

describe('the text that everybody may read', () => {
  it('is prepared of an issued decision on a complaint', () => {
    requested.when(prepare()).thenRefused('NOT_THE_TIME_FOR_THIS');
    issued
      .when(prepare())
      .then({ type: 'PublicationPrepared', data: { version: 1, text: OPEN_TEXT, compared: true } });
    for (const kind of ['denunciation', 'feedback', 'petition'] as const)
      response.after(request({ kind }), issue()).when(prepare()).thenRefused('NOT_TO_BE_PUBLISHED');
  });
  it('is refused while it tells who sent the petition, also where that was corrected since', () => {
    issued.when(prepare({ namesSender: true })).thenRefused('SENDER_IN_TEXT');
    prepared.when(publish({ namesSender: true }), second).thenRefused('SENDER_IN_TEXT');
  });
  it('is read by a second person, who publishes it or sends it back', () => {
    prepared.when(publish()).thenRefused('SECOND_READER_NEEDED');
    const deputy = { actor: { ...binh, deputyFor: 'phuc' } };
    prepared.when(publish(), deputy).thenRefused('SECOND_READER_NEEDED');
    prepared.when(publish(), second).then({
      type: 'DecisionPublished',
      data: { version: 1, publishedOn: '2026-11-27', way: 'posting', text: OPEN_TEXT },
    });
    const back = { type: 'ReturnPublication', version: 1, reason } as const;
    prepared.when(back, second).then({ type: 'PublicationReturned', data: { version: 1 } });
    const returned = prepared.and({ command: back, ...second });
    returned.when(publish(), second).thenRefused('NO_PUBLICATION_PENDING');
    returned.when(prepare()).then({ type: 'PublicationPrepared', data: { version: 2 } });
  });
  it('is the version that was read', () => {
    prepared.and(prepare()).when(publish(), second).thenRefused('NO_PUBLICATION_PENDING');
    prepared.when(publish({ version: 2 }), second).thenRefused('NO_PUBLICATION_PENDING');
  });
  it('is public once', () => {
    published.when(prepare()).thenRefused('ALREADY_PUBLISHED');
    published.when(publish(), second).thenRefused('NO_PUBLICATION_PENDING');
  });
});

describe('the limit of publishing', () => {
  it('is fifteen days from the issue, and is met when it is public', () => {
    issued.when(prepare()).then({ type: 'PublicationPrepared' });
    expect(issued.state).toMatchObject({
      clocks: { running: { 'KN.PUBLISH': { due: '2026-12-14', unrolled: '2026-12-12' } } },
    });
    expect(prepared.state).toHaveProperty(['clocks', 'running', 'KN.PUBLISH']);
    prepared.when(publish(), second).then({
      type: 'DecisionPublished',
      data: { clocksEnded: [{ rule: 'KN.PUBLISH', how: 'met', on: '2026-11-27' }] },
    });
  });
});

describe('what is taken back', () => {
  it('is proposed with a reason, and confirmed by a second person', () => {
    prepared.when(takeBack).thenRefused('NOT_PUBLISHED_NOW');
    proposed.when(takeBack).thenRefused('TAKING_BACK_PENDING');
    proposed.when({ type: 'ConfirmTakingBack' }).thenRefused('SECOND_READER_NEEDED');
    proposed.when({ type: 'ConfirmTakingBack' }, second).then({ type: 'PublicationTakenBack' });
    published.when({ type: 'ConfirmTakingBack' }, second).thenRefused('NO_TAKING_BACK_PENDING');
  });
  it('stays public where that is declined', () => {
    const decline = { type: 'DeclineTakingBack', reason } as const;
    published.when(decline).thenRefused('NO_TAKING_BACK_PENDING');
    const declined = proposed.and(decline);
    expect(declined.state).toMatchObject({ publication: { published: { on: '2026-11-27' } } });
  });
  it('may be published again, by another text', () => {
    const gone = proposed.and({ command: { type: 'ConfirmTakingBack' }, ...second });
    gone.when(prepare()).then({ type: 'PublicationPrepared', data: { version: 2 } });
  });

  const back = { command: { type: 'ConfirmTakingBack' }, ...second } as const;
  const limitOf = ({ state }: typeof published) => {
    const { clocks } = state as Requested;
    return clocks.running['KN.PUBLISH'];
  };

  it('ends no limit: it runs again as it ran, late where its last day is over', () => {
    const gone = proposed.and(back);
    expect(limitOf(published)).toBeUndefined();
    expect(limitOf(gone)).toEqual(limitOf(issued));
    const late = { now: '2026-12-15T02:00:00.000Z' };
    gone.when(noticeBreach('KN.PUBLISH'), late).then({
      type: 'DeadlineBreached',
      data: { rule: 'KN.PUBLISH', due: '2026-12-14', told: { person: 'khanh' } },
    });
    gone.when(noticeBreach('KN.PUBLISH')).thenRefused('NOT_OVERDUE');
    const again = gone.and(prepare()).and({ command: publish({ version: 2 }), ...second, ...late });
    expect(limitOf(again)).toBeUndefined();
    // Twice is no way round it either.
    expect(limitOf(again.and(takeBack).and(back))).toEqual(limitOf(issued));
  });

  it('was public as long as the law asks: nothing is owed any more', () => {
    const [last, after] = ['2026-12-12T02:00:00.000Z', '2026-12-13T02:00:00.000Z'];
    expect(limitOf(proposed.and({ ...back, now: last }))).toEqual(limitOf(issued));
    const gone = proposed.and({ ...back, now: after });
    expect(limitOf(gone)).toBeUndefined();
    const again = gone.and(prepare()).and({ command: publish({ version: 2 }), ...second });
    expect(limitOf(again.and(takeBack).and(back))).toBeUndefined();
  });
});
