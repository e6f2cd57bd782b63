// The clients of bench/http.ts, in a process of their own: sends requests of one kind over kept
// connections for some seconds, and says how many were answered and how long they took.
import { Agent } from 'node:http';
import { commandOf, send, withReceipt, type Sent } from './http.send.ts';
import { quantiles, rounded } from './median.figures.ts';

export interface Load {
  readonly origin: string;
  readonly clients: number;
  readonly seconds: number;
  readonly method: 'GET' | 'POST';
  /** Each client takes the next one in turn. */
  readonly paths: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** Of a petition, whose receipt code is drawn for each. */
  readonly body?: Readonly<Record<string, unknown>>;
}

export interface Answered {
  readonly answers: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Of one answer. */
  readonly bytes: number;
  /** By status, where it is none of 2xx. */
  readonly refused: Readonly<Record<string, number>>;
  /** The last body. */
  readonly last: string;
}

const load = JSON.parse(process.argv[2]!) as Load;
console.log(JSON.stringify(await answersOf(load)));

async function answersOf(asked: Load): Promise<Answered> {
  const { origin, clients, seconds } = asked;
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const took: number[] = [];
  const refused: Record<string, number> = {};
  let [bytes, sent, last] = [0, 0, ''];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        const at = performance.now();
        const { status, body } = await send(origin, agent, requestOf(asked, sent++));
        took.push(performance.now() - at);
        if (status >= 300) refused[status] = (refused[status] ?? 0) + 1;
        else [bytes, last] = [Buffer.byteLength(body), body];
      }
    }),
  );
  const elapsed = (performance.now() - begun) / 1000;
  agent.destroy();
  return {
    ...{ answers: took.length, perSecond: rounded(took.length / elapsed) },
    ...{ ...quantiles(took), bytes, refused, last },
  };
}

function requestOf({ method, paths, headers, body }: Load, n: number): Sent {
  const path = paths[n % paths.length]!;
  return body ? commandOf(path, headers, withReceipt(body)) : { method, path, headers };
}
