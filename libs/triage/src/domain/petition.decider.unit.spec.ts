import { PETITION_KINDS } from '@minh-bach/contracts';
import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import {
  CASE,
  REGISTERED_AT,
  accept,
  asProposed,
  classify,
  confirm,
  decline,
  giang,
  khanh,
  naming,
  note,
  noticeBreach,
  received,
  settle,
  superior,
  take,
} from '../triage.fixture.ts';
import { petitionDecider } from './petition.decider.ts';
import type { Taken } from './petition.state.ts';

const petition = DeciderSpecification.for(petitionDecider, { actor: giang, now: REGISTERED_AT });
const ACCEPT = 'KN1.ACCEPT.NEW';
const HARD = 'XLD.HARD_45';
const afterAll = { now: '2027-06-01T00:00:00.000Z' };

/** All but how often it was done today. */
const uncounted = (state: object) => ({ ...state, today: undefined });

const running = (given: { state: typeof petitionDecider.initialState }) =>
  given.state.is === 'unknown' ? [] : Object.keys(given.state.clocks.running).sort();

describe('taking a petition', () => {
  it('starts acceptance and the hard limit, both counted from receipt', () => {
    petition
      .given()
      .when(take())
      .then({
        type: 'PetitionTaken',
        data: {
          petition: received.petition,
          clocksStarted: [
            { rule: ACCEPT, trigger: '2026-11-18', due: '2026-11-27' },
            { rule: HARD, trigger: '2026-11-18', due: '2027-01-04' },
          ],
        },
      });
  });
  it('counts a receipt before July 2026 by the old rule, without the hard limit', () => {
    const old = petition.after(take({ receivedOn: '2026-06-30', datedOn: null }));
    expect(running(old)).toEqual(['KN1.ACCEPT.OLD']);
  });
  it('starts only the hard limit for what is declared as no complaint', () => {
    expect(running(petition.after(take({ declaredKind: 'feedback' })))).toEqual([HARD]);
  });
  it('happens once', () => {
    petition.after(take()).when(take()).thenNothing();
  });
  it('comes before everything else', () => {
    for (const command of [classify(), accept(), settle(), note, noticeBreach(HARD)])
      petition.given().when(command).thenRefused('PETITION_UNKNOWN');
  });
});

describe('classifying', () => {
  it('as declared confirms the clocks', () => {
    const taken = petition.after(take());
    taken
      .when(classify())
      .then({ type: 'PetitionClassified', data: { kind: 'complaint', before: 'complaint' } });
    expect(taken.and(classify()).state).toMatchObject({
      clocks: (taken.state as { clocks: object }).clocks,
    });
  });
  it('away from complaint voids acceptance and keeps the hard limit', () => {
    petition
      .after(take())
      .when(classify('feedback', 'Không nêu quyết định nào'))
      .then({
        type: 'PetitionClassified',
        data: { clocksEnded: [{ rule: ACCEPT, how: 'void' }] },
      });
    expect(running(petition.after(take(), classify('feedback', 'x')))).toEqual([HARD]);
  });
  it('as a complaint after all starts acceptance from the day of receipt', () => {
    petition
      .after(take({ declaredKind: 'feedback' }))
      .when(classify('complaint', 'Nêu quyết định ấn định thuế'), {
        now: '2026-11-25T02:00:00.000Z',
      })
      .then({
        type: 'PetitionClassified',
        data: { clocksStarted: [{ rule: ACCEPT, trigger: '2026-11-18' }] },
      });
  });
  it('differently from what was declared needs a reason', () => {
    petition.after(take()).when(classify('feedback')).thenRefused('REASON_MISSING');
  });
  it('as a denunciation forgets the gist for good, for it may tell who denounces', () => {
    const denounced = petition.after(take(), classify('denunciation', 'x'));
    expect(denounced.state).toMatchObject({ gist: null });
    denounced
      .and(classify('complaint', 'y'))
      .and({ command: confirm(), actor: khanh })
      .when(accept())
      .then({ type: 'PetitionAccepted', data: { gist: null } });
  });
  it('the same for another reason keeps the reason, and starts nothing', () => {
    const classified = petition.after(take(), classify());
    classified.when(classify('complaint', 'Đọc kỹ lại')).then({
      type: 'PetitionClassified',
      data: { kind: 'complaint', before: 'complaint', reason: 'Đọc kỹ lại' },
    });
    const again = classified.and(classify('complaint', 'Đọc kỹ lại'));
    expect(running(again)).toEqual(running(classified));
  });

  it('the same again is nothing to do', () => {
    petition.after(take(), classify()).when(classify()).thenNothing();
  });
});

