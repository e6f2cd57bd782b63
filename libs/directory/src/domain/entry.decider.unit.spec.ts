import type { DeputyEntry } from '@minh-bach/contracts';
import { describe, it } from '@jest/globals';
import { system } from '@minh-bach/kernel';
import { DeciderSpecification } from '@minh-bach/testing';
import { changes, deputy, person, post, unit } from '../directory.fixture.ts';
import { entryDecider, type AppointDeputy, type RecordEntry } from './entry.decider.ts';
import type { Entry } from './entry.events.ts';

const directory = DeciderSpecification.for(entryDecider, {
  actor: system('test'),
  now: '2026-11-20T02:00:00.000Z',
});
const record = (entry: Entry): RecordEntry => ({ type: 'RecordEntry', entry });
const appoint = (entry: DeputyEntry): AppointDeputy => ({ type: 'AppointDeputy', entry });
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
  it('refuses a period that runs backwards', () => {
    for (const entry of [
      { ...unit, to: '2025-02-28' },
      { ...post, to: '2025-12-31' },
      { ...deputy, to: '2026-11-22' },
    ])
      after(null).when(record(entry)).thenRefused('PERIOD_BACKWARDS', { field: '/to' });
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

describe('a deputation', () => {
  const begun = { ...deputy, from: '2026-11-18', holder: 'binh' };
  const endsOn = (to: string) => appoint({ ...begun, holder: 'an', to });

  it('begins today at the earliest, whoever appoints', () => {
    after(null)
      .when(appoint({ ...deputy, from: '2026-11-20' }))
      .then({ type: 'DeputyAppointed' });
    for (const before of [null, { ...begun, revoked: true }])
      after(before).when(appoint(begun)).thenRefused('DEPUTY_BACKDATED', { field: '/from' });
  });
  it('may end early, today at the earliest, and stays that of the same holder', () => {
    after(begun)
      .when(endsOn('2026-11-20'))
      .then({ type: 'DeputyAppointed', data: { entry: { ...begun, to: '2026-11-20' } } });
    for (const to of ['2026-11-19', '2026-11-28'])
      after(begun).when(endsOn(to)).thenRefused('DEPUTY_BACKDATED', { field: '/from' });
  });
});
