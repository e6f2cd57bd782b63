import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { demoService } from '../specs/demo-service.ts';
import { deputy, organisation, person, post, unit } from '../specs/organisation.ts';
import { expectRebuildsEqualLive } from '../specs/rebuilds.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';

const TODAY = '2026-11-20';

let database: TestDatabase;
let running: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  running = await startTestService(demoService, {
    databaseUrl: database.url,
    now: `${TODAY}T02:00:00.000Z`,
  });
  await running.knows([
    ...organisation,
    person('gone', { active: false }),
    post('gone', 'HQ-SM', ['verifier']),
    post('an', 'HQ-DG', ['head'], { id: 'past', from: '2025-03-01', to: '2026-11-19' }),
    post('hung', 'HQ-DG', ['head'], { id: 'future', from: '2026-11-21' }),
    deputy('cuc', 'hq-sm.binh', '2026-11-16', '2026-11-20'),
    deputy('hung', 'hq-sm.binh', '2026-11-16', '2026-11-19'),
    deputy('phuc', 'hq-sm.binh', '2026-11-16', '2026-11-30', true),
    deputy('phuc', 'past', '2026-11-16', '2026-11-30'),
    deputy('gone', 'hq-sm.hung', '2026-11-16', '2026-11-30'),
  ]);
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

const org = () => running.service.organisation;
const heldBy = async (who: string, on?: string) =>
  (await org().postsOf(who, on)).map(({ post: id, deputyFor }) =>
    deputyFor === undefined ? id : `${id} for ${deputyFor}`,
  );

describe('posts', () => {
  it('are held from their first to their last day', async () => {
    expect(await heldBy('an')).toEqual(['chq.an']);
    expect(await heldBy('an', '2026-11-19')).toEqual(['chq.an', 'past']);
    expect(await heldBy('hung')).toEqual(['hq-sm.hung']);
    expect(await heldBy('hung', '2026-11-21')).toEqual(['future', 'hq-sm.hung']);
    expect(await heldBy('binh', '2025-02-28')).toEqual([]);
  });
  it('follow the clock of the service, by the day in Việt Nam', async () => {
    running.clock.set(new Date('2026-11-20T17:00:00.000Z'));
    expect(await heldBy('hung')).toEqual(['future', 'hq-sm.hung']);
    running.clock.set(new Date(`${TODAY}T02:00:00.000Z`));
    expect(await heldBy('hung')).toEqual(['hq-sm.hung']);
  });
  it('give their role in their unit only', async () => {
    expect(await org().holds('hung', 'verifier', 'HQ-SM')).toBe(true);
    expect(await org().holds('hung', 'head', 'HQ-SM')).toBe(false);
    expect(await org().holds('hung', 'verifier', 'HQ-DG')).toBe(false);
  });
  it('end with the person', async () => {
    expect(await heldBy('gone')).toEqual([]);
    expect(await org().holds('gone', 'verifier', 'HQ-SM')).toBe(false);
    expect(await org().holdersOf('verifier', 'HQ-SM')).toEqual([
      { person: 'hung', name: 'Người hung' },
    ]);
  });
});

describe('a deputy', () => {
  it('acts for the holder for a time, to the last day', async () => {
    expect(await heldBy('cuc')).toEqual(['hq-sm.binh for binh']);
    expect(await heldBy('cuc', '2026-11-16')).toEqual(['hq-sm.binh for binh']);
    expect(await heldBy('cuc', '2026-11-15')).toEqual([]);
    expect(await heldBy('cuc', '2026-11-21')).toEqual([]);
  });
  it('whose time is over, or who was revoked, does not act', async () => {
    expect(await heldBy('hung')).toEqual(['hq-sm.hung']);
    expect(await heldBy('phuc')).toEqual(['hq-sm.phuc']);
  });
  it('acted until the day on which he was revoked', async () => {
    expect(await heldBy('phuc', '2026-11-19')).toContain('hq-sm.binh for binh');
  });
  it('for a post that ended does not act', async () => {
    expect(await heldBy('phuc', '2026-11-19')).toContain('past for an');
    expect(await heldBy('phuc', '2026-11-20')).toEqual(['hq-sm.phuc']);
  });
  it('who was deactivated does not act', async () => {
    expect(await heldBy('gone')).toEqual([]);
  });
});

