import { afterAll, describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { askInside } from './ask-inside.ts';
import { askService, type ServiceQuestion } from './ask-service.ts';

const app = fastify({ bodyLimit: 20 });
app.get('/echo', (request, reply) =>
  reply.header('x-seen', String(request.headers['x-acting-post'])).send({ url: request.url }),
);
app.post('/echo', (request) => request.body);
app.delete('/echo', (_, reply) => reply.code(204).send());
app.get('/slow', () => new Promise(() => undefined));
app.get('/bytes', (_, reply) =>
  reply.type('application/pdf').send(Buffer.from([0xff, 0xfe, 0, 1])),
);
app.get('/cut', (_, reply) => {
  reply.raw.write('a part');
  reply.hijack();
  setTimeout(() => reply.raw.destroy(), 10);
});
app.get('/broken', (_, reply) => reply.hijack().raw.destroy());
const address = await app.listen({ port: 0, host: '127.0.0.1' });
afterAll(() => app.close());

const json = { 'content-type': 'application/json' };
const bodyOf = (text: string) => ({ method: 'POST', headers: json, body: Buffer.from(text) });

describe('What is asked of a service in the same process', () => {
  it.each<[string, string, ServiceQuestion]>([
    ['a question with a header', '/echo?a=%2F&b', { headers: { 'x-acting-post': 'P1' } }],
    ['a body', '/echo', bodyOf('{"a":"ễ"}')],
    ['a body that is too large', '/echo', bodyOf(`"${'x'.repeat(30)}"`)],
    ['a body that is no JSON', '/echo', bodyOf('{')],
    ['a body of another type', '/echo', { ...bodyOf('a'), headers: { 'content-type': 'a/b' } }],
    ['a body in a GET', '/echo', { headers: json, body: Buffer.from('{}') }],
    ['bytes that are no text', '/bytes', { headers: {} }],
    ['a HEAD', '/echo', { method: 'HEAD', headers: {} }],
    ['an answer without a body', '/echo', { method: 'DELETE', headers: {} }],
    ['an unknown route', '/nothing', { headers: {} }],
  ])('gets the answer that it gets by a socket: %s', async (_, path, question) => {
    const [inside, apart] = [
      await askInside(app, path, question),
      await askService(address + path, question),
    ];
    const told = ({ status, headers, body }: typeof inside) => ({
      status,
      body: body.toString('base64'),
      ...{ type: headers['content-type'], length: headers['content-length'] },
      seen: headers['x-seen'],
    });
    expect(told(inside)).toEqual(told(apart));
  });

  it.each(['/slow', '/cut', '/broken'])(
    'is unavailable where no whole answer comes: %s',
    async (path) => {
      const asked = askInside(app, path, { headers: {}, withinMs: 50 });
      await expect(asked).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    },
  );
});
