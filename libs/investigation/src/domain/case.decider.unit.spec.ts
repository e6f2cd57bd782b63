import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import {
  CASE,
  OPENED_AT,
  PETITION,
  approve,
  assign,
  binh,
  cuc,
  evidence,
  explanation,
  hung,
  lan,
  note,
  noteDecision,
  noticeBreach,
  propose,
  receive,
  sendBack,
  superior,
} from '../investigation.fixture.ts';
import { caseDecider } from './case.decider.ts';

const aCase = DeciderSpecification.for(caseDecider, { actor: binh, now: OPENED_AT });
const RESOLVE = 'KN1.RESOLVE.NORMAL';
const ofCase = { case: CASE, petitions: [PETITION] };

const assigned = aCase.after(receive(), assign('hung'));
const proposed = assigned.and({ command: propose(), actor: hung });
const approved = proposed.and(approve());
const decided = approved.and(noteDecision);

describe('receiving a case', () => {
  it('starts the clock of resolution at acceptance', () => {
    aCase
      .given()
      .when(receive())
      .then({
        type: 'CaseReceived',
        data: { clocksStarted: [{ rule: RESOLVE, trigger: '2026-11-23', due: '2026-12-23' }] },
      });
  });
  it('starts none for what is no complaint', () => {
    const { state } = aCase.after(receive({ kind: 'feedback' }));
    expect(state).toHaveProperty('clocks.running', {});
  });
  it('happens once', () => {
    assigned.when(receive()).thenNothing();
  });
  it('refuses the number of a case about other petitions', () => {
    assigned.when(receive({ petitions: ['D26-00000000-0'] })).thenRefused('CASE_NUMBER_TWICE');
  });
  it('comes before everything else', () => {
    const commands = [assign(), note, explanation(), evidence(), propose(), approve(), sendBack()];
    for (const command of [...commands, noteDecision, noticeBreach()])
      aCase.given().when(command).thenRefused('CASE_UNKNOWN');
  });
});

describe('assigning', () => {
  it('names who verifies', () => {
    aCase
      .after(receive())
      .when(assign('hung'))
      .then({ type: 'CaseAssigned', data: { ...ofCase, assignee: 'hung' } });
    expect(assigned.state).toMatchObject({ is: 'assigned', assignee: 'hung' });
  });
  it('the same person again is nothing to do', () => {
    assigned.when(assign('hung')).thenNothing();
  });
  it('refuses who does not verify for this unit', () => {
    aCase.after(receive()).when(assign('phuc', false)).thenRefused('ASSIGNEE_CANNOT_VERIFY');
  });
  it('may pass to another until the case is concluded, but not while a draft awaits approval', () => {
    assigned.when(assign('lan')).then({ type: 'CaseAssigned', data: { assignee: 'lan' } });
    proposed.when(assign('lan')).thenRefused('AWAITING_APPROVAL');
    for (const given of [approved, decided])
      given.when(assign('lan')).thenRefused('ALREADY_CONCLUDED');
  });
});

describe('working a case', () => {
  const work = [explanation(), evidence(), propose()];

  it('is for the assignee', () => {
    for (const command of work) {
      assigned.when(command, { actor: hung }).then({ type: expect.any(String) as never });
      assigned.when(command, { actor: lan }).thenRefused('NOT_THE_ASSIGNEE');
      assigned.when(command, { actor: binh }).thenRefused('NOT_THE_ASSIGNEE');
    }
  });
  it('is for nobody before it is assigned', () => {
    for (const command of work)
      aCase.after(receive()).when(command, { actor: hung }).thenRefused('NOT_THE_ASSIGNEE');
  });
  it('passes with the assignment', () => {
    const passed = assigned.and(assign('lan'));
    passed.when(evidence(), { actor: hung }).thenRefused('NOT_THE_ASSIGNEE');
    passed.when(evidence(), { actor: lan }).then({ type: 'EvidenceRecorded' });
  });
  it('ends with the conclusion', () => {
    for (const given of [approved, decided])
      for (const command of work)
        given.when(command, { actor: hung }).thenRefused('ALREADY_CONCLUDED');
  });
  it('records nothing that lies in the future, by the day in Việt Nam', () => {
    const asked = { actor: hung, now: '2026-11-23T17:00:00.000Z' };
    assigned.when(explanation('2026-11-24'), asked).then({ type: 'ExplanationRecorded' });
    assigned
      .when(explanation('2026-11-25'), asked)
      .thenRefused('DATE_IN_FUTURE', { field: '/givenOn' });
    assigned
      .when(evidence('2026-11-25'), asked)
      .thenRefused('DATE_IN_FUTURE', { field: '/obtainedOn' });
  });
});

