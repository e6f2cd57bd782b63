import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryEntry } from '@minh-bach/contracts';
import { roleFor } from '@minh-bach/contracts';
import { demoPeople } from '@minh-bach/directory';
import { randomUUID } from 'node:crypto';
import { bend } from './abuse/bend.ts';
import { Database } from './abuse/database.ts';
import { describedRoutes, type DescribedRoute } from './abuse/described-routes.ts';
import { goodBodies, goodBody } from './abuse/good-bodies.ts';
import { expectProblem, type Problem } from './abuse/problem.ts';
import { signedIn } from './abuse/staff.ts';
import { badTokens, signerOf, type SignToken } from './abuse/tokens.ts';
import { picture, send } from './abuse/upload.ts';
import { registration, walk, wholeWay, type Make, type Numbers } from './abuse/whole-way.ts';
import { itIs } from './complaint.ts';
import { startProduct, type Product } from './harness/index.ts';
import { Person } from './person.ts';

const PEOPLE = ['dung', 'giang', 'binh', 'lan', 'hung', 'phuc', 'quan', 'van', 'yen', 'oanh'];

let product: Product;
let database: Database;
let routes: readonly DescribedRoute[];
let people: ReadonlyMap<string, Person>;

beforeAll(async () => {
  [product, routes] = await Promise.all([startProduct('standalone'), describedRoutes()]);
  await product.setClock(itIs('2026-11-20T02:00:00.000Z'));
  database = await Database.of(product.folders);
  people = await signedIn(product.url, PEOPLE);
}, 180_000);
afterAll(async () => {
  await database?.close();
  await product?.close();
}, 60_000);

const who = (id: string): Person => people.get(id)!;
const commands = () => routes.filter(({ isCommand }) => isCommand);

/** Somebody whom the policy lets do this, at the border post where that matters. */
function entitled({ action }: DescribedRoute): Person {
  const may = demoPeople.filter(
    ({ id, roles }) => PEOPLE.includes(id) && action && roleFor(action, roles),
  );
  return who((may.find(({ unit }) => unit === 'HQ-SM') ?? may[0])!.id);
}

const pathOf = ({ path }: DescribedRoute): string =>
  path
    .replace('{number}', /^.(intake|triage)/.test(path) ? 'D26-00000000-1' : 'V26-00000000-1')
    .replace('{proposal}', '00000000-0000-8000-8000-000000000000');

const headers = (more: Record<string, string> = {}) => ({
  'content-type': 'application/json',
  'idempotency-key': randomUUID(),
  'if-match': '"0"',
  ...more,
});

const REFUSED =
  'INVALID_INPUT|MALFORMED_JSON|JSON_TOO_COMPLEX|BODY_TOO_LARGE|BAD_REQUEST|UNSUPPORTED_MEDIA_TYPE';

describe('Bad input, to each command of the whole product', () => {
  it('is refused whatever is wrong with the body, and nothing of it is kept (T13)', async () => {
    const before = await database.eventsAtRest();
    const taken: string[] = [];
    let asked = 0;
    for (const route of commands()) {
      const person = entitled(route);
      const path = pathOf(route);
      const bent = goodBodies(route.path).flatMap((good) => bend(good, route.body));
      asked += bent.length;
      for (const [what, body] of bent) {
        // Where no body is taken, `null` is none.
        if (!route.body && what === 'nothing') continue;
        const answer = await person.send<Problem>(path, { headers: headers(), body });
        if (new RegExp(`^(${REFUSED})$`).test(answer.body.code)) expectProblem(answer);
        else taken.push(`${path} ${what}: ${answer.status} ${answer.body.code}`);
      }
    }
    expect(taken).toEqual([]);
    expect(asked).toBeGreaterThan(1_000);
    expect(await database.eventsAtRest()).toBe(before);
  }, 180_000);

  it('is refused whatever is wrong around the body', async () => {
    const before = await database.events();
    for (const route of commands()) {
      const body = JSON.stringify(goodBody(route.path));
      const path = pathOf(route);
      const wrong: [string, string, Record<string, string>][] = [
        ['UNSUPPORTED_MEDIA_TYPE', path, { 'content-type': 'text/plain' }],
        ['UNSUPPORTED_MEDIA_TYPE', path, { 'content-type': 'application/x-www-form-urlencoded' }],
        ['UNSUPPORTED_MEDIA_TYPE', path, { 'content-type': 'application/json; charset=utf-16' }],
        ['IDEMPOTENCY_KEY_MALFORMED', path, { 'idempotency-key': 'short' }],
        [
          'IDEMPOTENCY_KEY_MALFORMED',
          path,
          { 'idempotency-key': 'khoá của tôi'.normalize('NFD').replace(/[^ -~]/g, ' x ') },
        ],
        ['IF_MATCH_MALFORMED', path, { 'if-match': '*' }],
        ['IF_MATCH_MALFORMED', path, { 'if-match': 'W/"0"' }],
        ['IF_MATCH_MALFORMED', path, { 'if-match': '"0", "1"' }],
        ['POST_NOT_HELD', path, { 'x-acting-post': 'chq.an' }],
        ['POST_NOT_HELD', path, { 'x-acting-post': "' OR 1=1 --" }],
        ['INVALID_INPUT', `${path}?actor=binh`, {}],
        ['INVALID_INPUT', `${path}?unit=A&unit=B`, {}],
      ];
      for (const [code, to, more] of wrong)
        expectProblem(await entitled(route).send(to, { headers: headers(more), body }), code);
      const { 'idempotency-key': _, ...without } = headers();
      expectProblem(
        await entitled(route).send(path, { headers: without, body }),
        'IDEMPOTENCY_KEY_REQUIRED',
      );
    }
    expect(await database.events()).toBe(before);
  }, 120_000);
});

