// Clients in a process of their own that bring one complaint after the other on its way: register, look it
// up until triage has taken it (by number: there is no search yet), classify, accept, look it up until its
// case is there, assign.
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf, send, withReceipt, type Sent } from './http.send.ts';
import { quantiles, rounded } from './median.figures.ts';

const PATIENCE_MS = 30_000;

export interface Lives {
  readonly origin: string;
  readonly clients: number;
  readonly seconds: number;
  /** Headers of the people at work. */
  readonly receiver: Sent['headers'];
  readonly classifier: Sent['headers'];
  readonly head: Sent['headers'];
  readonly petition: Readonly<Record<string, unknown>>;
}

export interface Lived {
  /** Whole ways. */
  readonly perSecond: number;
  /** Milliseconds of one request. */
  readonly p50: number;
  readonly p95: number;
  /** Of the whole way, waiting for the next service included. */
  readonly way: { readonly p50: number; readonly p95: number };
  readonly refused: Readonly<Record<string, number>>;
}

interface Matter {
  readonly triage?: { readonly revision: number };
  readonly investigation?: { readonly revision: number; readonly case: string };
}

const { origin, clients, seconds, receiver, classifier, head, petition } = JSON.parse(
  process.argv[2]!,
) as Lives;
const agent = new Agent({ keepAlive: true, maxSockets: clients });
const took: number[] = [];
const ways: number[] = [];
const refused: Record<string, number> = {};

const begun = performance.now();
const end = begun + seconds * 1000;
await Promise.all(
  Array.from({ length: clients }, async () => {
    while (performance.now() < end) {
      const at = performance.now();
      if (await isAssigned()) ways.push(performance.now() - at);
    }
  }),
);
const elapsed = (performance.now() - begun) / 1000;
agent.destroy();
const { p50, p95 } = quantiles(took);
const way = quantiles(ways);
const lived: Lived = {
  ...{ perSecond: rounded(ways.length / elapsed, 2), p50, p95, refused },
  way: { p50: way.p50, p95: way.p95 },
};
console.log(JSON.stringify(lived));

/** The whole way of one complaint; not where a request is refused. */
async function isAssigned(): Promise<boolean> {
  const registered = await ask<{ number: string; position: string }>(
    commandOf('/api/intake/petitions', receiver, withReceipt(petition)),
  );
  if (!registered) return false;
  const { number, position } = registered;
  // As the desk's page: a number that others look up before its row is there would count as guessed.
  const own = { ...receiver, 'x-wait-position-intake': position };
  await ask({ method: 'GET', path: `/api/matters/${number}`, headers: own });

  const taken = await found(number, classifier, ({ triage }) => triage);
  if (!taken) return false;
  const path = `/api/triage/petitions/${number}`;
  const kind = { kind: 'complaint', reason: null };
  const classified = await ask<{ revision: number }>(
    commandOf(`${path}/classification`, classifier, kind, taken.revision),
  );
  if (!classified) return false;
  const accept = { instance: 1, competentUnit: 'HQ-SM', conditionsMet: true, reason: null };
  await ask(commandOf(`${path}/acceptance`, classifier, accept, classified.revision));

  const opened = await found(number, head, ({ investigation }) => investigation);
  if (!opened) return false;
  const assignment = `/api/investigation/cases/${opened.case}/assignment`;
  const assigned = await ask(
    commandOf(assignment, head, { assignee: 'hung', noConflict: true }, opened.revision),
  );
  return assigned !== undefined;
}

/** Services hear of a matter a moment after each other. */
async function found<T>(
  number: string,
  headers: Sent['headers'],
  part: (matter: Matter) => T | undefined,
): Promise<T | undefined> {
  for (const last = performance.now() + PATIENCE_MS; performance.now() < last; await sleep(10)) {
    const matter = await ask<Matter>({ method: 'GET', path: `/api/matters/${number}`, headers });
    if (!matter) return undefined;
    const there = part(matter);
    if (there) return there;
  }
  refused['late'] = (refused['late'] ?? 0) + 1;
  return undefined;
}

async function ask<T>(sent: Sent): Promise<T | undefined> {
  const at = performance.now();
  const { status, body } = await send(origin, agent, sent);
  took.push(performance.now() - at);
  if (status < 300) return JSON.parse(body) as T;
  refused[status] = (refused[status] ?? 0) + 1;
  return undefined;
}
