// Starts the locally built image as tools/containers.mjs starts the official ones, and asks what it serves.
import { GenericContainer, Wait } from 'testcontainers';
import { environment } from '../config.mjs';
import { containerEngine } from '../containers.mjs';

if (containerEngine(environment) !== environment.DOCKER_HOST)
  throw new Error('the engine of containers is not found');
const container = await new GenericContainer('minh-bach-smoke')
  .withExposedPorts(8080)
  .withWaitStrategy(Wait.forHttp('/index.html', 8080))
  .start();
const answer = await fetch(
  `http://${container.getHost()}:${container.getMappedPort(8080)}/index.html`,
);
const served = (await answer.text()).trim();
await container.stop({ timeout: 0 });
if (served !== 'minh-bach') throw new Error(`it served ${served}`);
console.log('testcontainers on podman: started, asked and stopped a container');