describe('who signs in', () => {
  it('is found by issuer and subject, with the posts of that day', async () => {
    const found = await org().find('http://issuer.test', 'cuc', new Date('2026-11-20T02:00:00Z'));
    expect(found).toMatchObject({ person: 'cuc', posts: [{ unit: 'HQ-SM', deputyFor: 'binh' }] });
  });
  it('is nobody while one account is said to be two people’s: four eyes would be one', async () => {
    const find = async () =>
      (await org().find('http://issuer.test', 'two', new Date(`${TODAY}T02:00:00Z`)))?.person;
    await running.knows([person('twin-a', { subject: 'two' })]);
    expect(await find()).toBe('twin-a');
    await running.knows([person('twin-b', { subject: 'two' })]);
    expect(await find()).toBeUndefined();
    await running.knows([person('twin-a', { subject: 'two', active: false })]);
    expect(await find()).toBe('twin-b');
  });
  it('is nobody when deactivated, unknown, or of another issuer', async () => {
    const at = new Date('2026-11-20T02:00:00Z');
    expect(await org().find('http://issuer.test', 'gone', at)).toBeUndefined();
    expect(await org().find('http://issuer.test', 'nobody', at)).toBeUndefined();
    expect(await org().find('http://other.test', 'cuc', at)).toBeUndefined();
  });
});

describe('units', () => {
  it('are above one another, nearest first', async () => {
    expect(await org().unitsAbove('HQ-SM')).toEqual(['KV-MH', 'CHQ']);
    expect(await org().unitsAbove('CHQ')).toEqual([]);
    expect(await org().unitsAbove('NOWHERE')).toEqual([]);
  });
  it('have a branch, themselves included', async () => {
    expect((await org().unitsOfBranch('KV-MH')).sort()).toEqual(['HQ-DG', 'HQ-SM', 'KV-MH']);
    expect(await org().unitsOfBranch('NOWHERE')).toEqual([]);
  });
});

describe('the direct superior', () => {
  it('is the head of the unit above', async () => {
    expect(await org().superiorOf('HQ-SM')).toEqual({ person: 'khanh', unit: 'KV-MH' });
    expect(await org().superiorOf('KV-MH')).toEqual({ person: 'an', unit: 'CHQ' });
  });
  it('is its own head at the top, nobody of a unit that is not known', async () => {
    expect(await org().superiorOf('CHQ')).toEqual({ person: 'an', unit: 'CHQ' });
    expect(await org().superiorOf('NOWHERE')).toBeNull();
  });
  it('is the next one up while the post above has no holder that day', async () => {
    await running.knows([unit('DOI-1', 'HQ-DG')]);
    expect(await org().superiorOf('DOI-1')).toEqual({ person: 'khanh', unit: 'KV-MH' });
    running.clock.set(new Date('2026-11-21T02:00:00.000Z'));
    expect(await org().superiorOf('DOI-1')).toEqual({ person: 'hung', unit: 'HQ-DG' });
    running.clock.set(new Date(`${TODAY}T02:00:00.000Z`));
  });
});

