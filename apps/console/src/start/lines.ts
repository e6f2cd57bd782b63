import type { Role, Service } from '../api/types.ts';
import type { MessageId } from '../i18n/catalogue.ts';
import { alarmsSeen, lateBelow, listCount, secondPersonCount } from './counts.ts';

/** Something that waits for a person: where it stands, and how much of it there is. */
export interface Line {
  readonly label: MessageId;
  readonly roles: readonly Role[];
  readonly to:
    '/phan-loai' | '/vu-viec' | '/tra-loi' | '/qua-han' | '/cho-xac-nhan' | '/canh-bao-an-ninh';
  readonly view?: string;
  /** Said only where there is one. */
  readonly isRare?: true;
  readonly count:
    ReturnType<typeof listCount> | typeof lateBelow | typeof alarmsSeen | typeof secondPersonCount;
}

const LISTS = { triage: '/phan-loai', investigation: '/vu-viec', response: '/tra-loi' } as const;

const list = (
  service: Service & keyof typeof LISTS,
  view: string,
  label: MessageId,
  ...roles: Role[]
): Line => ({ label, roles, to: LISTS[service], view, count: listCount(service, view) });

/** What one has to decide or to do, in the order in which it is read. */
export const WAITING: readonly Line[] = [
  {
    label: 'start.secondPerson',
    roles: ['receiver', 'classifier', 'clerk', 'head', 'auditor', 'denunciation-officer'],
    to: '/cho-xac-nhan',
    count: secondPersonCount,
  },
  list('investigation', 'to-approve', 'start.toApprove', 'head'),
  list('triage', 'to-confirm', 'start.toConfirm', 'head'),
  list('investigation', 'to-guide', 'start.toGuide', 'head'),
  list('investigation', 'unassigned', 'start.toAssign', 'head'),
  list('investigation', 'holder-left', 'start.holderLeft', 'head'),
  list('investigation', 'mine', 'start.mine', 'verifier'),
  { ...list('triage', 'urged', 'start.urgedPetitions', 'classifier', 'head'), isRare: true },
  { ...list('investigation', 'urged', 'start.urgedCases', 'head'), isRare: true },
  { ...list('response', 'urged', 'start.urgedDecisions', 'clerk', 'head'), isRare: true },
  list('triage', 'open', 'start.petitions', 'classifier', 'head'),
  list('response', 'open', 'start.responses', 'clerk', 'head'),
  {
    label: 'start.alarms',
    roles: ['auditor', 'administrator'],
    to: '/canh-bao-an-ninh',
    count: alarmsSeen,
  },
];

export const LATE: readonly Line[] = [
  list('triage', 'overdue', 'start.latePetitions', 'classifier', 'head', 'auditor'),
  list('investigation', 'overdue', 'start.lateCases', 'verifier', 'head', 'auditor'),
  list('response', 'overdue', 'start.lateResponses', 'clerk', 'head', 'auditor'),
  { label: 'start.lateBelow', roles: ['head'], to: '/qua-han', count: lateBelow },
];
