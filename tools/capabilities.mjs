// What this machine has beyond Node, and what is left out for want of it.
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { environment } from './config.mjs';
import { containerEngine } from './containers.mjs';
import { chooseEngines, engineLines } from './engines.mjs';

const fetcher = fileURLToPath(new URL('schemathesis/schemathesis.sh', import.meta.url));
/** The first is the same engine without windows, and takes a third of the time. */
const chromiums = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/** The machine's own Chromium, or nothing. */
export const chromiumPath = () =>
  environment.MB_TEST_CHROMIUM ?? chromiums.map(pathOf).find(Boolean) ?? '';

/**
 * `chromium` is a path, or empty; `engines` as `chooseEngines` says; the others are '1', or empty.
 *
 * @param mayUseContainers they take longer to start than the servers of this machine
 */
export function capabilities(mayUseContainers = false) {
  return {
    chromium: chromiumPath(),
    engines: chooseEngines(environment, canStartKafka, () => mayUseContainers && hasContainers()),
    schemathesis: environment.MB_TEST_SCHEMATHESIS ?? (hasSchemathesis() ? '1' : ''),
    mounts: canMount() ? '1' : '',
  };
}

/** One line for each thing that is missing. */
export function leftOut({ chromium, engines, schemathesis, mounts }) {
  return [
    chromium ||
      'Bỏ qua các kiểm thử trên trình duyệt: không có Chromium. / Left out: tests in a browser (no Chromium).',
    ...engineLines(engines).filter((line) => line.includes('Left out')),
    schemathesis ||
      'Bỏ qua kiểm thử Schemathesis: không có Python 3.10 với venv, hoặc không tải được từ PyPI. / Left out: tests by Schemathesis (no Python 3.10 with venv, or PyPI is out of reach).',
    mounts ||
      'Bỏ qua các kiểm thử về người dùng khác và đĩa đầy: cần quyền root. / Left out: tests of other users and a full disk (they need root).',
  ].filter((line) => line.includes(' / '));
}

/** For the specs, by `libs/testing/src/config.ts`. */
export function tellSpecs({ chromium, engines, schemathesis, mounts }) {
  environment.MB_TEST_CHROMIUM = chromium;
  environment.MB_TEST_KAFKA = engines.kafka.from === 'nowhere' ? '' : '1';
  environment.MB_TEST_OWN_KAFKA = engines.ownKafka.from === 'nowhere' ? '' : '1';
  environment.MB_TEST_SCHEMATHESIS = schemathesis;
  environment.MB_TEST_MOUNTS = mounts;
}

function pathOf(program) {
  const found = spawnSync('/bin/sh', ['-c', 'command -v -- "$1"', 'sh', program]);
  return found.status === 0 ? String(found.stdout).trim() : '';
}

/** Gets it the first time, which takes some 20 s. */
function hasSchemathesis() {
  const isThere = 'import ensurepip, sys; sys.exit(sys.version_info < (3, 10))';
  if (spawnSync('python3', ['-c', isThere]).status !== 0) return false;
  return spawnSync(fetcher, ['fetch'], { timeout: 180_000 }).status === 0;
}

function canMount() {
  const tried = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt']);
  return process.getuid?.() === 0 && tried.status === 0;
}

/** As they are once containers have been started: at addresses, servers, or nowhere. */
export const enginesNow = () => chooseEngines(environment, canStartKafka);

/** Asked for each engine, looked for once. testcontainers finds it by `DOCKER_HOST`. */
let engineOfContainers;
function hasContainers() {
  engineOfContainers ??= containerEngine(environment) ?? '';
  if (engineOfContainers) environment.DOCKER_HOST = engineOfContainers;
  return engineOfContainers !== '';
}

/** Said once by `npm test`, it is not looked for again. */
const canStartKafka = () => {
  environment.MB_TEST_OWN_KAFKA ??= javaMajor() >= 17 && pathOf('mvn') ? '1' : '';
  return environment.MB_TEST_OWN_KAFKA === '1';
};

function javaMajor() {
  try {
    return Number(/^openjdk (\d+)/m.exec(execFileSync('java', ['--version']))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
