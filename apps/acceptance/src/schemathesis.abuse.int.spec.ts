import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { surroundings } from '@minh-bach/assembly/specs';
import { POLICY, roleFor, type Action, SERVICE_NAMES } from '@minh-bach/contracts';
import { demoPeople } from '@minh-bach/directory';
import { describeWith, isThorough } from '@minh-bach/testing';
import { servicesWithDemo, type ServicesWithDemo } from './abuse/services-as.ts';
import type { Staff } from './abuse/staff.ts';
import { walk, wholeWay, type Numbers } from './abuse/whole-way.ts';

const SCHEMATHESIS = join(import.meta.dirname, '../../../tools/schemathesis/schemathesis.sh');

/** Receives, classifies, heads: between them, most commands and pages. */
const ROLES = ['dung', 'giang', 'binh'] as const;

/**
 * `npm run test:abuse` has each of them ask all that they may, in requests made by rule and by chance.
 * Otherwise each route is asked by one, in requests made by chance: who may ask and what is wrong by
 * rule are in tables of other tests.
 */
const EXTENT = isThorough
  ? { phases: 'coverage,fuzzing', examples: 12, atLeast: 5_000 }
  : { phases: 'fuzzing', examples: 12, atLeast: 500 };

let services: ServicesWithDemo;
let url: string;
let folder: string;
let tokenOf: (person: string) => Promise<string>;
let numbers: { petitions: string[]; cases: string[] };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minh-bach-schemathesis-'));
  services = await servicesWithDemo();
  ({ url, tokenOf } = services);
  numbers = await stories();
}, 120_000);
afterAll(async () => {
  await services?.close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

interface Operation {
  readonly 'x-action'?: string;
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/**
 * What the services let each person ask: of all else they say 403, which other tests see to.
 *
 * @returns a description for each of `ROLES`
 */
async function descriptions(): Promise<OpenApi[]> {
  const all = await Promise.all(
    SERVICE_NAMES.map(
      async (name) => (await (await fetch(`${url}/${name}/openapi.json`)).json()) as OpenApi,
    ),
  );
  const routes = all.flatMap(({ paths }) =>
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    ),
  );
  const mayOf = ROLES.map((person) => {
    const roles = demoPeople.find(({ id }) => id === person)?.roles ?? [];
    return ({ 'x-action': action = '' }: Operation) =>
      !(action in POLICY) || roleFor(action as Action, roles) !== undefined;
  });
  return mayOf.map((may, i) => {
    const asked = (operation: Operation) =>
      may(operation) && (isThorough || !mayOf.slice(0, i).some((earlier) => earlier(operation)));
    const paths: Record<string, Record<string, Operation>> = {};
    for (const { path, method, operation } of routes)
      if (asked(operation)) (paths[path] ??= {})[method] = operation;
    return { ...all[0], paths };
  });
}

/** Petitions and cases at every stage, for a request that finds something does more. */
async function stories() {
  const behind = services.as;
  const staff: Staff = {
    desk: await behind('dung'),
    classifier: await behind('giang'),
    head: await behind('binh'),
    verifier: await behind('hung'),
    clerk: await behind('phuc'),
  };
  const way = wholeWay();
  const made: Numbers[] = [];
  for (const moves of [1, 2, 4, 5, 9, 12, 13, 14, way.length])
    made.push(await walk(staff, wholeWay().slice(0, moves)));
  return {
    petitions: made.map(({ petition }) => petition),
    cases: made.map((one) => one.case).filter((number) => number !== ''),
  };
}

interface Run {
  readonly exitCode: number;
  readonly said: string;
  /** How often the services answered so, by status. */
  readonly answers: Readonly<Record<string, number>>;
}

async function schemathesis(person: string, openApi: OpenApi, seed: number): Promise<Run> {
  const answers = join(folder, `${person}.json`);
  const description = join(folder, `${person}.openapi.json`);
  await writeFile(description, JSON.stringify(openApi));
  const child = spawn(
    SCHEMATHESIS,
    [
      ...['run', description, '--url', url, '--no-color'],
      ...['--header', `Authorization: Bearer ${await tokenOf(person)}`],
      ...['--checks', 'no_server_error', '--continue-on-failure', '--no-shrink'],
      ...['--phases', EXTENT.phases, '--max-examples', String(EXTENT.examples)],
      ...['--seed', String(seed), '--generation-database', 'none'],
      ...['--suppress-health-check', 'all', '--warnings', 'off'],
      // A busy machine answers late; late is no fault.
      ...['--request-timeout', '60'],
    ],
    {
      cwd: folder,
      env: {
        ...surroundings,
        MB_FUZZ_NUMBERS: JSON.stringify(numbers),
        MB_FUZZ_ANSWERS: answers,
      },
    },
  );
  let said = '';
  for (const output of [child.stdout, child.stderr])
    output.on('data', (text: Buffer) => (said += text.toString()));
  const [exitCode] = (await once(child, 'close')) as [number];
  return { exitCode, said, answers: JSON.parse(await readFile(answers, 'utf8')) as Run['answers'] };
}

describeWith('schemathesis', 'T26, T33: requests made from the description of all routes', () => {
  it('never meet a fault of ours, whoever of three people sends them', async () => {
    const openApis = await descriptions();
    const runs = await Promise.all(
      ROLES.map((person, i) => schemathesis(person, openApis[i]!, i + 1)),
    );
    for (const { exitCode, said } of runs) if (exitCode !== 0) throw new Error(said);
    const statuses = runs.flatMap(({ answers }) => Object.entries(answers));
    const total = statuses.reduce((sum, [, count]) => sum + count, 0);
    expect(total).toBeGreaterThanOrEqual(EXTENT.atLeast);
  }, 900_000);
});
