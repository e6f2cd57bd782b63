import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDemoApp } from '../specs/app.ts';
import { Metrics } from '../telemetry/metrics.ts';
import { HealthChecks } from './health-checks.ts';

let demo: Awaited<ReturnType<typeof startDemoApp>>;
let checks: HealthChecks;
beforeAll(async () => {
  demo = await startDemoApp({ metrics: { port: 0 } });
  await demo.app.listen(0, '127.0.0.1');
  checks = demo.app.get(HealthChecks);
});
afterAll(() => demo.close());

const get = async (url: string) => {
  const answer = await demo.app.inject(url);
  return [answer.statusCode, answer.json()];
};

describe('health', () => {
  it('is up without checks', async () => {
    expect(await get('/health/live')).toEqual([200, { status: 'up', checks: {} }]);
  });

  it('is ready only while all that it needs is there; liveness is another question', async () => {
    let up = true;
    checks.register('store', 'ready', () => {
      if (!up) throw new Error('Nguyễn');
    });
    checks.register('consumer', 'live', () => Promise.resolve());
    expect(await get('/health/ready')).toEqual([
      200,
      { status: 'up', checks: { store: 'up', consumer: 'up' } },
    ]);
    up = false;
    expect(await get('/health/ready')).toEqual([
      503,
      { status: 'down', checks: { store: 'down', consumer: 'up' } },
    ]);
    expect(await get('/health/live')).toEqual([200, { status: 'up', checks: { consumer: 'up' } }]);
  });

  it('T26: is degraded, and names who must act, while messages stand still', async () => {
    let held = true;
    const degraded = await startDemoApp();
    await degraded.app.listen(0, '127.0.0.1');
    degraded.app.get(HealthChecks).watch('triage messages', () => {
      if (held) throw new Error('parked');
    });
    const ready = async () => {
      const answer = await degraded.app.inject('/health/ready');
      return [answer.statusCode, answer.json()];
    };
    const checks = (status: string) => ({ 'triage messages': status });
    expect(await ready()).toEqual([
      200,
      { status: 'degraded', checks: checks('degraded'), act: 'operator' },
    ]);
    held = false;
    expect(await ready()).toEqual([200, { status: 'up', checks: checks('up') }]);
    await degraded.close();
  });

  it('falls when a consumer dies', async () => {
    checks.register('consumer', 'live', () => Promise.reject(new Error('stopped')));
    expect(await get('/health/live')).toEqual([
      503,
      { status: 'down', checks: { consumer: 'down' } },
    ]);
  });

  it('does not wait for a check that hangs', async () => {
    checks.register('consumer', 'live', () => new Promise(() => {}));
    expect(await checks.run('live', 20)).toEqual({ status: 'down', checks: { consumer: 'down' } });
  });
});

describe('metrics', () => {
  it('are not on the port of the API', async () => {
    expect((await demo.app.inject('/metrics')).statusCode).toBe(404);
  });

  it('are on a port of their own: times by route pattern, and lag of the event loop', async () => {
    await demo.app.inject({ url: '/demo/notes/D01', headers: demo.bearer });
    const { port } = demo.app.get(Metrics);
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(text).toContain('route="/demo/notes/:number"');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    expect(text).not.toContain('D01');
    expect((await fetch(`http://127.0.0.1:${port}/other`)).status).toBe(404);
  });
});

describe('an app that closes', () => {
  it('answers first what it has begun, and is not held by idle connections', async () => {
    const closing = await startDemoApp();
    await closing.app.listen(0, '127.0.0.1');
    const address = await closing.app.getUrl();
    await (await fetch(`${address}/health/ready`)).text();
    let finish = () => {};
    const begun = new Promise<void>((started) =>
      closing.app.get(HealthChecks).register('slow', 'live', () => {
        started();
        return new Promise<void>((resolve) => (finish = resolve));
      }),
    );
    const answer = fetch(`${address}/health/live`);
    await begun;
    const closed = closing.close();
    const end = performance.now() + 5_000;
    while (closing.fastify.server.listening && performance.now() < end)
      await new Promise((resolve) => setImmediate(resolve));
    finish();
    expect((await answer).status).toBe(200);
    await closed;
  });
});
