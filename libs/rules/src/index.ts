export { packVersion } from './pack/version.ts';
export {
  approveDays,
  calendarInUse,
  calendarVersion,
  calendarVersions,
} from './calendar/versions.ts';
export { nearUntil } from './calendar/near.ts';
export { isWorkingDay, workingDaysBetween } from './calendar/working-day.ts';
export { computeDeadline, computeDeadlineData } from './deadlines/compute.ts';
export { explainDeadline } from './deadlines/explain.ts';
export type {
  Counted,
  Deadline,
  DeadlineData,
  DeadlineRequest,
  DeadlineStep,
  Explainable,
  Extension,
  Pause,
  Words,
} from './deadlines/deadline.ts';
export { consequenceOf } from './deadlines/consequence.ts';
export type { BreachConsequence } from './deadlines/consequence.ts';
export { deadlineRuleIds, isInForce, ruleFor } from './deadlines/in-force.ts';
export type { RuleDates } from './deadlines/in-force.ts';
export { journeyKinds, journeyOf } from './deadlines/journey.ts';
export type { JourneyKind, JourneyStep } from './deadlines/journey.ts';
export { remaining } from './deadlines/remaining.ts';
export type { Remaining } from './deadlines/remaining.ts';
export { proposeTriage, triageOutcomes } from './triage/propose.ts';
export type { TriageProposal } from './triage/propose.ts';
export { triageFacts } from './triage/facts.ts';
export type { ContentKind, TriageFacts, TriageFactsInput } from './triage/facts.ts';
export type { TriageWarning } from './triage/warnings.ts';
export { findJurisdiction, titleOf } from './jurisdiction/find.ts';
export type { Jurisdiction } from './jurisdiction/find.ts';
export { jurisdictionFacts } from './jurisdiction/facts.ts';
export type { JurisdictionFacts, JurisdictionFactsInput } from './jurisdiction/facts.ts';
export { conflictsOf } from './jurisdiction/conflicts.ts';
export type { Involvement } from './jurisdiction/conflicts.ts';
export {
  commonSuperior,
  demoOrganisation,
  lineOf,
  officersOn,
  postsOn,
  successorsOf,
  unitOn,
  unitsOn,
} from './organisation/organisation.ts';
export type {
  AuthorityLevel,
  ConflictRule,
  Officer,
  OrganisationUnit,
  Post,
  Title,
} from './pack/schema.ts';
export { refusalWords } from './refusals.ts';
export {
  breachOf,
  completeClock,
  extendClock,
  pauseClock,
  recalculateClock,
  resumeClock,
  startClock,
} from './deadlines/clock.ts';
export type { Breach, Clock } from './deadlines/clock.ts';
export { procedure } from './pack/procedure.ts';
export type { Procedure } from './pack/procedure.ts';
