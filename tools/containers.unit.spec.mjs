import { createServer } from 'node:http';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { IMAGES, containerEngine } from './containers.mjs';
import { root } from './setup/root.mjs';
import { startContainers } from './test/start-containers.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mb-engine-'));
  mkdirSync(join(folder, 'podman'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  jest.restoreAllMocks();
});

describe('an engine of containers', () => {
  it('is found at its own socket, and what does not answer is none', async () => {
    const socket = join(folder, 'podman/podman.sock');
    const answers = jest.fn((host) => host === `unix://${socket}`);
    const server = createServer().listen(socket);
    await new Promise((resolve) => server.once('listening', resolve));
    const environment = { DOCKER_HOST: 'tcp://127.0.0.1:1', XDG_RUNTIME_DIR: folder };
    expect(containerEngine(environment, answers)).toBe(`unix://${socket}`);
    expect(answers).toHaveBeenCalledWith('tcp://127.0.0.1:1');
    server.close();
    expect(containerEngine({ DOCKER_HOST: 'tcp://127.0.0.1:1' }, () => false)).toBeUndefined();
  });

  it('is asked, and not only looked for', () => {
    expect(containerEngine({ DOCKER_HOST: 'tcp://127.0.0.1:1' })).not.toBe('tcp://127.0.0.1:1');
  });
});

it('the images are those of docker-compose.yml', () => {
  const compose = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
  for (const image of Object.values(IMAGES)) expect(compose).toContain(`image: ${image}\n`);
});

it('a container that does not start is said, and the others are used', async () => {
  const said = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const stop = jest.fn();
  const engines = {
    postgres: { from: 'server' },
    kafka: { from: 'container' },
    eventStoreDb: { from: 'container' },
  };
  const end = await startContainers(engines, async (name) => {
    if (name === 'kafka') throw new Error('no such image');
    return { told: { url: 'esdb://of-a-spec' }, stop };
  });
  expect(said.mock.calls.join()).toMatch(/container kafka did not start: no such image/);
  expect(stop).not.toHaveBeenCalled();
  await end();
  expect(stop).toHaveBeenCalledTimes(1);
});
