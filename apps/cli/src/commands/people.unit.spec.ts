import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ListedPerson, PeopleList } from '@minh-bach/contracts';
import { listen } from '../operations/fake-api.fixture.ts';
import type { ApiRequest } from '../session/api.ts';
import { peopleCommand } from './people.ts';
import { recordCommand } from './record.ts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let said: { readonly text: string };
beforeEach(() => {
  said = listen();
});
afterEach(() => {
  jest.restoreAllMocks();
});

const SONG_MAY = { id: 'HQ-SM', name: { vi: 'Sông Mây', en: 'Song May' } };
const binh: ListedPerson = {
  id: 'binh',
  name: 'Trần Văn Bình',
  issuer: 'http://x/oidc',
  subject: 'binh',
  closedOn: null,
  posts: [
    {
      id: 'hq-sm.binh',
      unit: SONG_MAY,
      title: { vi: 'Trưởng Hải quan', en: 'Head' },
      roles: ['head'],
      leads: true,
      from: '2026-01-01',
      to: '2026-12-31',
      period: 'now',
      followed: false,
    },
  ],
  deputations: [],
};
const lan: ListedPerson = { ...binh, id: 'lan', name: 'Mai Ngọc Lan', posts: [] };

const pages = (...of: PeopleList[]) => {
  const asked: unknown[] = [];
  const call = (path: string, { body = '' }: ApiRequest = {}) => {
    asked.push([path, JSON.parse(body)]);
    return Promise.resolve(Response.json(of.shift()));
  };
  return { call, asked };
};

describe('mb people', () => {
  it('lists people and posts by unit, all pages, the last day included; who has none stands last', async () => {
    const { call, asked } = pages(
      { items: [lan], nextCursor: 'lan', total: 2 },
      { items: [binh], nextCursor: null, total: null },
    );
    expect(await peopleCommand(call).run(['--unit', 'HQ-SM'])).toBe(0);
    expect(asked).toEqual([
      ['/api/directory/people', { unit: 'HQ-SM', limit: 50 }],
      ['/api/directory/people', { unit: 'HQ-SM', limit: 50, cursor: 'lan' }],
    ]);
    expect(said.text.trim().split('\n')).toEqual([
      'Sông Mây (HQ-SM)',
      '  Trần Văn Bình (binh)',
      '    hq-sm.binh: Trưởng Hải quan; từ 2026-01-01 đến hết 2026-12-31; đứng đầu đơn vị',
      '    Thủ trưởng đơn vị [head]',
      '',
      'Không giữ vị trí nào',
      '  Mai Ngọc Lan (lan)',
    ]);
  });
});

describe('mb record', () => {
  it('says of a refused entry what each field may be', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mb-record-'));
    const file = join(folder, 'entries.json');
    await writeFile(file, JSON.stringify({ kind: 'post', id: 'x', roles: ['boss'] }));
    const problem = {
      vi: { title: 'Không đúng', detail: 'Sửa lại' },
      en: { title: 'Wrong', detail: 'Mend it' },
      errors: [
        { pointer: '/roles/0', vi: 'Phải là một trong: head.', en: 'Must be one of: head.' },
      ],
    };
    const call = () => Promise.resolve(Response.json(problem, { status: 400 }));
    expect(await recordCommand(call).run([file])).toBe(1);
    expect(said.text).toContain('/roles/0: Phải là một trong: head.');
    expect(said.text).toContain('/roles/0: Must be one of: head.');
    await rm(folder, { recursive: true });
  });
});
