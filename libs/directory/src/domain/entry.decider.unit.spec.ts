import {
  DEPUTY_BEGINS_WITHIN_DAYS,
  DEPUTY_DAYS_AT_MOST,
  type DeputyEntry,
  type Role,
} from '@minh-bach/contracts';
import { describe, it } from '@jest/globals';
import { system, type Actor } from '@minh-bach/kernel';
import { DeciderSpecification } from '@minh-bach/testing';
import { changes, deputy, person, post, unit } from '../directory.fixture.ts';
import { entryDecider, type RecordEntry } from './entry.decider.ts';
import type { Entry } from './entry.events.ts';

const directory = DeciderSpecification.for(entryDecider, {
  actor: system('test'),
  now: '2026-11-20T02:00:00.000Z',
});
const record = (entry: Entry): RecordEntry => ({ type: 'RecordEntry', entry });
const after = (before: Entry | null) =>
  before ? directory.after(record(before)) : directory.given();

describe('an entry of the directory', () => {
  it.each(changes)('%s carries the entry whole', (type, entry, before) => {
    after(before)
      .when(record(entry))
      .then({ type: type as never, data: { entry } });
  });
  it.each(changes)('%s says nothing when nothing changed', (_, entry) => {
    after(entry)
      .when(record({ ...entry }))
      .thenNothing();
  });
  it('says nothing new where an older one said a role twice', () => {
    after({ ...post, roles: ['head', 'head'] })
      .when(record(post))
      .thenNothing();
  });
  it('refuses a period that runs backwards', () => {
    for (const entry of [
      { ...unit, to: '2025-02-28' },
      { ...post, to: '2025-12-31' },
      { ...deputy, to: '2026-11-22' },
      { ...post, from: '2026-02-01', to: '2026-01-31' },
    ])
      after(null).when(record(entry)).thenRefused('PERIOD_BACKWARDS');
  });
  it('may hold for one day', () => {
    after(null)
      .when(record({ ...deputy, to: deputy.from }))
      .then({ type: 'DeputyAppointed' });
  });
  it('stays what it is: a post becomes no unit', () => {
    after(post)
      .when(record({ ...unit, id: post.id }))
      .thenRefused('ENTRY_OF_ANOTHER_KIND');
  });
});

describe('an administrator', () => {
  const quan = { actor: { person: 'quan', role: 'administrator', unit: 'CHQ' } } as const;
  const forOneself: readonly Entry[] = [
    { ...post, person: 'quan' },
    { ...post, person: 'quan', to: '2026-12-31' },
    { ...deputy, deputy: 'quan' },
    { ...deputy, deputy: 'quan', revoked: true },
    { ...person, id: 'quan', subject: 'another-account' },
  ];

  it.each(forOneself)('records nothing for himself: %j', (entry) => {
    directory.given().when(record(entry), quan).thenRefused('NOT_FOR_ONESELF');
  });
  it('records it for others, and hands his own post on', () => {
    const recorded = ['PostAssigned', 'DeputyAppointed', 'PersonRecorded'] as const;
    for (const [i, entry] of [post, deputy, person].entries())
      after(null).when(record(entry), quan).then({ type: recorded[i]! });
    after({ ...post, person: 'quan' })
      .when(record(post), quan)
      .then({ type: 'PostAssigned' });
  });
  it('who is the first is recorded by the product itself', () => {
    after(null)
      .when(record({ ...post, person: 'quan', roles: ['administrator'] }))
      .then({ type: 'PostAssigned' });
  });
});

