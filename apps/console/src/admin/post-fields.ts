import { DEPUTY_BEGINS_WITHIN_DAYS, DEPUTY_DAYS_AT_MOST } from '@minh-bach/contracts/browser';
import type { ListedPost } from '../api/types.ts';
import type { Field, Option } from '../forms/fields.ts';
import { dayMonthYear, today } from '../i18n/dates.ts';
import type { Say } from '../i18n/language.tsx';
import type { PostGiven } from './steps.ts';

/** A post: where, what it is called, what it lets its holder do, from when to when. */
export const postFields = ({
  units,
  roles,
  unit,
}: {
  units: readonly Option[];
  roles: readonly Option[];
  unit?: string;
}): readonly Field[] => [
  {
    kind: 'search',
    of: 'units',
    name: 'unit',
    label: 'admin.unit',
    options: units,
    ...(unit === undefined ? {} : { initial: unit }),
  },
  { kind: 'line', name: 'title/vi', label: 'admin.title', max: 200, hint: 'admin.titleHint' },
  { kind: 'line', name: 'title/en', label: 'admin.titleEn', max: 200, optional: true },
  { kind: 'several', name: 'roles', label: 'admin.roles', options: roles, hint: 'admin.rolesHint' },
  { kind: 'check', name: 'leads', label: 'admin.leads', hint: 'admin.leadsHint' },
  {
    kind: 'date',
    name: 'from',
    label: 'admin.from',
    future: true,
    initial: dayMonthYear(today()),
  },
  {
    kind: 'date',
    name: 'to',
    label: 'admin.to',
    future: true,
    optional: true,
    hint: 'admin.toHint',
  },
];

/** What the form says; the English title is the Vietnamese one where nobody gave another. */
export function postOf(body: Record<string, unknown>): PostGiven {
  const title = body['title'] as { vi: string; en: string | null };
  return {
    unit: String(body['unit']),
    title: { vi: title.vi, en: title.en ?? title.vi },
    roles: body['roles'] as ListedPost['roles'],
    leads: body['leads'] === true,
    from: String(body['from']),
    to: body['to'] as string | null,
  };
}

export const lastDayField = (initial?: string): Field => ({
  kind: 'date',
  name: 'to',
  label: 'admin.lastDay',
  future: true,
  hint: 'admin.lastDayHint',
  initial: dayMonthYear(initial ?? today()),
});

export const deputyFields = (say: Say, people: readonly Option[]): readonly Field[] => [
  {
    kind: 'search',
    of: 'people',
    name: 'deputy',
    label: 'admin.deputy',
    options: people,
    hint: 'admin.deputyHint',
  },
  {
    kind: 'date',
    name: 'from',
    label: 'admin.from',
    future: true,
    initial: dayMonthYear(today()),
    hint: { vi: say('admin.deputyFrom', BOUNDS), en: say('admin.deputyFrom', BOUNDS) },
  },
  {
    kind: 'date',
    name: 'to',
    label: 'admin.to',
    future: true,
    hint: { vi: say('admin.deputyTo', BOUNDS), en: say('admin.deputyTo', BOUNDS) },
  },
];

const BOUNDS = { within: DEPUTY_BEGINS_WITHIN_DAYS, days: DEPUTY_DAYS_AT_MOST };