describe('accepting', () => {
  const classified = petition.after(take(), classify());

  it('opens the case and meets both clocks', () => {
    classified.when(accept()).then({
      type: 'PetitionAccepted',
      data: {
        case: CASE,
        conditionsMet: true,
        kind: 'complaint',
        receivedOn: received.receivedOn,
        clocksEnded: [
          { rule: HARD, how: 'met' },
          { rule: ACCEPT, how: 'met' },
        ],
      },
    });
    expect(running(classified.and(accept()))).toEqual([]);
  });
  it('is only for the unit whose petition it is', () => {
    classified.when(accept({ competentUnit: 'KV-MH' })).thenRefused('UNIT_NOT_COMPETENT');
  });
  it.each(PETITION_KINDS.filter((kind) => kind !== 'complaint'))('takes no %s yet', (kind) => {
    petition
      .after(take(), classify(kind, 'x'))
      .when(accept())
      .thenRefused('KIND_NOT_YET_HANDLED', { kind });
  });
  it.each(['KV-MH', null])('is refused when the law makes %s competent', (unit) => {
    const jurisdiction = { level: 'cuc', title: 'Chi cục trưởng', law: 'Luật Khiếu nại', unit };
    classified
      .when(accept({ instance: 2, jurisdiction, reason: 'x' }))
      .thenRefused('UNIT_NOT_COMPETENT');
  });
  it('without a unit that is complained of says that competence was not found', () => {
    classified
      .when(accept({ jurisdiction: null }))
      .then({ type: 'PetitionAccepted', data: { jurisdiction: null } });
  });
  it('against the proposal needs a reason', () => {
    const basis = { ...asProposed, proposed: ['guide'], agreed: false };
    classified.when(accept({ basis })).thenRefused('REASON_MISSING');
    classified
      .when(accept({ basis, reason: 'Người gửi đã bổ sung quyết định' }))
      .then({ type: 'PetitionAccepted' });
  });
  it('waits for classification', () => {
    petition.after(take()).when(accept()).thenRefused('NOT_CLASSIFIED');
  });
});

describe('settling without a case', () => {
  const classified = petition.after(take(), classify());

  it.each(['guided', 'transferred'] as const)('%s names the competent body', (outcome) => {
    classified.when(settle({ outcome })).thenRefused('COMPETENT_BODY_MISSING');
    classified
      .when(settle({ outcome, competentBody: 'UBND tỉnh' }))
      .then({ type: 'PetitionSettled', data: { outcome } });
  });
  it('as not accepted answers the clock of acceptance', () => {
    classified.when(settle({ outcome: 'not_accepted' })).then({
      type: 'PetitionSettled',
      data: { clocksEnded: [{ rule: HARD }, { rule: ACCEPT, how: 'met' }] },
    });
  });
  it('otherwise meets the hard limit only', () => {
    classified.when(settle()).then({
      type: 'PetitionSettled',
      data: {
        clocksEnded: [
          { rule: HARD, how: 'met' },
          { rule: ACCEPT, how: 'void' },
        ],
      },
    });
  });
  it('waits for classification', () => {
    petition.after(take()).when(settle()).thenRefused('NOT_CLASSIFIED');
  });
});

describe.each([
  ['accepted', accept()],
  ['settled', settle()],
])('what is %s', (state, end) => {
  const decided = petition.after(take(), classify(), end);

  it('is not decided again', () => {
    for (const command of [classify('feedback', 'x'), accept(), settle()])
      decided.when(command).thenRefused('ALREADY_DECIDED', { state });
  });
  it('breaches nothing', () => {
    for (const rule of [ACCEPT, HARD]) decided.when(noticeBreach(rule), afterAll).thenNothing();
  });
});

describe('a note', () => {
  it('is kept, and starts, ends and restarts nothing', () => {
    const taken = petition.after(take());
    taken.when(note).then({ type: 'NoteAdded' });
    expect(uncounted(taken.and(note).state)).toEqual(uncounted(taken.state));
  });
});

describe('a breach', () => {
  const taken = petition.after(take());
  const over = { now: '2026-11-27T17:00:00.000Z' };

  it('is noticed from the first moment after the last day, and tells the superior', () => {
    taken.when(noticeBreach(ACCEPT), over).then({
      type: 'DeadlineBreached',
      data: { rule: ACCEPT, due: '2026-11-27', policy: 'POLICY.TELL_SUPERIOR', told: superior },
    });
  });
  it('is none before', () => {
    taken
      .when(noticeBreach(ACCEPT), { now: '2026-11-27T16:59:59.999Z' })
      .thenRefused('NOT_OVERDUE', { rule: ACCEPT });
  });
  it('is noticed once', () => {
    taken
      .and({ command: noticeBreach(ACCEPT), ...over })
      .when(noticeBreach(ACCEPT), afterAll)
      .thenNothing();
  });
  it('of one clock says nothing of the other', () => {
    taken
      .and({ command: noticeBreach(ACCEPT), ...over })
      .when(noticeBreach(HARD), afterAll)
      .then({ type: 'DeadlineBreached', data: { rule: HARD } });
  });
  it('of a clock that does not run is nothing', () => {
    taken.when(noticeBreach('KN1.SEND'), afterAll).thenNothing();
  });
  it('stays noticed when the same clock is voided and started again', () => {
    taken
      .and({ command: noticeBreach(ACCEPT), ...over })
      .and(classify('feedback', 'x'))
      .and(classify('complaint', 'x'))
      .when(noticeBreach(ACCEPT), afterAll)
      .thenNothing();
  });
  it('does not keep the petition from being accepted late', () => {
    taken
      .and({ command: noticeBreach(ACCEPT), ...over })
      .and(classify())
      .when(accept(), afterAll)
      .then({ type: 'PetitionAccepted' });
  });
});

