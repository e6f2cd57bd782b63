import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDemoApp } from '../specs/app.ts';

let demo: Awaited<ReturnType<typeof startDemoApp>>;
beforeAll(async () => {
  demo = await startDemoApp();
  await demo.app.init();
  await demo.fastify.ready();
});
afterAll(() => demo.close());

const described = async () => (await demo.app.inject('/demo/openapi.json')).json();

describe('the description of a service (OpenAPI 3.1)', () => {
  it('holds every route below its name, and no other', async () => {
    const { openapi, paths } = await described();
    expect(openapi).toBe('3.1.1');
    expect(
      Object.entries(paths).map(([path, operations]) => [path, Object.keys(operations as object)]),
    ).toEqual([
      ['/demo/notes', ['get']],
      ['/demo/notes/{number}', ['get', 'post']],
      ['/demo/notes/{number}/accept', ['post']],
      ['/demo/track', ['post']],
      ['/demo/me', ['get']],
    ]);
  });

  it('says what a command takes, needs and refuses', async () => {
    const { paths } = await described();
    const { post } = paths['/demo/notes/{number}'];
    expect(post['x-action']).toBe('petition.register');
    expect(post.security).toEqual([{ bearer: [] }]);
    const { schema } = post.requestBody.content['application/json'];
    expect(schema.additionalProperties).toBe(false);
    expect(schema.required).toEqual(['title']);
    expect(schema.properties.kind.enum).toEqual(['complaint', 'feedback']);
    const parameters = post.parameters.map(
      ({ name, required }: { name: string; required: boolean }) => [name, required],
    );
    expect(parameters).toEqual([
      ['number', true],
      ['X-Acting-Post', false],
      ['Idempotency-Key', true],
      ['If-Match', false],
    ]);
    expect(Object.keys(post.responses)).toEqual([
      '201',
      '400',
      '401',
      '403',
      '404',
      '412',
      '413',
      '415',
      '422',
      '428',
      '500',
      '503',
    ]);
    expect(post.responses['428'].description).toBe('IDEMPOTENCY_KEY_REQUIRED');
  });

  it('says which members of a query may be left out', async () => {
    const { paths } = await described();
    expect(paths['/demo/notes'].get.parameters[0]).toMatchObject({
      name: 'cursor',
      in: 'query',
      required: false,
    });
  });

  it('is not there for a service that is not', async () => {
    expect((await demo.app.inject('/other/openapi.json')).statusCode).toBe(404);
  });

  it('is for signed-in staff only in production', async () => {
    const production = await startDemoApp({
      mode: 'production',
      commandSecret: new Uint8Array(randomBytes(32)),
    });
    await production.app.init();
    const url = '/demo/openapi.json';
    const [anybody, staff] = [
      await production.app.inject(url),
      await production.app.inject({ url, headers: production.bearer }),
    ];
    await production.close();
    expect([anybody.statusCode, staff.statusCode]).toEqual([401, 200]);
  });
});
