import { describe, expect, it } from '@jest/globals';
import type { Relation } from '@minh-bach/contracts';
import { DeciderSpecification } from '@minh-bach/testing';
import {
  CASE,
  OPENED_AT,
  PETITION,
  approve,
  assign,
  binh,
  hung,
  lan,
  propose,
  receive,
} from '../investigation.fixture.ts';
import type { DeclareRelation, DeclineAssignment, DismissRelation } from './case.commands.ts';
import { caseDecider } from './case.decider.ts';

const aCase = DeciderSpecification.for(caseDecider, { actor: binh, now: OPENED_AT });
const ofCase = { case: CASE, petitions: [PETITION] };
const declare = (
  person: string,
  relation: Relation,
  over: Partial<DeclareRelation> = {},
): DeclareRelation => ({
  ...{ type: 'DeclareRelation', person, relation, note: 'Anh ruột' },
  ...{ verifies: true, isDenunciation: false, ...over },
});
const decline = (relation: Relation = 'direct_interest'): DeclineAssignment => ({
  ...{ type: 'DeclineAssignment', relation, note: 'Có hợp đồng với bên kia' },
  isDenunciation: false,
});
const dismiss = (relation: number, over: Partial<DismissRelation> = {}): DismissRelation => ({
  ...{ type: 'DismissRelation', relation, reason: 'Trùng tên' },
  ...{ isOwn: false, isAgain: false, isDenunciation: false, ...over },
});

const received = aCase.after(receive());
const assigned = received.and(assign('hung'));

describe('a conflict of interest by the list', () => {
  it.each<[Relation, boolean, string, boolean]>([
    ['relative_of_respondent', true, 'COI8', true],
    ['direct_interest', true, 'COI8', true],
    ['subordinate_of_respondent', true, 'COI4', false],
    ['relative_of_respondent', false, 'COI4', false],
    ['relative_of_sender', false, 'COI4', false],
    ['direct_interest', false, 'COI4', false],
  ])(
    '%s, a denunciation: %s: refuses the assignment by %s, law: %s',
    (relation, isDenunciation, rule, legal) => {
      const declared = received.and(declare('hung', relation, { isDenunciation }));
      declared
        .when({ ...assign('hung'), isDenunciation })
        .thenRefused(legal ? 'ASSIGNEE_CONFLICT_BY_LAW' : 'ASSIGNEE_HAS_CONFLICT', { rule });
      declared.when({ ...assign('lan'), isDenunciation }).then({
        type: 'CaseAssigned',
        data: { assignee: 'lan', conflictsChecked: isDenunciation ? ['COI4', 'COI8'] : ['COI4'] },
      });
    },
  );

  it('is declared once, of verifiers alone, until the conclusion is approved', () => {
    const one = declare('hung', 'direct_interest');
    received.and(one).when(one).thenRefused('RELATION_DECLARED');
    received.when({ ...one, verifies: false }).thenRefused('RELATION_OF_NO_VERIFIER');
    assigned
      .and({ command: propose(), actor: hung })
      .and(approve())
      .when(one)
      .thenRefused('ALREADY_CONCLUDED');
  });

  it('is never said of a denouncer', () => {
    received
      .when(declare('hung', 'relative_of_sender', { isDenunciation: true }))
      .thenRefused('RELATION_TELLS_SENDER');
    assigned
      .when({ ...decline('relative_of_sender'), isDenunciation: true }, { actor: hung })
      .thenRefused('RELATION_TELLS_SENDER');
  });

  it('that somebody else reported a head may find to be none; what people say of themselves stands', () => {
    const reported = received.and({ command: declare('hung', 'direct_interest'), actor: lan });
    reported.when(dismiss(1)).then({
      type: 'RelationDismissed',
      data: { ...ofCase, relation: 1, person: 'hung', reason: 'Trùng tên' },
    });
    const settled = reported.and(dismiss(1));
    settled.when(dismiss(1)).thenRefused('RELATION_UNKNOWN');
    settled.when(assign('hung')).then({ type: 'CaseAssigned' });
    received
      .and({ command: declare('hung', 'direct_interest'), actor: hung })
      .when(dismiss(1))
      .thenRefused('RELATION_OWN_WORD');
    received.when(dismiss(1)).thenRefused('RELATION_UNKNOWN');
  });
});

describe('T9: a conflict of interest that somebody else reported', () => {
  const reported = received.and({ command: declare('hung', 'direct_interest'), actor: lan });

  it('is dismissed by nobody whom it is about', () => {
    reported.when(dismiss(1, { isOwn: true })).thenRefused('RELATION_OF_YOURSELF');
  });

  it('bars from a denunciation until two heads found that it is none', () => {
    const isDenunciation = true;
    const assigns = { ...assign('hung'), isDenunciation };
    // Also where the first of them found so while it was a complaint.
    const once = reported.and(dismiss(1));
    once.when(assign('hung')).then({ type: 'CaseAssigned' });
    once.when(assigns).thenRefused('ASSIGNEE_CONFLICT_BY_LAW');
    once.when(dismiss(1, { isDenunciation, isAgain: true })).thenRefused('RELATION_SECOND_HEAD');
    once.and(dismiss(1, { isDenunciation })).when(assigns).then({ type: 'CaseAssigned' });
  });
});

describe('declining for a conflict', () => {
  it('hands the case back, and bars whoever declined', () => {
    assigned.when(decline(), { actor: hung }).then({
      type: 'AssignmentDeclined',
      data: { ...ofCase, assignee: 'hung', relation: 'direct_interest' },
    });
    const back = assigned.and({ command: decline(), actor: hung });
    expect(back.state).toMatchObject({ is: 'received', assignee: null });
    back.when(assign('hung')).thenRefused('ASSIGNEE_HAS_CONFLICT');
    back.when(assign('lan')).then({ type: 'CaseAssigned' });
    back.when(dismiss(1)).thenRefused('RELATION_OWN_WORD');
  });

  it('is for the assignee, before a draft waits', () => {
    assigned.when(decline(), { actor: lan }).thenRefused('NOT_THE_ASSIGNEE');
    assigned
      .and({ command: propose(), actor: hung })
      .when(decline(), { actor: hung })
      .thenRefused('AWAITING_APPROVAL');
  });
});
