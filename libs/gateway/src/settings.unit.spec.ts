import { describe, expect, it } from '@jest/globals';
import { publicOriginSchema, upstreamSchema } from './settings.ts';

describe('The public origin', () => {
  it.each([
    ['https://minhbach.example', 'https://minhbach.example'],
    ['https://minhbach.example/', 'https://minhbach.example'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
  ])('%s is one', (text, origin) => {
    expect(publicOriginSchema.parse(text)).toBe(origin);
  });

  it.each([
    'http://minhbach.example',
    'http://localhost.evil.example',
    'https://minhbach.example/app',
    'https://user:secret@minhbach.example',
    'ftp://minhbach.example',
    'minhbach.example',
  ])('%s is none', (text) => {
    expect(publicOriginSchema.safeParse(text).success).toBe(false);
  });
});

describe('The address of a service', () => {
  it('has no path that could be joined with a request’s', () => {
    expect(upstreamSchema.parse('http://intake:4001/')).toBe('http://intake:4001');
    expect(upstreamSchema.safeParse('http://intake:4001/intake').success).toBe(false);
  });
});