describe('T29: a deputation', () => {
  const begun = { ...deputy, from: '2026-11-18', holder: 'binh' };
  const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
  const quan: Actor = { person: 'quan', role: 'administrator', unit: 'CHQ' };
  const of = (before: Entry | null) => ({
    said: (entry: DeputyEntry, actor = binh) => after(before).when(record(entry), { actor }),
  });

  it('begins today at the earliest, whoever says so', () => {
    for (const actor of [binh, quan]) {
      of(null)
        .said({ ...deputy, from: '2026-11-20' }, actor)
        .then({ type: 'DeputyAppointed' });
      for (const before of [null, { ...begun, revoked: true }])
        of(before).said(begun, actor).thenRefused('DEPUTY_BACKDATED');
    }
  });
  it('may end early, today at the earliest, and stays that of the same holder', () => {
    const endsOn = (to: string) => of(begun).said({ ...begun, holder: 'an', to });
    endsOn('2026-11-20').then({
      type: 'DeputyAppointed',
      data: { entry: { ...begun, to: '2026-11-20' } },
    });
    for (const to of ['2026-11-19', '2026-11-28']) endsOn(to).thenRefused('DEPUTY_BACKDATED');
  });
  it('is revoked at once, whatever days are named', () => {
    of(begun)
      .said({ ...begun, to: begun.from, revoked: true })
      .then({ type: 'DeputyRevoked', data: { entry: { ...begun, revoked: true } } });
    of({ ...begun, revoked: true })
      .said({ ...begun, revoked: true })
      .thenNothing();
    of(null)
      .said({ ...begun, revoked: true })
      .thenRefused('DEPUTATION_UNKNOWN');
  });
  it('has bounded days, and the refusal names how many', () => {
    const until = (days: number) =>
      new Date(Date.parse(deputy.from) + (days - 1) * 86_400_000).toISOString().slice(0, 10);
    for (const actor of [binh, quan]) {
      of(null)
        .said({ ...deputy, to: until(DEPUTY_DAYS_AT_MOST) }, actor)
        .then({ type: 'DeputyAppointed' });
      for (const to of [until(DEPUTY_DAYS_AT_MOST + 1), '9999-12-31'])
        of(null)
          .said({ ...deputy, to }, actor)
          .thenRefused('DEPUTY_TOO_LONG', { atMost: DEPUTY_DAYS_AT_MOST });
    }
  });
  it('begins soon, whoever says so; one of old that begins later can be revoked', () => {
    const on = (days: number) =>
      new Date(Date.parse('2026-11-20') + days * 86_400_000).toISOString().slice(0, 10);
    const beginning = (from: string) => ({ ...deputy, from, to: from, holder: 'binh' });
    for (const actor of [binh, quan]) {
      of(null)
        .said(beginning(on(DEPUTY_BEGINS_WITHIN_DAYS)), actor)
        .then({ type: 'DeputyAppointed' });
      for (const from of [on(DEPUTY_BEGINS_WITHIN_DAYS + 1), '2099-01-01'])
        of(null)
          .said(beginning(from), actor)
          .thenRefused('DEPUTY_TOO_FAR', { atMost: DEPUTY_BEGINS_WITHIN_DAYS });
      const stored = beginning('2099-01-01');
      of(stored)
        .said({ ...stored, revoked: true }, actor)
        .then({ type: 'DeputyRevoked' });
    }
  });
  it('is never for oneself', () => {
    of(null)
      .said({ ...deputy, deputy: 'binh', holder: 'binh' })
      .thenRefused('DEPUTY_NOT_FIT');
  });
});

describe('T33: several powers in one hand', () => {
  const all: Role[] = ['classifier', 'receiver', 'verifier'];
  const giving = (roles: Role[], otherRoles: Role[] = []): RecordEntry => ({
    type: 'RecordEntry',
    entry: { ...post, roles },
    otherRoles,
  });
  const alarm = (...roles: Role[]) => ({
    type: 'AlarmRaised' as const,
    data: { alarm: 'several-powers' as const, person: 'binh', roles: roles.sort() },
  });

  it('raise an alarm beside the post, over all posts of the person', () => {
    after(null)
      .when(giving(all))
      .then({ type: 'PostAssigned' }, alarm(...all));
    after(null)
      .when(giving(['verifier'], ['head']))
      .then({ type: 'PostAssigned' }, alarm('verifier', 'head'));
  });
  it('raise none where the entry adds no power, or where it is little', () => {
    directory
      .after(giving(all))
      .when({ ...giving(all), entry: { ...post, roles: all, to: '2026-12-31' } })
      .then({ type: 'PostEnded' });
    after(null)
      .when(giving(['receiver'], ['classifier']))
      .then({ type: 'PostAssigned' });
  });
});

describe('a post that has begun today', () => {
  it('can end at once: then it held on no day', () => {
    const today = { ...post, from: '2026-11-20' };
    after(today)
      .when(record({ ...today, to: '2026-11-19' }))
      .then({ type: 'PostEnded' });
    after(today)
      .when(record({ ...today, to: '2026-11-18' }))
      .thenRefused('PERIOD_BACKWARDS');
  });
});