describe('What is text stays text', () => {
  const decomposed = 'Nguyễn Thị Hường'.normalize('NFD');
  const text = (field: string) =>
    `<script>alert(1)</script><img src=x onerror=alert(1)>'); DROP TABLE log.events; -- \${7*7} ${decomposed} ${field}`;
  const said = new Map<string, string>();
  const short = (field: string) => {
    const words = /phone|idNumber|decisionNumber/.test(field)
      ? `<b>'--${decomposed}`.slice(0, 30)
      : text(field);
    said.set(field, words);
    return words;
  };
  let numbers: Numbers;

  /** Stale, unsaid, twice, and once more with another body: only the first try counts. */
  const stubborn: Make = async ({ person, path, move, sending }) => {
    if (sending.ifMatch !== undefined) {
      // The last events may be notes, evidence and explanations, which change nothing that was seen.
      for (const ifMatch of sending.ifMatch > 1 ? [0, 999] : [999])
        expectProblem(await person.post(path, move.body, { ifMatch }), 'REVISION_CHANGED');
      expectProblem(await person.post(path, move.body), 'IF_MATCH_REQUIRED');
    }
    const once = { ...sending, key: randomUUID() };
    const made = await person.post<{ number?: string; case?: string }>(path, move.body, once);
    const again = await person.post<{ number?: string; case?: string }>(path, move.body, once);
    expect([path, again.status, again.body.number, again.body.case]).toEqual([
      path,
      made.status,
      made.body.number,
      made.body.case,
    ]);
    const codes = path.endsWith('/closure') ? 'INVALID_INPUT' : 'IDEMPOTENCY_KEY_REUSED';
    expectProblem(await person.post(path, move.other, once), codes);
    return made;
  };

  it('and a command counts once, however often and stubbornly it is sent', async () => {
    const staff = {
      desk: who('dung'),
      classifier: who('giang'),
      head: who('binh'),
      verifier: who('hung'),
      clerk: who('phuc'),
    };
    const moves = wholeWay({ text: short });
    numbers = await walk(staff, moves, stubborn);
    const { entries } = await who('binh').getUntil<{ entries: HistoryEntry[] }>(
      `/matters/${numbers.petition}/history`,
      ({ entries: all }) => all.some(({ type }) => type === 'CaseClosed'),
    );
    const own = entries.filter(
      ({ actor, type }) => actor.role !== 'system' && type !== 'CaseNumberReserved',
    );
    expect(own).toHaveLength(moves.length);
  }, 120_000);

  it('composed, as it was written, in answers that no browser takes for a page', async () => {
    const { petition, case: opened } = numbers;
    const answers = [
      await who('giang').get(`/intake/matters/${petition}`),
      await who('giang').get(`/triage/matters/${petition}`),
      await who('hung').get(`/investigation/matters/${opened}`),
      await who('phuc').get(`/response/matters/${opened}`),
      await who('giang').get('/triage/worklist?view=all'),
      await who('dung').post(`/intake/petitions/${petition}/identity-disclosures`, {
        purpose: 'contact-sender',
      }),
    ];
    const shown = answers.map(({ body }) => JSON.stringify(body)).join();
    const NOT_SHOWN = ['addressee', 'file.name', 'classification.reason', 'acceptance.reason'];
    for (const [field, words] of said)
      if (!NOT_SHOWN.includes(field))
        expect([
          field,
          shown.includes(JSON.stringify(words.normalize('NFC')).slice(1, -1)),
        ]).toEqual([field, true]);
    for (const { status, headers: told } of answers) {
      expect(status).toBe(200);
      expect(told.get('content-type')).toMatch(/^application\/json/);
      expect(told.get('x-content-type-options')).toBe('nosniff');
      expect(told.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    }
  }, 60_000);

  it('and the database is none the worse', async () => {
    const tables = await database.everything();
    expect(tables.get('log.events')?.length).toBeGreaterThan(1_000);
    for (const [name, bytes] of tables)
      expect([name, bytes.includes(decomposed)]).toEqual([name, false]);
  });
});

describe('A file that lies', () => {
  const html = Buffer.from('<html><script>alert(1)</script></html>');
  const cases: readonly (readonly [string, Buffer, string, string])[] = [
    ['a picture called PDF', picture('x'), 'application/pdf', 'FILE_TYPE_LIES'],
    ['a page called picture', html, 'image/png', 'FILE_TYPE_LIES|FILE_TYPE_NOT_ALLOWED'],
    ['a page', html, 'text/html', 'FILE_TYPE_NOT_ALLOWED'],
    [
      'a drawing with a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'image/svg+xml',
      'FILE_TYPE_NOT_ALLOWED',
    ],
    [
      'a program',
      Buffer.from('MZ\u0090\u0000'),
      'application/octet-stream',
      'FILE_TYPE_NOT_ALLOWED',
    ],
    [
      'nothing',
      Buffer.alloc(0),
      'application/pdf',
      'FILE_TYPE_LIES|FILE_BROKEN|FILE_TYPE_NOT_ALLOWED',
    ],
    ['half a picture', picture('x').subarray(0, 50), 'image/png', 'FILE_BROKEN'],
    [
      'a PDF that acts',
      Buffer.from(
        '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
      ),
      'application/pdf',
      'FILE_ACTIVE_CONTENT|FILE_BROKEN',
    ],
    [
      '21 MB',
      Buffer.concat([picture('x'), Buffer.alloc(21 * 1024 * 1024)]),
      'image/png',
      'FILE_TOO_LARGE',
    ],
  ];

  it.each(cases)('%s is refused', async (_, content, type, codes) => {
    expectProblem(await send(who('dung'), content, type), codes);
  });

  it('too large, spoils nobody’s next request', async () => {
    const large = Buffer.concat([picture('x'), Buffer.alloc(21 * 1024 * 1024)]);
    for (let n = 0; n < 6; n++) {
      expectProblem(await send(who('dung'), large, 'image/png'), 'FILE_TOO_LARGE');
      expectProblem(await send(who('yen'), html, 'text/html'), 'FILE_TYPE_NOT_ALLOWED');
    }
  }, 60_000);

  it('is not named by a path, not taken twice, and not taken by another person', async () => {
    const { body } = await send(who('dung'), picture('x'), 'image/png', '../../etc/passwd');
    expect(body).toMatchObject({ file: expect.stringMatching(/^[\w-]{22}$/), type: 'image/png' });
    const { file } = body as { file: string };
    const register = (by: string, id: string) =>
      who(by).post<Problem>('/intake/petitions', {
        ...registration(),
        file: { id, name: 'đơn.png' },
      });
    expectProblem(await register('yen', file), 'UPLOAD_UNKNOWN');
    for (const id of ['../../postgres.password', `${file}/../${file}`, 'no-such-file'])
      expectProblem(await register('dung', id), 'UPLOAD_UNKNOWN|INVALID_INPUT');
    expect((await register('dung', file)).status).toBe(201);
    expectProblem(await register('dung', file), 'UPLOAD_UNKNOWN');
  });
});

describe('T10: a token', () => {
  const ask = (token: string, path = '/triage/worklist') =>
    Person.stranger(product.url).send<Problem>(path, {
      method: 'GET',
      headers: { authorization: `Bearer ${token}` },
    });
  let sign: SignToken;
  beforeAll(async () => {
    sign = await signerOf(product.folders, `${product.url}/oidc`);
  });

  it('that is forged or expired is worth nothing', async () => {
    expect((await ask(await sign())).status).toBe(200);
    for (const [what, token] of Object.entries(await badTokens(sign)))
      expect([what, (await ask(token)).status]).toEqual([what, 401]);
  });

  it('gives no right by what it says of roles', async () => {
    const roles = ['head', 'administrator', 'operator'];
    const claims = {
      roles,
      role: 'operator',
      groups: roles,
      scope: 'api admin',
      realm_access: { roles },
    };
    expectProblem(
      await ask(await sign({ claims: { ...claims, sub: 'demo-dung' } })),
      'ACTION_FORBIDDEN',
    );
    expectProblem(
      await ask(await sign({ claims: { ...claims, sub: 'nobody' } })),
      'UNKNOWN_PERSON',
    );
    expectProblem(await ask(await sign({ claims }), '/triage/operations'), 'ACTION_FORBIDDEN');
  });

  it('is asked for beside no session of a foreign page', async () => {
    const answer = await who('dung').send<Problem>('/intake/petitions', {
      headers: headers({ origin: 'https://evil.example' }),
      body: JSON.stringify(registration()),
    });
    expectProblem(answer, 'CROSS_SITE');
  });
});
