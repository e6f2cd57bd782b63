import { ROLE_WORDS } from '@minh-bach/contracts/browser';
import {
  IconAlertTriangle,
  IconCalendar,
  IconChartBar,
  IconChecks,
  IconClipboardText,
  IconEye,
  IconFilePlus,
  IconHeartbeat,
  IconHome,
  IconMailForward,
  IconShieldExclamation,
  IconSortAscending,
  IconUserCheck,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react';
import type { Role, Service } from '../api/types.ts';

/** Where the menu leads, by the roles that work there. */
export const PLACES = [
  {
    to: '/lam-viec',
    label: 'nav.start',
    roles: Object.keys(ROLE_WORDS) as Role[],
    icon: IconHome,
  },
  { to: '/tong-quan', label: 'nav.overview', roles: ['head', 'auditor'], icon: IconChartBar },
  { to: '/tiep-nhan', label: 'nav.register', roles: ['receiver'], icon: IconFilePlus },
  {
    to: '/phan-loai',
    label: 'nav.triage',
    roles: ['classifier', 'head', 'auditor'],
    icon: IconSortAscending,
    count: 'triage',
  },
  {
    to: '/vu-viec',
    label: 'nav.cases',
    roles: ['verifier', 'head', 'auditor'],
    icon: IconClipboardText,
    count: 'investigation',
  },
  {
    to: '/tra-loi',
    label: 'nav.responses',
    roles: ['clerk', 'head', 'auditor'],
    icon: IconMailForward,
    count: 'response',
  },
  {
    to: '/qua-han',
    label: 'nav.notices',
    roles: ['head'],
    icon: IconAlertTriangle,
    notices: true,
  },
  {
    to: '/cho-xac-nhan',
    label: 'nav.second',
    roles: ['receiver', 'classifier', 'clerk', 'head', 'auditor', 'denunciation-officer'],
    icon: IconChecks,
  },
  { to: '/danh-tinh-da-mo', label: 'nav.disclosures', roles: ['head', 'auditor'], icon: IconEye },
  { to: '/quan-tri', label: 'nav.admin', roles: ['administrator'], icon: IconUsers },
  {
    to: '/quan-tri/de-xuat',
    label: 'nav.proposals',
    roles: ['administrator'],
    icon: IconUserCheck,
    proposals: true,
  },
  {
    to: '/canh-bao-an-ninh',
    label: 'nav.alarms',
    roles: ['auditor', 'administrator'],
    icon: IconShieldExclamation,
  },
  {
    to: '/moi-tao-tai-khoan',
    label: 'nav.invitations',
    roles: ['administrator'],
    icon: IconUserPlus,
  },
  {
    to: '/quan-tri/lich-nghi',
    label: 'nav.calendar',
    roles: ['administrator'],
    icon: IconCalendar,
  },
  { to: '/van-hanh', label: 'nav.operations', roles: ['operator'], icon: IconHeartbeat },
] as const satisfies readonly {
  readonly to: string;
  readonly label: string;
  readonly roles: readonly Role[];
  readonly icon: unknown;
  readonly count?: Service;
  readonly notices?: true;
  readonly proposals?: true;
}[];