describe('a post that goes to someone else', () => {
  const tenures = async (on: string[]) =>
    Promise.all(on.map(async (day) => org().holderOf('moving', day)));

  beforeAll(async () => {
    await running.knows([post('phuc', 'HQ-DG', ['clerk'], { id: 'moving', from: '2026-03-01' })]);
    await running.knows([post('cuc', 'HQ-DG', ['clerk'], { id: 'moving', from: '2026-06-01' })]);
  });

  it('was held by each in his days, by nobody before them', async () => {
    expect(await tenures(['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01'])).toEqual([
      null,
      'phuc',
      'phuc',
      'cuc',
    ]);
  });
  it('gives rights today to the one who holds it today', async () => {
    expect(await org().holdersOf('clerk', 'HQ-DG')).toEqual([{ person: 'cuc', name: 'Người cuc' }]);
    expect(await org().holds('phuc', 'clerk', 'HQ-DG')).toBe(false);
  });
  it('let the one before sign in his days, though it is typed in later and he has left', async () => {
    const signed = (who: string, on: string) => org().holds(who, 'clerk', 'HQ-DG', on);
    expect(await signed('phuc', '2026-05-31')).toBe(true);
    expect(await signed('phuc', '2026-06-01')).toBe(false);
    expect(await signed('cuc', '2026-05-31')).toBe(false);
    await running.knows([person('phuc', { active: false })]);
    expect(await signed('phuc', '2026-05-31')).toBe(true);
    await running.knows([person('phuc')]);
  });
  it('goes by the latest entry from its first day on', async () => {
    await running.knows([post('hung', 'HQ-DG', ['clerk'], { id: 'moving', from: '2026-05-01' })]);
    expect(await tenures(['2026-04-30', '2026-05-01', '2026-11-20'])).toEqual([
      'phuc',
      'hung',
      'hung',
    ]);
  });
});

describe('the deputies of who leaves a post', () => {
  const actsIn = async (who: string, on: string) =>
    (await heldBy(who, on)).filter((held) => held.startsWith('left'));

  beforeAll(async () => {
    const of = (who: string, from: string, holder: string) => ({
      ...deputy(who, 'left', from, '9999-12-31'),
      id: `left.${who}.${holder}`,
      holder,
    });
    await running.knows([
      post('phuc', 'HQ-DG', ['head'], { id: 'left', from: '2026-03-01' }),
      of('hung', '2026-11-01', 'phuc'),
      of('phuc', TODAY, 'phuc'),
      of('binh', '2026-12-01', 'phuc'),
      of('khanh', '2026-12-01', 'cuc'),
      post('cuc', 'HQ-DG', ['head'], { id: 'left', from: TODAY }),
    ]);
  });

  it('leave with him: they act for nobody who follows, now or later', async () => {
    for (const who of ['hung', 'phuc', 'binh'])
      for (const on of [TODAY, '2026-12-01']) expect(await actsIn(who, on)).toEqual([]);
    expect(await org().superiorOf('DOI-1')).toEqual({ person: 'cuc', unit: 'HQ-DG' });
  });
  it('acted for him in his days', async () => {
    expect(await actsIn('hung', '2026-11-19')).toEqual(['left for phuc']);
  });
  it('are not those of who follows', async () => {
    expect(await actsIn('khanh', '2026-12-01')).toEqual(['left for cuc']);
    const seen = await org().postsOfUnit('HQ-DG', '2026-12-01');
    expect(seen.find(({ id }) => id === 'left')).toMatchObject({ holder: 'cuc', deputy: 'khanh' });
  });
});

describe('the head of a unit', () => {
  const TO_COME = '2026-11-25';
  beforeAll(() =>
    running.knows([
      unit('HQ-TT', 'KV-MH'),
      unit('DOI-TT', 'HQ-TT'),
      post('cuc', 'HQ-TT', ['head']),
      post('phuc', 'HQ-TT', ['head'], { leads: true, from: '2026-11-01', to: TO_COME }),
    ]),
  );

  it('holds the post that leads it, and hears of breaches, though a deputy head is there longer', async () => {
    expect(await org().headOf('HQ-TT')).toBe('phuc');
    expect(await org().superiorOf('DOI-TT')).toEqual({ person: 'phuc', unit: 'HQ-TT' });
    const seen = await org().postsOfUnit('HQ-TT');
    expect(seen.map(({ holder, leads }) => [holder, leads])).toEqual([
      ['cuc', false],
      ['phuc', true],
    ]);
  });
  it('is nobody while no post leads it, or two people’s posts do; a deputy head hears of breaches', async () => {
    const second = post('hung', 'HQ-TT', ['head'], { leads: true });
    await running.knows([second]);
    expect(await org().headOf('HQ-TT')).toBeNull();
    const ended = post('phuc', 'HQ-TT', ['head'], { leads: true, from: '2026-11-01', to: TODAY });
    await running.knows([
      { ...second, to: '2026-11-01' },
      { ...ended, to: '2026-11-19' },
    ]);
    expect(await org().headOf('HQ-TT')).toBeNull();
    expect(await org().superiorOf('DOI-TT')).toEqual({ person: 'cuc', unit: 'HQ-TT' });
  });
});

