import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDemoApp } from '../specs/app.ts';

let demo: Awaited<ReturnType<typeof startDemoApp>>;
beforeAll(async () => {
  demo = await startDemoApp();
  await demo.app.init();
  await demo.fastify.ready();
});
afterAll(() => demo.close());

describe('an answer of a route', () => {
  it('carries the revision as a strong ETag, and the actor in the role that allowed it', async () => {
    const answer = await demo.app.inject({ url: '/demo/notes/D01', headers: demo.bearer });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers.etag).toBe('"7"');
    expect(answer.json()).toEqual({
      number: 'D01',
      actor: { person: 'an', role: 'receiver', unit: 'CK-01' },
    });
  });
});
