import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { isMoment } from '../i18n/dates.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { Shell } from '../shell/shell.tsx';
import { listSearch } from '../worklists/list-search.ts';
import { Root } from './root.tsx';

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage });

const signedIn = createRoute({
  getParentRoute: () => root,
  path: '/da-dang-nhap',
  component: lazyRouteComponent(() => import('../session/signed-in-page.tsx')),
});

const consoleLayout = createRoute({
  getParentRoute: () => root,
  id: 'console',
  component: Shell,
});

const work = createRoute({
  getParentRoute: () => consoleLayout,
  path: '/lam-viec',
  component: lazyRouteComponent(() => import('../start/start-page.tsx')),
});
const registering = createRoute({
  getParentRoute: () => consoleLayout,
  path: '/tiep-nhan',
  component: lazyRouteComponent(() => import('../register/register-page.tsx')),
});
const triage = createRoute({
  getParentRoute: () => consoleLayout,
  path: '/phan-loai',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('../worklists/triage-page.tsx')),
});
const cases = createRoute({
  getParentRoute: () => consoleLayout,
  path: '/vu-viec',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('../worklists/cases-page.tsx')),
});
const responses = createRoute({
  getParentRoute: () => consoleLayout,
  path: '/tra-loi',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('../worklists/responses-page.tsx')),
});
/** The one unit below of which a list is read. */
const byUnit = (search: Record<string, unknown>): { unit?: string } =>
  typeof search['unit'] === 'string' && /^[A-Z0-9][A-Z0-9-]{0,39}$/.test(search['unit'])
    ? { unit: search['unit'] }
    : {};

const overview = createRoute({
  getParentRoute: () => consoleLayout,
  path: '/tong-quan',
  validateSearch: byUnit,
  component: lazyRouteComponent(() => import('../overview/overview-page.tsx')),
});
const notices = createRoute({
  getParentRoute: () => consoleLayout,
  path: '/qua-han',
  validateSearch: byUnit,
  component: lazyRouteComponent(() => import('../notices/notices-page.tsx')),
});
const secondPerson = createRoute({
  getParentRoute: () => consoleLayout,
  path: '/cho-xac-nhan',
  component: lazyRouteComponent(() => import('../second-person/second-person-page.tsx')),
});
/** The day or the instant as of which a matter is looked at. */
const byMoment = (search: Record<string, unknown>): { luc?: string } =>
  typeof search['luc'] === 'string' && isMoment(search['luc']) ? { luc: search['luc'] } : {};

const byWeek = (search: Record<string, unknown>): { tuan?: string } =>
  typeof search['tuan'] === 'string' && /^\d{4}-W\d{2}$/.test(search['tuan'])
    ? { tuan: search['tuan'] }
    : {};

const disclosures = createRoute({
  getParentRoute: () => consoleLayout,
  path: '/danh-tinh-da-mo',
  validateSearch: byWeek,
  component: lazyRouteComponent(() => import('../supervision/disclosures-page.tsx')),
});
const alarms = createRoute({
  getParentRoute: () => consoleLayout,
  path: '/canh-bao-an-ninh',
  component: lazyRouteComponent(() => import('../supervision/alarms-page.tsx')),
});
const invitations = createRoute({
  getParentRoute: () => consoleLayout,
  path: '/moi-tao-tai-khoan',
  component: lazyRouteComponent(() => import('../invitations/invitations-page.tsx')),
});
const administration = createRoute({
  getParentRoute: () => consoleLayout,
  path: '/quan-tri',
  component: lazyRouteComponent(() => import('../admin/people-page.tsx')),
});
const proposals = createRoute({
  getParentRoute: () => consoleLayout,
  path: '/quan-tri/de-xuat',
  component: lazyRouteComponent(() => import('../admin/proposals-page.tsx')),
});
const calendar = createRoute({
  getParentRoute: () => consoleLayout,
  path: '/quan-tri/lich-nghi',
  component: lazyRouteComponent(() => import('../admin/calendar-page.tsx')),
});
const operations = createRoute({
  getParentRoute: () => consoleLayout,
  path: '/van-hanh',
  component: lazyRouteComponent(() => import('../operations/operations-page.tsx')),
});
const matter = createRoute({
  getParentRoute: () => consoleLayout,
  path: '/ho-so/$number',
  validateSearch: byMoment,
  component: lazyRouteComponent(() => import('../matter/matter-page.tsx')),
});

const fileIndex = createRoute({
  getParentRoute: () => consoleLayout,
  path: '/ho-so/$number/muc-luc',
  component: lazyRouteComponent(() => import('../matter/file-index/file-index-page.tsx')),
});

const routeTree = root.addChildren([
  signedIn,
  consoleLayout.addChildren([
    work,
    overview,
    registering,
    triage,
    cases,
    responses,
    notices,
    secondPerson,
    disclosures,
    alarms,
    invitations,
    administration,
    proposals,
    calendar,
    operations,
    matter,
    fileIndex,
  ]),
]);

/** Pages have addresses in Vietnamese; nothing personal is ever in one. */
export const router = createRouter({ routeTree, scrollRestoration: true, defaultPreload: false });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
