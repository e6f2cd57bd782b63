import type { Role } from './roles.ts';

/** Whose matters an action reaches from the actor's unit. */
export type Scope =
  /** Matters of the actor's own unit. */
  | 'unit'
  /** Those and the matters of all units below it. */
  | 'below'
  /** The matters of all units below it, none of its own. */
  | 'under'
  /** All; or no matter is concerned. */
  | 'all';

export interface Rule {
  readonly roles: readonly Role[];
  readonly scope: Scope;
}

/**
 * The one policy table: who may do what. Routes name an action; the guard checks role and unit. What is
 * not here is forbidden. A service's part of a matter's history takes the action of its page of the
 * matter. Where a post has several roles of a rule, the first counts: those that may less stand last.
 *
 * What only the stream can tell is checked on it:
 *
 * - `NOT_THE_ASSIGNEE`: the assignee records and proposes (investigation's case decider);
 * - `FOUR_EYES`: another person approves (there, too);
 * - `SECOND_PERSON_NEEDED`: another person than the proposer confirms that a denunciation is none, or how it
 *   ends (triage);
 * - `ANOTHER_PERSON_CONFIRMS`: another person than the proposer confirms a correction, or a day that one
 *   person says long after, of the unit or of one above (intake, response);
 * - `SUPERIOR_CONFIRMS`: of one above, where a correction may take back what the superior was told of the
 *   unit (intake; `policy_default`);
 * - `DAY_CONFIRMED_ABOVE`: of one above, where a day would make a delay none (response; `policy_default`);
 * - `SECOND_READER_NEEDED`: a second person reads what becomes public (response).
 *
 * Without a code:
 *
 * - verifiers and clerks come once there is a case; who verifies or may be given the case opens no sender by
 *   another post; a clerk is told the sender in order to send the answer (intake);
 * - who sent a denunciation, and what it says, opens by `denunciation.…` alone; nothing of it exists for its
 *   respondents, whatever their rights (platform's `Shield`);
 * - where that leaves nobody in a unit, `petition.classify`, `decide` and `note` fall to the nearest unit
 *   above, at last to auditors and officers for denunciations, who have no part in them otherwise
 *   (`HANDLERS`; triage's `handlingOf`);
 * - `response.issue` falls to the nearest head above (response's `issuingUnit`);
 * - `petition.urge` and `case.urge` are of the nearest head above alone (platform's `mayUrge`);
 *   `case.report-delay` falls to the unit that the case lies with, or that sends its decision.
 */