describe('deputations that count since a day', () => {
  const SINCE = '2026-11-10';
  const POST = 'hq-dn.tai';
  const deputations: [who: string, from: string, to: string][] = [
    ['mot', '2026-11-01', '2026-11-09'],
    ['hai', '2026-11-01', SINCE],
    ['ba', TODAY, TODAY],
    ['bon', '2026-11-21', '2026-11-30'],
    ['nam', '2026-12-01', '2026-12-02'],
  ];
  beforeAll(() =>
    running.knows([
      unit('HQ-DN', 'KV-MH'),
      post('tai', 'HQ-DN', ['head'], { to: '2026-11-30' }),
      ...deputations.map(([who, from, to]) => deputy(who, POST, from, to)),
    ]),
  );
  const counted = async () => {
    const found = (await org().deputiesOf(['tai'], SINCE)).sort();
    for (const [who] of deputations)
      expect((await org().actedFor([who], SINCE)).includes('tai')).toBe(found.includes(who));
    return found;
  };

  it('are those that have a day in common with the post, from then on or to come', async () => {
    expect(await counted()).toEqual(['ba', 'bon', 'hai']);
  });
  it('and those that were revoked since they began; none that was revoked before', async () => {
    await running.knows([
      deputy('ba', POST, TODAY, TODAY, true),
      deputy('bon', POST, '2026-11-21', '2026-11-30', true),
    ]);
    expect(await counted()).toEqual(['ba', 'hai']);
  });
  it('and those of their deputies, by several steps, also in a circle', async () => {
    await running.knows([
      post('hai', 'HQ-DN', ['clerk']),
      post('sau', 'HQ-DN', ['clerk']),
      deputy('sau', 'hq-dn.hai', TODAY, TODAY),
      deputy('bay', 'hq-dn.sau', TODAY, TODAY),
      deputy('tai', 'hq-dn.sau', TODAY, TODAY),
    ]);
    expect(await counted()).toEqual(['ba', 'bay', 'hai', 'sau', 'tai']);
    expect((await org().actedFor(['bay'], SINCE)).sort()).toEqual(['hai', 'sau', 'tai']);
  });
});

it('a person is known by the latest name', async () => {
  await running.knows([person('an', { name: 'Tên mới' })]);
  expect(await org().names(['an', 'nobody'])).toEqual(new Map([['an', 'Tên mới']]));
});

it('posts and their deputies end with their unit', async () => {
  await running.knows([
    { ...unit('HQ-OLD', 'KV-MH'), to: '2026-11-19' },
    post('cuc', 'HQ-OLD', ['head']),
    deputy('khanh', 'hq-old.cuc', '2026-11-16', '2026-11-30'),
  ]);
  expect(await heldBy('cuc', '2026-11-19')).toContain('hq-old.cuc');
  expect(await heldBy('cuc')).not.toContain('hq-old.cuc');
  expect(await heldBy('khanh', '2026-11-19')).toContain('hq-old.cuc for cuc');
  expect(await heldBy('khanh')).not.toContain('hq-old.cuc for cuc');
  expect(await org().holdersOf('head', 'HQ-OLD')).toEqual([]);
});

it('the rows of the organisation are those that a rebuild makes', async () => {
  await expectRebuildsEqualLive(running.service);
});
