import { words } from '@minh-bach/contracts';
import multipart from '@fastify/multipart';
import { Controller, Post, Req } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { Allow } from '../auth/index.ts';
import { NotesController, startDemoApp } from '../specs/app.ts';
import { Operation } from './operation.ts';

@Controller('demo/files')
class FilesController {
  @Post()
  @Allow('petition.register')
  @Operation({ summary: words('Tải lên', 'Uploads'), consumes: 'multipart/form-data' })
  async upload(@Req() request: FastifyRequest) {
    const part = await request.file();
    return { bytes: (await part?.toBuffer())?.length ?? 0 };
  }
}

let demo: Awaited<ReturnType<typeof startDemoApp>>;
beforeAll(async () => {
  demo = await startDemoApp({}, [NotesController, FilesController]);
  await demo.app.register(multipart, { limits: { fileSize: 100, files: 1, fields: 0 } });
  await demo.app.init();
  await demo.fastify.ready();
});
afterAll(() => demo.close());

const TYPE = 'multipart/form-data; boundary=x';
const form = (content: string) =>
  `--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n${content}\r\n--x--\r\n`;
const FIELD = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n';
const post = (url: string, type: string, payload: string) =>
  demo.app.inject({
    method: 'POST',
    url,
    headers: { ...demo.bearer, 'idempotency-key': 'upload-key', 'content-type': type },
    payload,
  });

describe('a route for uploads', () => {
  it('takes a form, and is the only kind that does', async () => {
    expect((await post('/demo/files', TYPE, form('abc'))).json()).toEqual({ bytes: 3 });
    expect((await post('/demo/notes/D01', TYPE, form('abc'))).statusCode).toBe(415);
    expect((await post('/demo/files', 'application/json', '{}')).statusCode).toBe(415);
  });

  it('refuses what is too large: 413', async () => {
    const answer = await post('/demo/files', TYPE, form('x'.repeat(200)));
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'FILE_TOO_LARGE']);
  });

  it.each([
    ['with a boundary of 5,000 characters', `${TYPE}${'x'.repeat(5_000)}`, form('abc')],
    ['without a boundary', 'multipart/form-data', form('abc')],
    ['cut off', TYPE, form('abc').slice(0, 40)],
    ['that is none', TYPE, 'hello'],
  ])('answers a form %s with a problem, no fault', async (_, type, payload) => {
    const answer = await post('/demo/files', type, payload);
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'BAD_REQUEST']);
  });

  it('says nothing of size where a form has other fields', async () => {
    const answer = await post('/demo/files', TYPE, `${FIELD}--x--\r\n`);
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'BAD_REQUEST']);
  });

  it('asks who it is before it reads anything', async () => {
    const answer = await demo.app.inject({
      method: 'POST',
      url: '/demo/files',
      headers: { 'content-type': TYPE },
      payload: form('abc'),
    });
    expect(answer.statusCode).toBe(401);
  });
});