describe('naming the unit complained of', () => {
  const open = petition.after(take({ respondentUnit: null }));

  it('happens with the classification, where the registration did not', () => {
    open
      .when(naming('HQ-SM'))
      .then({ type: 'PetitionClassified', data: { respondentUnit: 'HQ-SM' } });
    expect(open.and(naming('HQ-SM')).state).toMatchObject({ respondentUnit: 'HQ-SM' });
    open
      .and(naming('HQ-SM'))
      .when(accept())
      .then({ type: 'PetitionAccepted', data: { respondentUnit: 'HQ-SM' } });
  });
  it('can come later and be put right until the petition is decided, each time once', () => {
    const named = open.and(classify()).and(naming('HQ-DG'));
    for (const nothing of [naming('HQ-DG'), naming(null), classify()])
      named.when(nothing).thenNothing();
    expect(named.and(naming('HQ-SM')).state).toMatchObject({ respondentUnit: 'HQ-SM' });
    named.and(settle()).when(naming('HQ-SM')).thenRefused('ALREADY_DECIDED');
  });
  it('does not replace what the registration says', () => {
    petition.after(take()).when(naming('HQ-DG')).thenRefused('RESPONDENT_REGISTERED');
    const [event] = petition.after(take()).and(naming('HQ-SM')).history.events.slice(-1);
    expect(event?.data).not.toHaveProperty('respondentUnit');
  });
});

describe('classifying a denunciation as something else', () => {
  const denounced = petition.after(take({ declaredKind: 'denunciation', gist: null }));
  const proposed = denounced.and(classify('complaint', 'Không tố cáo ai'));

  it('is a proposal that changes nothing', () => {
    denounced.when(classify('complaint', 'x')).then({
      type: 'ReclassificationProposed',
      data: { proposed: { kind: 'complaint' }, reason: 'x' },
    });
    const { proposed: waits, ...rest } = proposed.state as Taken;
    expect(waits).toMatchObject({
      what: 'reclassification',
      kind: 'complaint',
      proposer: { person: 'giang' },
    });
    expect(uncounted({ ...rest, proposed: null })).toEqual(uncounted(denounced.state));
  });
  it('needs a reason', () => {
    denounced.when(classify('complaint')).thenRefused('REASON_MISSING');
  });
  it('holds once another person confirms, from when its clocks run', () => {
    proposed.when(confirm('Đồng ý'), { actor: khanh }).then({
      type: 'PetitionClassified',
      data: {
        kind: 'complaint',
        before: 'denunciation',
        proposedBy: 'giang',
        reason: 'Đồng ý',
        clocksStarted: [{ rule: ACCEPT, trigger: '2026-11-18' }],
      },
    });
    const confirmed = proposed.and({ command: confirm(), actor: khanh });
    expect(confirmed.state).toMatchObject({ kind: 'complaint', proposed: null });
  });
  it('names the unit complained of only then', () => {
    const open = petition.after(take({ declaredKind: 'denunciation', respondentUnit: null }));
    const naming = open.and(classify('complaint', 'x', { respondentUnit: 'HQ-DG' }));
    expect(naming.state).toMatchObject({ respondentUnit: null });
    naming
      .when(confirm(), { actor: khanh })
      .then({ type: 'PetitionClassified', data: { respondentUnit: 'HQ-DG' } });
  });
  it('waits before anything else is decided, and once declined may be proposed again', () => {
    for (const command of [classify('denunciation'), classify('feedback', 'x')])
      proposed.when(command).thenRefused('AWAITING_SECOND_PERSON', { proposed: 'complaint' });
    const classified = denounced.and(classify('denunciation'));
    for (const command of [settle(), accept()])
      classified.and(classify('feedback', 'x')).when(command).thenRefused('AWAITING_SECOND_PERSON');
    const declined = proposed.and({ command: decline, actor: khanh });
    expect(uncounted(declined.state)).toEqual(uncounted(denounced.state));
    declined.when(classify('feedback', 'x')).then({ type: 'ReclassificationProposed' });
  });
  it('can be withdrawn by its proposer', () => {
    proposed.when(decline).then({ type: 'ReclassificationDeclined' });
  });
  it('is confirmed once, and never without a proposal', () => {
    const confirmed = proposed.and({ command: confirm(), actor: khanh });
    for (const given of [denounced, confirmed])
      for (const command of [confirm(), decline])
        given.when(command, { actor: khanh }).thenRefused('NOTHING_TO_CONFIRM');
  });
});
