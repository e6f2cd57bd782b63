import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appointDeputySchema, defineCommand, words } from '@minh-bach/contracts';
import { startDemoApp } from '@minh-bach/http/specs';
import { DomainError } from '@minh-bach/kernel';
import { CqrsModule } from '@nestjs/cqrs';
import { ServiceRuntime } from '../service/service-runtime.ts';
import { partsOf } from './use-case-parts.ts';
import { openingCase, useCase, type Asked } from './use-case.ts';

const said = words('Thử', 'A try');
const tryOut = defineCommand({
  name: 'try-out',
  route: 'demo/cases/:number/tries',
  action: 'petition.note',
  summary: said,
  status: 201,
  refusals: ['NOT_OVERDUE'],
  body: {
    text: { kind: 'line', max: 20, label: said, absence: 'required' },
    version: { kind: 'ordinal', label: said, absence: 'absent' },
  },
});

const begin = defineCommand({
  name: 'begin',
  route: 'demo/beginnings',
  action: 'petition.note',
  summary: said,
  refusals: [],
  body: appointDeputySchema,
});
const openIt = defineCommand({
  name: 'open-it',
  route: 'demo/proposals/:proposal/opening',
  action: 'petition.note',
  summary: said,
  refusals: [],
  body: null,
});

const ROUTE = '/demo/cases/V26-10203040-9/tries';
const seen: Asked[] = [];
let refused: DomainError | undefined;
const tries = useCase(tryOut, (asked) => {
  seen.push(asked);
  if (refused) return Promise.reject(refused);
  return Promise.resolve(outcome);
});

const outcome = { stream: 's', revision: 4, position: 'log:9', events: [], state: null };
const beginning = useCase(begin, (asked) => {
  seen.push(asked);
  return Promise.resolve(outcome);
});
const opening = openingCase(openIt, 'text/plain', ({ number }) =>
  Promise.resolve({ opened: number }),
);

type Demo = Awaited<ReturnType<typeof startDemoApp>>;
const runtime = { name: 'demo' };
const startIn = (mode: 'test' | 'demo'): Promise<Demo> => {
  const { controllers, handlers } = partsOf([tries, beginning, opening]);
  const runs = { provide: ServiceRuntime, useValue: runtime };
  return startDemoApp({ mode }, controllers, {
    imports: [CqrsModule],
    providers: [...handlers, runs],
  });
};

let test: Demo;
let demo: Demo;
beforeAll(async () => {
  test = await startIn('test');
  demo = await startIn('demo');
  await Promise.all([test.app.init(), demo.app.init()]);
});
afterAll(async () => {
  await test.close();
  await demo.close();
});

let keys = 0;
async function ask(on: Demo, payload: object, url = ROUTE) {
  const key = `try-${++keys}-abcdefgh`;
  const headers = { ...on.bearer, 'idempotency-key': key, 'x-acting-post': 'P2' };
  const response = await on.app.inject({ method: 'POST', url, headers, payload });
  return { status: response.statusCode, headers: response.headers, body: response.json<Body>() };
}
interface Body {
  readonly code?: string;
  readonly revision?: number;
}

describe('a declared command', () => {
  it('is a route of the contract: its status, and where in the log its answer stands', async () => {
    const { status, headers, body } = await ask(test, { text: 'một', version: 2 });
    expect({ status, body }).toEqual({ status: 201, body: { revision: 4, position: 'log:9' } });
    expect([headers['etag'], headers['x-position']]).toEqual(['"4"', 'log:9']);
    expect(seen.at(-1)).toMatchObject({
      number: 'V26-10203040-9',
      action: 'petition.note',
      body: { text: 'một', version: 2 },
      context: { actor: { person: 'an' } },
      service: runtime,
    });
  });

  it.each([
    ['a body of another shape', { text: 'x'.repeat(21) }, ROUTE],
    ['a member that is not declared', { text: 'x', more: 1 }, ROUTE],
    ['another number', { text: 'x' }, ROUTE.replace('V26', 'D26')],
  ])('refuses %s', async (_, payload, url) => {
    const before = seen.length;
    expect(await ask(test, payload, url)).toMatchObject({ body: { code: 'INVALID_INPUT' } });
    expect(seen).toHaveLength(before);
  });

  it('is described with its refusals', async () => {
    const { paths } = (await test.app.inject('/demo/openapi.json')).json<{
      paths: Record<string, { post: { operationId: string; responses: Record<string, object> } }>;
    }>();
    const described = paths['/demo/cases/{number}/tries']?.post;
    expect(described?.operationId).toBe('tryOut');
    expect(described?.responses['409']).toMatchObject({
      description: expect.stringContaining('NOT_OVERDUE'),
    });
  });
});

describe('a command that is not of a petition or a case', () => {
  const body = { post: 'p', deputy: 'an', from: '2025-11-20', to: '2025-11-21' };

  it('names nothing, and its body is a shape', async () => {
    expect(await ask(test, body, '/demo/beginnings')).toMatchObject({ status: 200 });
    expect(seen.at(-1)).toMatchObject({ number: '', body });
    const refused = await ask(test, { ...body, more: 1 }, '/demo/beginnings');
    expect(refused).toMatchObject({ body: { code: 'INVALID_INPUT' } });
  });

  it('names what there is, takes no body, and answers with what it opened', async () => {
    const id = '0b5e0f7e-6f0c-4b7e-9f4f-5b8f0d2a3c11';
    const { status, headers, body } = await ask(test, {}, `/demo/proposals/${id}/opening`);
    expect({ status, body }).toEqual({ status: 200, body: { opened: id } });
    expect([headers['etag'], headers['x-position']]).toEqual([undefined, undefined]);
    const refused = await ask(test, {}, '/demo/proposals/7/opening');
    expect(refused).toMatchObject({ body: { code: 'INVALID_INPUT' } });
  });

  it('is described without a place that it does not name, and with its media type', async () => {
    const { paths } = (await test.app.inject('/demo/openapi.json')).json<{
      paths: Record<string, { post: { parameters: { in: string }[]; requestBody?: object } }>;
    }>();
    const begun = paths['/demo/beginnings']!.post;
    expect(begun.parameters.filter((one) => one.in === 'path')).toEqual([]);
    expect(paths['/demo/proposals/{proposal}/opening']!.post.requestBody).toBeUndefined();
  });
});

describe('a refusal', () => {
  it('that is declared is the answer', async () => {
    refused = new DomainError('NOT_OVERDUE', { rule: 'x' });
    expect(await ask(test, { text: 'x' })).toMatchObject({ body: { code: 'NOT_OVERDUE' } });
  });

  it('that is not declared is a fault while tests run, and an answer to people', async () => {
    refused = new DomainError('ALREADY_CONCLUDED', { state: 'x' });
    expect(await ask(test, { text: 'x' })).toMatchObject({ status: 500 });
    expect(await ask(demo, { text: 'x' })).toMatchObject({ body: { code: 'ALREADY_CONCLUDED' } });
  });

  it('of the door or of the log needs no declaration', async () => {
    refused = new DomainError('NOT_FOUND');
    expect(await ask(test, { text: 'x' })).toMatchObject({ status: 404 });
    refused = new DomainError('CASE_UNKNOWN');
    expect(await ask(test, { text: 'x' })).toMatchObject({ status: 404 });
  });
});