describe('a conclusion', () => {
  it('is proposed in numbered drafts', () => {
    assigned
      .when(propose('upheld'), { actor: hung })
      .then({ type: 'ConclusionProposed', data: { ...ofCase, version: 1, conclusion: 'upheld' } });
    proposed
      .when(propose('dismissed'), { actor: hung })
      .then({ type: 'ConclusionProposed', data: { version: 2, conclusion: 'dismissed' } });
  });
  it('is approved by another person, and tells all that response needs', () => {
    proposed.when(approve()).then({
      type: 'ConclusionApproved',
      data: {
        ...ofCase,
        version: 1,
        conclusion: 'upheld',
        unit: 'HQ-SM',
        receivedOn: '2026-11-18',
        clock: { rule: RESOLVE, due: '2026-12-23' },
      },
    });
  });
  it.each([
    ['approve', approve()],
    ['return', sendBack()],
  ])('cannot be %sd by who proposed it, whatever post they act in', (_, judge) => {
    const asHead = { person: 'hung', role: 'head', unit: 'HQ-SM', deputyFor: 'binh' };
    proposed.when(judge, { actor: asHead }).thenRefused('FOUR_EYES');
    const proposedAsHead = assigned.and({ command: propose(), actor: asHead });
    proposedAsHead.when(judge, { actor: hung }).thenRefused('FOUR_EYES');
  });
  it('is judged by nobody who proposed, was assigned or recorded before', () => {
    const returned = assigned
      .and(assign('lan'))
      .and({ command: evidence(), actor: lan })
      .and(assign('hung'))
      .and({ command: propose(), actor: hung })
      .and({ command: sendBack(), actor: binh });
    const passed = returned.and(assign('cuc')).and({ command: propose(), actor: cuc });
    for (const { person } of [cuc, hung, lan])
      for (const judge of [approve(2), sendBack(2)])
        passed
          .when(judge, { actor: { person, role: 'head', unit: 'HQ-SM' } })
          .thenRefused('FOUR_EYES');
    passed.when(approve(2), { actor: binh }).then({ type: 'ConclusionApproved' });
  });
  it('is judged by the draft that was read', () => {
    const changed = proposed.and({ command: propose('dismissed'), actor: hung });
    for (const judge of [approve(1), sendBack(1)])
      changed.when(judge).thenRefused('DRAFT_CHANGED', {
        seenVersion: 1,
        actualVersion: 2,
      });
    changed
      .when(approve(2))
      .then({ type: 'ConclusionApproved', data: { conclusion: 'dismissed' } });
  });
  it('goes back with a note, and comes again as a new draft', () => {
    proposed.when(sendBack()).then({ type: 'ConclusionReturned', data: { version: 1 } });
    const returned = proposed.and(sendBack());
    for (const judge of [approve(), sendBack()])
      returned.when(judge).thenRefused('NOTHING_PROPOSED');
    returned
      .when(propose(), { actor: hung })
      .then({ type: 'ConclusionProposed', data: { version: 2 } });
  });
  it('must be there to be judged', () => {
    assigned.when(approve()).thenRefused('NOTHING_PROPOSED');
  });
  it('is approved once', () => {
    for (const judge of [approve(), sendBack()])
      approved.when(judge).thenRefused('ALREADY_CONCLUDED');
  });
});

describe('the clock of resolution', () => {
  const over = { now: '2026-12-23T17:00:00.000Z' };

  it('runs on until the day on which the decision was issued', () => {
    expect(approved.state).toMatchObject({ clocks: { running: { [RESOLVE]: {} } } });
    approved.when(noteDecision).then({
      type: 'DecisionNoted',
      data: { clocksEnded: [{ rule: RESOLVE, how: 'met', on: '2026-11-25' }] },
    });
    decided.when(noteDecision).thenNothing();
  });
  it('T8: is issued on no case that was not concluded, whatever another service tells', () => {
    for (const open of [aCase.after(receive()), assigned, proposed])
      open.when(noteDecision).thenRefused('CASE_NOT_CONCLUDED');
  });
  it('is neither ended nor started again by a note', () => {
    assigned.when(note).then({ type: 'NoteAdded' });
    expect({ ...assigned.and(note).state, today: undefined }).toEqual({
      ...assigned.state,
      today: undefined,
    });
  });
  it('is noticed when it is over, once, and not before', () => {
    assigned.when(noticeBreach()).thenRefused('NOT_OVERDUE');
    assigned
      .when(noticeBreach(), over)
      .then({ type: 'DeadlineBreached', data: { rule: RESOLVE, told: superior } });
    assigned
      .and({ command: noticeBreach(), ...over })
      .when(noticeBreach(), over)
      .thenNothing();
  });
  it('is noticed without an assignee as well, and never after the decision', () => {
    aCase.after(receive()).when(noticeBreach(), over).then({ type: 'DeadlineBreached' });
    decided.when(noticeBreach(), over).thenNothing();
  });
});
