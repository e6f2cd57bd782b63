import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { SettableClock } from '@minh-bach/kernel';
import { z } from 'zod';
import { startDemoApp } from '../specs/app.ts';
import {
  BadConfig,
  defineConfig,
  demoSecret,
  modeSchema,
  portSchema,
  secretOf,
  secretSchema,
} from './index.ts';

const good = new Uint8Array(randomBytes(32));

describe('T25: production does not start', () => {
  it.each([
    ['a clock that can be set', { clock: new SettableClock(), commandSecret: good }, 'clock'],
    ['demo people', { demoPeople: true, commandSecret: good }, 'demo people'],
    [
      'the secret of the demonstration',
      { commandSecret: demoSecret('MB_COMMAND_SECRET') },
      'MB_COMMAND_SECRET',
    ],
    ['a short secret', { commandSecret: new Uint8Array(8) }, 'MB_COMMAND_SECRET'],
  ])('with %s, and says so', async (_, config, named) => {
    await expect(startDemoApp({ mode: 'production', ...config })).rejects.toThrow(named);
  });

  it('without a secret of its own', () => {
    expect(() => secretOf('production', 'MB_COMMAND_SECRET', undefined)).toThrow(
      'MB_COMMAND_SECRET',
    );
    expect(secretOf('production', 'MB_COMMAND_SECRET', good)).toBe(good);
    expect(secretOf('demo', 'MB_COMMAND_SECRET', undefined)).toEqual(
      demoSecret('MB_COMMAND_SECRET'),
    );
  });
});

describe('T25: the clock', () => {
  const set = async (mode: 'demo' | 'test' | 'production', now = '2027-01-04T02:00:00Z') => {
    const demo = await startDemoApp({ mode, commandSecret: good });
    await demo.app.init();
    const answer = await demo.app.inject({ method: 'POST', url: '/test/clock', payload: { now } });
    const me = await demo.app.inject({ url: '/demo/me', headers: demo.bearer });
    await demo.close();
    return { status: answer.statusCode, body: answer.json(), me: me.statusCode };
  };

  it('can be set in test mode, and tokens are good at any time it shows', async () => {
    const { status, body, me } = await set('test');
    expect(status).toBe(200);
    expect(body.now).toMatch(/^2027-01-04T02:00:0/);
    expect(me).toBe(200);
  });

  it.each(['demo', 'production'] as const)(
    'cannot be set in %s mode: no such route',
    async (mode) => {
      expect((await set(mode)).status).toBe(404);
    },
  );

  it('is not set to what is no instant', async () => {
    expect((await set('test', 'tomorrow')).status).toBe(400);
  });
});

describe('a configuration', () => {
  const shape = z.object({
    MB_MODE: modeSchema.default('demo'),
    MB_PORT: portSchema.default(8080),
    MB_COMMAND_SECRET: secretSchema.optional(),
  });

  it('has defaults where nothing, or an empty text, is set', () => {
    expect(defineConfig(shape, { MB_PORT: '', OTHER: 'x' })).toEqual({
      MB_MODE: 'demo',
      MB_PORT: 8080,
    });
  });

  it('is refused with one line per bad value, which quotes none', () => {
    const bad = { MB_MODE: 'prod', MB_PORT: '99999', MB_COMMAND_SECRET: 'hunter2' };
    let error: unknown;
    try {
      defineConfig(shape, bad);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(BadConfig);
    const { lines } = error as BadConfig;
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      'MB_MODE',
      'MB_PORT',
      'MB_COMMAND_SECRET',
    ]);
    expect(lines.join()).not.toContain('hunter2');
  });
});
