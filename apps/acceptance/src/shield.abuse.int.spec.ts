import type { IntakeMatter } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signedIn } from './abuse/staff.ts';
import { registration } from './abuse/whole-way.ts';
import { accept, borderPost, itIs, newReceiptCode, taken } from './complaint.ts';
import { startProduct, type Product } from './harness/index.ts';
import type { Person } from './person.ts';

const DAY = '2026-11-20';
const PEOPLE = ['dung', 'giang', 'binh', 'cuc', 'hung', 'khanh', 'oanh', 'quyen', 'tam', 'ha'];
const SECRET = 'Nội dung sender.name';

let product: Product;
let people: Map<string, Person>;

beforeAll(async () => {
  product = await startProduct('standalone');
  await product.setClock(itIs(`${DAY}T02:00:00.000Z`));
  people = await signedIn(product.url, PEOPLE);
}, 180_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

const who = (id: string): Person => people.get(id)!;

const DENUNCIATION = { declaredKind: 'denunciation', gist: null };
const register = async (over: object = {}): Promise<string> =>
  (await who('dung').does<{ number: string }>('/intake/petitions', { ...registration(), ...over }))
    .number;
const correct = async (number: string, named: object): Promise<void> => {
  const { revision } = await taken(who('giang'), number);
  const body = { ...named, reason: 'Đọc kỹ lời tố cáo' };
  await who('giang').does(`/triage/petitions/${number}/respondents`, body, { ifMatch: revision });
};
const disclose = (id: string, number: string, door = 'petitions') =>
  who(id).post<{ code?: string }>(`/intake/${door}/${number}/identity-disclosures`, {
    purpose: 'verify-identity',
  });

/** Where someone is shown that there is such a petition; everything else answers as for no number. */
async function shownTo(id: string, number: string): Promise<string[]> {
  const pages = ['', '/intake', '/triage'].flatMap((service) =>
    ['', '/history'].map((tail) => `${service}/matters/${number}${tail}`),
  );
  const lists = ['/triage/worklist?view=all', '/intake/disclosures', '/triage/notices'];
  const shown: string[] = [];
  for (const path of [...pages, ...lists]) {
    const { status, body } = await who(id).get(path);
    if (status === 200 && JSON.stringify(body).includes(number)) shown.push(path);
    else if (pages.includes(path)) expect([path, status]).toEqual([path, 404]);
  }
  for (const door of ['petitions', 'denunciations']) {
    const { status, body } = await disclose(id, number, door);
    if (status !== 404 && body.code !== 'ACTION_FORBIDDEN') shown.push(`${door} ${status}`);
  }
  return shown;
}

describe('T27, on the whole product: a denunciation does not exist for those whom it may be about', () => {
  it.each([
    ['names nobody', { respondentUnit: null }, ['binh', 'cuc']],
    ['names their unit', { respondentUnit: 'HQ-SM' }, ['binh', 'cuc']],
    [
      'names their unit among others',
      { respondentUnit: 'HQ-DG', respondents: { units: ['HQ-SM'], people: [] } },
      ['binh', 'tam'],
    ],
    [
      'names an officer by their post',
      {
        respondentUnit: null,
        respondents: { units: [], people: [{ post: 'hq-sm.giang', on: DAY }] },
      },
      ['giang'],
    ],
    [
      'names an officer',
      { respondentUnit: null, respondents: { units: [], people: [{ person: 'khanh', on: DAY }] } },
      ['khanh'],
    ],
  ])('that %s', async (_, named, respondents) => {
    const number = await register({ ...DENUNCIATION, ...named });
    const handler = respondents.includes('giang') ? 'oanh' : 'giang';
    await taken(who(handler), number);
    for (const id of respondents) expect([id, await shownTo(id, number)]).toEqual([id, []]);
    expect(await shownTo(handler, number)).toContain(`/triage/matters/${number}`);
  });

  it.each([
    [{ respondentUnit: 'HQ-XX' }, '/respondentUnit'],
    [{ respondents: { units: ['HQ-XX'], people: [] } }, '/respondents/units/0'],
    [
      { respondents: { units: [], people: [{ post: 'hq-sm.nobody', on: DAY }] } },
      '/respondents/people/0',
    ],
    [
      { respondents: { units: [], people: [{ person: 'nobody', on: DAY }] } },
      '/respondents/people/0',
    ],
    [
      { respondents: { units: [], people: [{ post: 'hq-sm.binh', on: '2001-01-01' }] } },
      '/respondents/people/0',
    ],
  ])('that would name nobody known (%j) is refused', async (named, field) => {
    const body = { ...registration(), ...DENUNCIATION, ...named };
    const answer = await who('dung').post<{ code: string }>('/intake/petitions', body);
    expect([answer.status, answer.body]).toMatchObject([
      422,
      { code: 'RESPONDENT_UNKNOWN', field },
    ]);
  });

  it('that named another unit by mistake, from the answer to its correction on', async () => {
    for (let i = 0; i < 5; i++) {
      const number = await register({ ...DENUNCIATION, respondentUnit: 'HQ-DG' });
      await taken(who('binh'), number);
      await correct(number, { respondentUnit: 'HQ-SM' });
      const [page, identity, list] = await Promise.all([
        who('binh').get(`/intake/matters/${number}`),
        disclose('binh', number),
        who('binh').get('/triage/worklist?view=all'),
      ]);
      expect([page.status, identity.status]).toEqual([404, 404]);
      expect(JSON.stringify(list.body)).not.toContain(number);
    }
  }, 60_000);

  it('and stays so when a correction names somebody else, or nobody', async () => {
    const number = await register({ ...DENUNCIATION, respondentUnit: 'HQ-SM' });
    for (const named of [{ respondentUnit: 'HQ-DG' }, {}]) {
      await correct(number, named);
      for (const id of ['binh', 'cuc']) expect(await shownTo(id, number)).toEqual([]);
    }
  });
});

describe('T27: a complaint that is called a denunciation after it was accepted', () => {
  it('and its case are nothing to the denounced head from the answer on; its sender sees no change', async () => {
    const code = newReceiptCode();
    const { number } = await who('dung').does<{ number: string }>(
      '/intake/petitions',
      registration({ code }),
    );
    await taken(who('giang'), number);
    const opened = await accept(await borderPost(product.url), number);
    await who('binh').getUntil(`/investigation/matters/${opened}`, () => true);
    expect((await disclose('binh', number)).status).toBe(200);
    const { state, sentence } = await who('dung').getTracked(code, 'accepted');

    const page = `/intake/matters/${number}`;
    const before = await who('oanh').getUntil<IntakeMatter>(page, () => true);
    const { revision } = await taken(who('oanh'), number);
    const body = { reason: 'Nội dung là tố cáo' };
    await who('oanh').does(`/triage/petitions/${number}/denunciation`, body, { ifMatch: revision });
    expect(await shownTo('binh', number)).toEqual([]);
    for (const path of ['', '/investigation', '/intake', '/triage'])
      for (const tail of ['', '/history']) {
        const { status } = await who('binh').get(`${path}/matters/${opened}${tail}`);
        expect([path, tail, status]).toEqual([path, tail, 404]);
      }
    const cases = await who('binh').get('/investigation/worklist?view=all');
    expect(JSON.stringify(cases.body)).not.toContain(opened);
    expect((await disclose('dung', number)).body.code).toBe('DENUNCIATION_SEALED');
    // Another officer than the one who called it so.
    const { body: refused } = await disclose('oanh', number, 'denunciations');
    expect(refused.code).toBe('CALLED_BY_ONESELF');
    expect((await disclose('quyen', number, 'denunciations')).status).toBe(200);

    await who('oanh').getUntil<IntakeMatter>(page, (now) => now.revision > before.revision);
    expect(await who('dung').getTracked(code, 'accepted')).toMatchObject({ state, sentence });
  }, 60_000);
});

describe('T27: who sent a denunciation, and what it says', () => {
  it('opens to people who are appointed to it, in the unit and above, and to nobody else', async () => {
    const number = await register({ ...DENUNCIATION, respondentUnit: 'HQ-DG' });
    await taken(who('giang'), number);
    for (const id of PEOPLE)
      for (const door of ['petitions', 'denunciations']) {
        const { status, body } = await disclose(id, number, door);
        const appointed = door === 'denunciations' && ['oanh', 'quyen'].includes(id);
        expect([id, door, status === 200]).toEqual([id, door, appointed]);
        expect(JSON.stringify(body).includes(SECRET)).toBe(appointed);
      }
  });

  it('is shut from the answer to the classification on, and stays shut', async () => {
    for (let i = 0; i < 10; i++) {
      const number = await register({ respondentUnit: null });
      const { revision } = await taken(who('giang'), number);
      const body = { kind: 'denunciation', reason: 'Nội dung là tố cáo', respondentUnit: 'HQ-SM' };
      await who('giang').does(`/triage/petitions/${number}/classification`, body, {
        ifMatch: revision,
      });
      const [desk, head] = await Promise.all([disclose('dung', number), disclose('binh', number)]);
      expect([desk.body.code, head.body.code]).toEqual(['DENUNCIATION_SEALED', 'NOT_FOUND']);
    }
  }, 120_000);
});
