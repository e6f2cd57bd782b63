import { describe, expect, it } from '@jest/globals';
import { POLICY } from '@minh-bach/contracts';
import type { Matter, Role } from '../../api/types.ts';
import { bodyOf, initialValues } from '../../forms/fields.ts';
import { labelOf } from './action.ts';
import type { Label } from '../../i18n/language.tsx';
import { ACTIONS, availableActions } from './available.ts';

const english = (label: Label): string => (typeof label === 'string' ? label : label.en);
const name = { vi: 'a', en: 'a' };
const unit = { id: 'HQ-SM', name };

const post = (...roles: Role[]) => ({
  post: 'p',
  unit: 'HQ-SM',
  unitName: name,
  title: name,
  roles,
});

/** Only what the conditions look at. */
const matter = (parts: object): Matter => ({ pending: [], ...parts }) as Matter;
const merged = { into: null, from: [] };
const inTriage = (state: string) =>
  matter({ triage: { state, unit, handling: { isMine: true }, merged } });
const proposed = matter({
  investigation: {
    state: 'proposed',
    unit,
    assignee: { id: 'hung', name: 'H' },
    relations: [],
    guidance: [],
    judging: { unit, excluded: ['hung'] },
    drafts: [{ version: 1, status: 'proposed', by: { id: 'hung', name: 'H' } }],
  },
});

const offered = (person: string, roles: Role[], about: Matter): string[] =>
  availableActions({ person, post: post(...roles), matter: about }).map(({ id }) => id);

