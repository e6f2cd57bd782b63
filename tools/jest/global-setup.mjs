// Serves this Jest run: what a spec needs is started when the first one asks for it.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { capabilities, tellSpecs } from '../capabilities.mjs';
import { environment } from '../config.mjs';
import '../../swc-source.mjs';

// Loaded late: by then the sources in TypeScript can be. An address may go on: each has its own.
const services = {
  '/built': async () => (await import('./built.mjs')).built(),
  '/postgres': async () => (await import('./postgres.mjs')).cluster(),
  '/first-start': async () => (await import('./first-start.mjs')).firstStart(),
  '/kafka': async () => (await import('./kafka.mjs')).broker(),
};

export default async function globalSetup() {
  const started = new Map();
  const server = createServer((request, response) => {
    const service = services[/^\/[^/]*/.exec(request.url)?.[0]];
    if (service && !started.has(request.url)) started.set(request.url, service());
    const answer = (status, body) => response.writeHead(status).end(JSON.stringify(body));
    if (!service) return answer(404, 'unknown service');
    started
      .get(request.url)
      .then(async ({ told }) => answer(200, typeof told === 'function' ? await told() : told))
      .catch((error) => answer(500, String(error?.message ?? error)));
  });
  // A connection that a worker keeps must not be closed under its next question.
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  tellSpecs(capabilities());
  environment.MB_TEST_SERVICES = `http://127.0.0.1:${server.address().port}`;
  globalThis.stopTestServices = async () => {
    server.close();
    server.closeAllConnections();
    const running = await Promise.allSettled(started.values());
    await Promise.all(running.map(({ value }) => value?.stop()));
  };
}
