import type { Role } from '@minh-bach/contracts';
import { TenureRow } from '@minh-bach/platform';
import { describe, expect, it } from '@jest/globals';
import { post } from '../directory.fixture.ts';
import { administratorsOn, keepsTwo, type Administration } from './administrators.ts';

const TODAY = '2026-11-20';

const tenure = (person: string, roles: Role[], over: Partial<TenureRow> = {}): TenureRow =>
  Object.assign(new TenureRow(), {
    post: `${person}.${roles.join('.')}`,
    unit: 'CHQ',
    person,
    roles,
    from: '2026-01-01',
    to: null,
    ...over,
  });
const of = (...tenures: TenureRow[]): Administration => ({
  tenures,
  units: new Map(),
  inactive: new Map(),
});
const three = of(
  tenure('quan', ['administrator']),
  tenure('linh', ['administrator']),
  tenure('hai', ['administrator']),
  tenure('hai', ['head']),
);

describe('T33: an administrator whose duties exclude each other', () => {
  it('is none, since they may do nothing', () => {
    expect([...administratorsOn(three, TODAY)]).toEqual(['quan', 'linh']);
    expect([...administratorsOn(of(tenure('hai', ['administrator', 'auditor'])), TODAY)]).toEqual(
      [],
    );
  });

  it('is none only on the days on which both are held', () => {
    const later = tenure('quan', ['auditor'], { from: '2026-12-01' });
    const administration = of(tenure('quan', ['administrator']), later);
    expect(administratorsOn(administration, TODAY).size).toBe(1);
    expect(administratorsOn(administration, '2026-12-01').size).toBe(0);
  });

  it('does not let the last two be ended', () => {
    const ended = {
      ...post,
      id: 'linh.administrator',
      unit: 'CHQ',
      person: 'linh',
      roles: ['administrator' as const],
      to: '2026-11-19',
    };
    expect(keepsTwo(three, ended, TODAY)).toBe(false);
  });
});