describe('actions on the page', () => {
  it('are given to the roles of the policy table', () => {
    for (const { id, policy, roles } of ACTIONS) {
      const rule = POLICY[policy as keyof typeof POLICY];
      expect({ id, roles }).toEqual({ id, roles: rule.roles });
    }
  });

  it('decide only what is classified', () => {
    expect(offered('giang', ['classifier'], inTriage('taken'))).toEqual([
      'classify',
      'merge',
      'correct-respondents',
      'petition-note',
    ]);
    expect(offered('giang', ['classifier'], inTriage('classified'))).toEqual([
      'accept',
      'not_accepted',
      'guided',
      'transferred',
      'filed',
      'merge',
      'call-denunciation',
      'correct-respondents',
      'petition-note',
    ]);
    expect(offered('giang', ['classifier'], inTriage('accepted'))).toEqual([
      'call-denunciation',
      'correct-respondents',
      'petition-note',
    ]);
  });

  it('end a denunciation only by a proposal, and let its proposer withdraw it', () => {
    const triage = { state: 'classified', kind: 'denunciation', unit, handling: { isMine: true } };
    const labels = (person: string, about: Matter) =>
      availableActions({ person, post: post('head'), matter: about }).map((action) =>
        english(labelOf(action, { person, matter: about })),
      );
    expect(labels('giang', matter({ triage }))).toContain('Propose to file');
    const by = { id: 'giang', name: 'G' };
    const waits = (isOwn: boolean) =>
      matter({ triage: { ...triage, proposed: { by, isOwn, mayAnswer: true } } });
    expect(labels('giang', waits(true))).toEqual([
      'Withdraw the proposal',
      'Correct whom it is about',
      'Note',
    ]);
    expect(labels('khanh', waits(false)).slice(0, 2)).toEqual([
      'Confirm the proposal',
      'Decline the proposal',
    ]);
  });

  it('confirm a correction, but not where it may take back a warning of the unit', () => {
    const waits = (mayConfirm: boolean) => {
      const by = { id: 'dung', name: 'D' };
      const may = { mayAnswer: true, mayDecline: true, mayConfirm };
      const correction = { by, isOwn: false, ...may };
      return matter({ intake: { unit, correction } });
    };
    expect(offered('giang', ['classifier'], waits(true))).toEqual([
      'correction-confirm',
      'correction-decline',
    ]);
    expect(offered('giang', ['classifier'], waits(false))).toEqual(['correction-decline']);
  });

  it('call a petition a denunciation from above, by officers, and after its decision', () => {
    for (const role of ['classifier', 'head', 'denunciation-officer'] as const)
      expect(offered('x', [role], inTriage('settled'))).toContain('call-denunciation');
    const asOne = matter({
      triage: { state: 'settled', kind: 'denunciation', unit, handling: {} },
    });
    expect(offered('x', ['head'], asOne)).not.toContain('call-denunciation');
  });

  it('answer a proposal for a denunciation: from above too, the proposer and their deputy by declining alone', () => {
    const above = { id: 'HQ-DG', name };
    const about = (where: object, isOwn: boolean, mayAnswer = true) =>
      matter({
        triage: {
          state: 'taken',
          kind: 'denunciation',
          unit: where,
          handling: { isMine: where === unit },
          proposed: { by: { id: 'giang', name: 'G' }, isOwn, mayAnswer },
        },
      });
    for (const who of ['giang', 'lan'])
      expect(offered(who, ['classifier'], about(unit, true))).toEqual([
        'decision-decline',
        'correct-respondents',
        'petition-note',
      ]);
    expect(offered('khanh', ['head'], about(above, false))).toEqual([
      'decision-confirm',
      'decision-decline',
      'correct-respondents',
    ]);
    expect(offered('ha', ['auditor'], about(above, false))).toContain('decision-confirm');
    expect(offered('ha', ['auditor'], about(above, false, false))).toEqual([]);
  });

  it('correct whom it is about, and name again those whom nobody took out', () => {
    const other = { id: 'HQ-DG', name };
    const about = matter({
      triage: {
        state: 'taken',
        unit,
        handling: { isMine: true },
        respondentUnit: unit,
        respondents: {
          units: [unit, other],
          people: [{ id: 'binh', name: 'B', on: '2026-11-02' }],
        },
      },
    });
    const correct = ACTIONS.find(({ id }) => id === 'correct-respondents')!;
    const choices = { say: String, name: () => 'a', units: [], people: [] };
    const fields = correct.fields(about, choices);
    const sent = (values: object) =>
      correct.toBody?.(bodyOf(fields, { ...initialValues(fields), ...values }), about);
    expect(sent({ reason: 'r' })).toEqual({
      respondentUnit: 'HQ-SM',
      respondents: { units: ['HQ-DG'], people: [{ person: 'binh', on: '2026-11-02' }] },
      reason: 'r',
    });
    expect(sent({ reason: 'r', 'units/0': '', people: '' })).toMatchObject({
      respondents: { units: [], people: [] },
    });
  });

  it('leave an approval to the unit above where the unit has nobody left', () => {
    const draft = { version: 1, status: 'proposed', by: { id: 'hung', name: 'H' } };
    const judged = (where: object) =>
      matter({
        investigation: {
          state: 'proposed',
          unit: { id: 'HQ-DG', name },
          drafts: [draft],
          judging: { unit: where, excluded: ['hung'] },
        },
      });
    expect(offered('khanh', ['head'], judged(unit))).toEqual(['approve', 'return']);
    expect(offered('khanh', ['head'], judged({ id: 'HQ-DG', name }))).toEqual([]);
  });

  it('leave the decision to the head who issues it, of the unit or of one above', () => {
    const concluded = (issuing: object) =>
      matter({
        response: { state: 'requested', unit: { id: 'HQ-DG', name }, issuing, waiting: [] },
      });
    expect(offered('khanh', ['head'], concluded(unit))).toEqual(['issue']);
    expect(offered('khanh', ['head'], concluded({ id: 'HQ-DG', name }))).toEqual([]);
    expect(offered('phuc', ['clerk'], concluded(unit))).toEqual([]);
  });

  it('ask whom a petition is against where the registration names nobody', () => {
    const asked = (respondentRegistered: boolean) => {
      const about = matter({
        triage: { state: 'taken', unit, handling: { isMine: true }, merged, respondentRegistered },
      });
      const [classify] = availableActions({ person: 'g', post: post('classifier'), matter: about });
      const choices = { say: String, name: () => 'a', units: [], people: [] };
      return classify?.fields(about, choices).map(({ name: field }) => field);
    };
    expect(asked(true)).toEqual(['kind', 'reason']);
    expect(asked(false)).toEqual(['kind', 'reason', 'respondentUnit']);
  });

  it('are few for the matters of another unit, which is shown only to those above', () => {
    const elsewhere = matter({
      triage: { state: 'taken', unit: { id: 'HQ-DG', name }, handling: { isMine: false }, merged },
    });
    expect(offered('giang', ['classifier'], elsewhere)).toEqual([
      'call-denunciation',
      'correct-respondents',
    ]);
  });

  it('let nobody approve a conclusion of one’s own', () => {
    expect(offered('binh', ['head'], proposed)).toEqual([
      'approve',
      'return',
      'ask-guidance',
      'declare-relation',
      'case-note',
    ]);
    expect(offered('hung', ['head'], proposed)).toEqual([
      'ask-guidance',
      'declare-relation',
      'case-note',
    ]);
  });

  it('let only the assignee record and propose', () => {
    const recorded = { explanations: [], evidence: [], relations: [], guidance: [] };
    const assignee = { id: 'hung', name: 'H' };
    const investigation = { state: 'assigned', unit, assignee, drafts: [], ...recorded };
    const assigned = matter({ investigation });
    expect(offered('hung', ['verifier'], assigned)).toEqual([
      'explanation',
      'evidence',
      'propose',
      'ask-guidance',
      'decline-assignment',
      'declare-relation',
      'case-note',
    ]);
    expect(offered('lan', ['verifier'], assigned)).toEqual(['declare-relation', 'case-note']);
    const item = { item: 1, title: 'Mẫu', folio: null, withdrawn: null };
    const withItem = matter({ investigation: { ...investigation, evidence: [item] } });
    expect(offered('hung', ['verifier'], withItem)).toContain('withdraw-item');
    const withdrawn = { ...item, withdrawn: { at: '', by: assignee, reason: null } };
    const without = matter({ investigation: { ...investigation, evidence: [withdrawn] } });
    expect(offered('hung', ['verifier'], without)).not.toContain('withdraw-item');
  });

  it('T4: offer no correction of names to a person whom the petition names', () => {
    const triage = { state: 'settled', kind: 'complaint', unit, handling: {}, isKept: true };
    expect(offered('giang', ['classifier'], matter({ triage }))).not.toContain(
      'correct-respondents',
    );
  });

  it('T4: offer nothing of case and answer to a person whom the petition names', () => {
    const assignee = { id: 'hung', name: 'H' };
    const investigation = { state: 'assigned', unit, assignee, drafts: [], isKept: true };
    expect(offered('hung', ['verifier'], matter({ investigation }))).toEqual([]);
    const waiting: unknown[] = [];
    const response = { state: 'requested', unit, issuing: unit, isKept: true, waiting };
    expect(offered('binh', ['head'], matter({ response }))).toEqual([]);
    const day = { mayConfirm: true, isOwn: false };
    const named = matter({ response: { ...response, waiting: [day] } });
    expect(offered('khanh', ['head'], named)).toEqual([]);
    const asked = matter({ response: { ...response, isKept: false } });
    expect(offered('binh', ['head'], asked)).toEqual(['issue']);
  });

  it('answer a day that waits: by the unit above, and by its proposer by taking it back alone', () => {
    const [above, own] = [
      { mayConfirm: true, isOwn: false },
      { mayConfirm: false, isOwn: true },
    ];
    const of = (day: object) =>
      matter({
        response: { state: 'delivered', unit: { id: 'HQ-DG' }, isKept: false, waiting: [day] },
      });
    expect(offered('khanh', ['head'], of(above))).toEqual(['day-confirm', 'day-decline']);
    expect(offered('phuc', ['clerk'], of(own))).toContain('day-decline');
    expect(offered('phuc', ['clerk'], of(own))).not.toContain('day-confirm');
  });
});
