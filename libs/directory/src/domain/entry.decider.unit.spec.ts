import { describe, it } from '@jest/globals';
import { system } from '@minh-bach/kernel';
import { DeciderSpecification } from '@minh-bach/testing';
import { changes, deputy, post, unit } from '../directory.fixture.ts';
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
