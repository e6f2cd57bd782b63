import { DEPUTY_BEGINS_WITHIN_DAYS, DEPUTY_DAYS_AT_MOST } from '@minh-bach/contracts/browser';
import type { ListedPost } from '../api/types.ts';
import type { Field, Option } from '../forms/fields.ts';
import { dayMonthYear, today } from '../i18n/dates.ts';
import { word } from './told.ts';
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
    label: word('admin.unit'),
    options: units,
    ...(unit === undefined ? {} : { initial: unit }),
  },
  {
    kind: 'line',
    name: 'title/vi',
    label: word('admin.title'),
    max: 200,
    hint: word('admin.titleHint'),
  },
  { kind: 'line', name: 'title/en', label: word('admin.titleEn'), max: 200, optional: true },
  {
    kind: 'several',
    name: 'roles',
    label: word('admin.roles'),
    options: roles,
    hint: word('admin.rolesHint'),
  },
  { kind: 'check', name: 'leads', label: word('admin.leads'), hint: word('admin.leadsHint') },
  {
    kind: 'date',
    name: 'from',
    label: word('admin.from'),
    future: true,
    initial: dayMonthYear(today()),
  },
  {
    kind: 'date',
    name: 'to',
    label: word('admin.to'),
    future: true,
    optional: true,
    hint: word('admin.toHint'),
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
  label: word('admin.lastDay'),
  future: true,
  hint: word('admin.lastDayHint'),
  initial: dayMonthYear(initial ?? today()),
});

export const deputyFields = (people: readonly Option[]): readonly Field[] => [
  {
    kind: 'search',
    of: 'people',
    name: 'deputy',
    label: word('admin.deputy'),
    options: people,
    hint: word('admin.deputyHint'),
  },
  {
    kind: 'date',
    name: 'from',
    label: word('admin.from'),
    future: true,
    initial: dayMonthYear(today()),
    hint: word('admin.deputyFrom', BOUNDS),
  },
  {
    kind: 'date',
    name: 'to',
    label: word('admin.to'),
    future: true,
    hint: word('admin.deputyTo', BOUNDS),
  },
];

const BOUNDS = { within: DEPUTY_BEGINS_WITHIN_DAYS, days: DEPUTY_DAYS_AT_MOST };
