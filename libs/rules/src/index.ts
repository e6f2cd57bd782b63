export { packVersion } from './pack/pack.ts';
export { approveDays, calendarVersion, calendarVersions } from './calendar/versions.ts';
export { computeDeadline } from './deadlines/compute.ts';
export type {
  Deadline,
  DeadlineRequest,
  DeadlineStep,
  Extension,
  Pause,
  Words,
} from './deadlines/deadline.ts';
export { isInForce, ruleFor } from './deadlines/in-force.ts';
export type { RuleDates } from './deadlines/in-force.ts';
export { remaining } from './deadlines/remaining.ts';
export type { Remaining } from './deadlines/remaining.ts';
