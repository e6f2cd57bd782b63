import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { deputy, person, post, unit } from '../directory.fixture.ts';
import { startDirectory, type RunningDirectory } from '../running-directory.fixture.ts';
import { PeopleController } from './people.controller.ts';

let database: TestDatabase;
let directory: RunningDirectory;
let people: PeopleController;

const named = (id: string, name: string) => ({ ...person, id, name, subject: id });
const verifier = {
  ...post,
  roles: ['verifier' as const],
  title: { vi: 'Công chức', en: 'Officer' },
};

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await startDirectory(database.url, '2026-11-24T02:00:00.000Z', 'quan', 'linh');
  await directory.records(
    { ...unit, parent: 'CHQ' },
    { ...unit, id: 'HQ-DG', parent: 'CHQ' },
    named('binh', 'Trần Văn Bình'),
    named('cuc', 'Lê Thị Cúc'),
    named('anh', 'Đỗ Ngọc Ánh'),
    { ...post, leads: true },
    { ...verifier, id: 'sm.cuc', person: 'cuc' },
    { ...verifier, id: 'dg.anh', unit: 'HQ-DG', person: 'anh', from: '2026-12-01' },
    { ...verifier, id: 'sm.anh', person: 'anh', to: '2026-11-23' },
    { ...deputy, holder: 'binh' },
    { ...deputy, id: 'old', from: '2026-10-01', to: '2026-10-05' },
  );
  people = new PeopleController(directory.service);
}, 60_000);
afterAll(async () => {
  await directory.stop();
  await database.drop();
});

const names = async (asked: { unit?: string; q?: string }) =>
  (await people.list({ limit: 50, ...asked })).items.map(({ name }) => name);

describe('the people of the directory', () => {
  it('stand by given name, as Vietnamese lists do', async () => {
    expect(await names({})).toEqual([
      'Đỗ Ngọc Ánh',
      'Trần Văn Bình',
      'Lê Thị Cúc',
      'Quản trị linh',
      'Quản trị quan',
    ]);
  });

  it('are found by words without marks, by id, and by unit, an ended post counting', async () => {
    expect(await names({ q: 'DO anh' })).toEqual(['Đỗ Ngọc Ánh']);
    expect(await names({ q: 'binh' })).toEqual(['Trần Văn Bình']);
    expect(await names({ q: 'nobody' })).toEqual([]);
    expect(await names({ unit: 'HQ-SM' })).toEqual(['Đỗ Ngọc Ánh', 'Trần Văn Bình', 'Lê Thị Cúc']);
    expect(await names({ unit: 'HQ-DG' })).toEqual(['Đỗ Ngọc Ánh']);
    expect(await names({ unit: 'HQ-XX' })).toEqual([]);
  });

  it('come in pages; a cursor that is none is refused', async () => {
    const first = await people.list({ limit: 2 });
    expect(first).toMatchObject({ total: 5, nextCursor: 'binh' });
    const rest = await people.list({ limit: 50, cursor: first.nextCursor! });
    expect(rest).toMatchObject({ total: null, nextCursor: null });
    expect(rest.items.map(({ id }) => id)).toEqual(['cuc', 'linh', 'quan']);
    await expect(people.list({ limit: 2, cursor: 'no' })).rejects.toMatchObject({
      code: 'BAD_CURSOR',
    });
  });

  it('have their posts with days: the one of now first, the ended one last, the leading one marked', async () => {
    const { items } = await people.list({ limit: 50, unit: 'HQ-SM' });
    expect(items.map(({ posts }) => posts.map(({ id, period }) => [id, period]))).toEqual([
      [
        ['dg.anh', 'coming'],
        ['sm.anh', 'ended'],
      ],
      [['sm-truong', 'now']],
      [['sm.cuc', 'now']],
    ]);
    expect(items[1]!.posts[0]).toMatchObject({ leads: true, from: '2026-01-01', to: null });
  });

  it('have the deputations that have not ended: theirs, and those in their posts', async () => {
    const { items } = await people.list({ limit: 50, unit: 'HQ-SM' });
    const of = (id: string) => items.find((one) => one.id === id)!.deputations;
    expect(of('binh')).toMatchObject([{ post: 'sm-truong', deputy: { id: 'cuc' } }]);
    expect(of('cuc')).toEqual(of('binh'));
    expect(of('anh')).toEqual([]);
  });

  it('of a closed account hold nothing any more', async () => {
    await directory.records({ ...named('cuc', 'Lê Thị Cúc'), active: false });
    const { items } = await people.list({ limit: 50, q: 'cuc' });
    expect(items).toMatchObject([{ closedOn: '2026-11-24', posts: [{ period: 'ended' }] }]);
  });
});