export const POLICY = {
  'petition.register': { roles: ['receiver'], scope: 'unit' },
  'petition.read': {
    roles: ['receiver', 'classifier', 'head', 'auditor', 'denunciation-officer'],
    scope: 'below',
  },
  'petition.read-received': {
    roles: [
      'receiver',
      'classifier',
      'head',
      'auditor',
      'denunciation-officer',
      'verifier',
      'clerk',
    ],
    scope: 'below',
  },
  'rating.read': {
    roles: ['receiver', 'classifier', 'verifier', 'clerk', 'head', 'auditor'],
    scope: 'below',
  },
  'petition.propose-correction': { roles: ['receiver'], scope: 'unit' },
  'petition.confirm-correction': {
    roles: ['receiver', 'classifier', 'head', 'denunciation-officer'],
    scope: 'below',
  },
  'correction.supervise': { roles: ['head', 'auditor'], scope: 'below' },
  'petition.disclose-identity': {
    roles: ['receiver', 'classifier', 'head', 'clerk'],
    scope: 'unit',
  },
  'petition.open-original': { roles: ['receiver', 'classifier', 'head'], scope: 'unit' },
  'denunciation.disclose-identity': { roles: ['denunciation-officer'], scope: 'below' },
  'denunciation.open-original': { roles: ['denunciation-officer'], scope: 'below' },
  'disclosure.supervise': { roles: ['head', 'auditor'], scope: 'below' },
  'petition.classify': {
    roles: ['classifier', 'head', 'auditor', 'denunciation-officer'],
    scope: 'unit',
  },
  'petition.call-denunciation': {
    roles: ['classifier', 'head', 'denunciation-officer'],
    scope: 'below',
  },
  'petition.confirm-decision': {
    roles: ['classifier', 'head', 'auditor', 'denunciation-officer'],
    scope: 'below',
  },
  'proposed-decision.supervise': { roles: ['head', 'auditor'], scope: 'below' },
  'petition.correct-respondents': {
    roles: ['classifier', 'head', 'denunciation-officer'],
    scope: 'below',
  },
  'petition.merge': { roles: ['classifier', 'head'], scope: 'unit' },
  'petition.urge': { roles: ['head'], scope: 'under' },
  'petition.decide': {
    roles: ['classifier', 'head', 'auditor', 'denunciation-officer'],
    scope: 'unit',
  },
  'petition.note': {
    roles: ['classifier', 'head', 'auditor', 'denunciation-officer'],
    scope: 'unit',
  },
  'triage.worklist': {
    roles: ['classifier', 'head', 'auditor', 'denunciation-officer'],
    scope: 'below',
  },
  'case.read': { roles: ['verifier', 'clerk', 'classifier', 'head', 'auditor'], scope: 'below' },
  'case.worklist': { roles: ['verifier', 'head', 'auditor'], scope: 'below' },
  'case.assign': { roles: ['head'], scope: 'unit' },
  'case.note': { roles: ['verifier', 'head'], scope: 'unit' },
  'case.ask-guidance': { roles: ['verifier', 'head'], scope: 'unit' },
  /** Of the nearest head above alone: investigation's `guidingUnit`. */
  'case.guide': { roles: ['head'], scope: 'under' },
  'case.urge': { roles: ['head'], scope: 'under' },
  'case.report-delay': { roles: ['head'], scope: 'unit' },
  'case.record': { roles: ['verifier'], scope: 'unit' },
  'case.open-file': { roles: ['verifier', 'head'], scope: 'unit' },
  'case.propose': { roles: ['verifier'], scope: 'unit' },
  'case.approve': { roles: ['head'], scope: 'unit' },
  'case.return': { roles: ['head'], scope: 'unit' },
  'response.worklist': { roles: ['clerk', 'head', 'auditor'], scope: 'below' },
  'response.issue': { roles: ['head'], scope: 'unit' },
  'response.send': { roles: ['clerk'], scope: 'unit' },
  'response.publish': { roles: ['clerk', 'head'], scope: 'unit' },
  'response.close': { roles: ['clerk', 'head'], scope: 'unit' },
  'response.confirm-day': { roles: ['clerk', 'head'], scope: 'below' },
  'notice.read': {
    roles: ['receiver', 'classifier', 'verifier', 'clerk', 'head', 'denunciation-officer'],
    scope: 'unit',
  },
  /** Of what each of them may confirm: the list is judged by the rights of the confirmations. */
  'second-person.read': {
    roles: ['receiver', 'classifier', 'clerk', 'head', 'auditor', 'denunciation-officer'],
    scope: 'below',
  },
  'overview.read': { roles: ['head', 'auditor'], scope: 'below' },
  'directory.read': {
    roles: [
      'receiver',
      'classifier',
      'verifier',
      'clerk',
      'head',
      'auditor',
      'denunciation-officer',
      'administrator',
      'operator',
    ],
    scope: 'all',
  },
  'directory.change': { roles: ['administrator'], scope: 'all' },
  'directory.confirm': { roles: ['administrator', 'auditor'], scope: 'all' },
  'directory.proposals': { roles: ['administrator', 'auditor'], scope: 'all' },
  'alarms.read': { roles: ['auditor', 'administrator'], scope: 'all' },
  'directory.appoint-deputy': { roles: ['head', 'administrator'], scope: 'all' },
  'operations.read': { roles: ['operator'], scope: 'all' },
  'operations.redrive': { roles: ['operator'], scope: 'all' },
  'operations.rebuild': { roles: ['operator'], scope: 'all' },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof POLICY;

/**
 * The roles that classify and decide, in their order. They are of the unit, or of one above where a
 * denunciation leaves nobody in it. The turn of the later ones comes only where nobody of the earlier ones
 * is left in the whole line.
 */
export const HANDLERS = {
  classifiers: ['classifier', 'head'],
  auditors: ['auditor'],
  officers: ['denunciation-officer'],
} as const satisfies Record<string, readonly Role[]>;

export type HandledBy = keyof typeof HANDLERS;
export const HANDLED_BY = Object.keys(HANDLERS) as [HandledBy, ...HandledBy[]];

/** Their turn comes where nobody else is left. */
export const isLastResort = (role: string): boolean =>
  !HANDLERS.classifiers.some((may) => may === role);

export const ruleOf = (action: Action): Rule => POLICY[action];

/** The role by which someone with these roles may do this, if any. */
export const roleFor = (action: Action, roles: readonly string[]): Role | undefined =>
  ruleOf(action).roles.find((role) => roles.includes(role));

/**
 * Duties that one person combines with no other, over all posts of a day, own ones and those held as a
 * deputy. No deputy holds one of them, and none acts in one.
 */
export const ROLES_APART = [
  'administrator',
  'auditor',
  'operator',
] as const satisfies readonly Role[];

const isApart = (role: Role): boolean => ROLES_APART.some((apart) => apart === role);

/** Two of these roles that no person may combine, if there are such. */
export function dutiesInConflict(roles: readonly Role[]): readonly [Role, Role] | undefined {
  const apart = roles.find(isApart);
  const other = apart && roles.find((role) => role !== apart);
  return apart && other ? [apart, other] : undefined;
}

/** So many days a deputy acts at the longest, the first and the last among them. */
export const DEPUTY_DAYS_AT_MOST = 90;

/** A deputation begins within so many days from today: what nobody knows yet is appointed later. */
export const DEPUTY_BEGINS_WITHIN_DAYS = 90;

/** So many times in a day one person appoints deputies without an administrator. */
export const APPOINTED_ALONE_A_DAY = 10;

/** So many days a proposal waits for the second administrator; then it has ended by itself. */
export const PROPOSAL_DAYS = 7;

/** So many units a unit has above it (`policy_default`). Rights are followed no further. */
export const UNITS_ABOVE_AT_MOST = 9;

/** So many proposals of one administrator wait at a time. */
export const PROPOSALS_WAITING_AT_MOST = 100;

/** Many roles of one person, or a head's with another: allowed, and worth a second look. */
export const isMuchPower = (roles: readonly Role[]): boolean => {
  const all = new Set(roles);
  return all.size >= 3 || (all.has('head') && all.size > 1);
};

/**
 * Whether a unit's people reach a matter of another unit by an action.
 *
 * @param above the units above `matterUnit`, nearest first
 */
export function reaches(
  action: Action,
  actorUnit: string,
  matterUnit: string,
  above: readonly string[],
): boolean {
  const { scope } = ruleOf(action);
  switch (scope) {
    case 'all':
      return true;
    case 'below':
      return actorUnit === matterUnit || above.includes(actorUnit);
    case 'under':
      return actorUnit !== matterUnit && above.includes(actorUnit);
    case 'unit':
      return actorUnit === matterUnit;
  }
}
