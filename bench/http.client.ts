// The clients of bench/http.ts, in a process of their own: sends requests of one kind over kept
// connections for some seconds, and says how many were answered and how long they took.
import { randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { hashReceiptCode, RECEIPT_ALPHABET, RECEIPT_LENGTH } from '@minh-bach/kernel';

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
        const { status, body } = await answerTo(origin, agent, requestOf(asked, sent++));
        took.push(performance.now() - at);
        if (status >= 300) refused[status] = (refused[status] ?? 0) + 1;
        else [bytes, last] = [Buffer.byteLength(body), body];
      }
    }),
  );
  const elapsed = (performance.now() - begun) / 1000;
  agent.destroy();
  took.sort((a, b) => a - b);
  const at = (part: number) => Math.round(took[Math.floor(part * took.length)]! * 10) / 10;
  return {
    ...{ answers: took.length, perSecond: Math.round((took.length / elapsed) * 10) / 10 },
    ...{ p50: at(0.5), p95: at(0.95), p99: at(0.99), bytes, refused, last },
  };
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

function answerTo(origin: string, agent: Agent, { method, path, headers, body }: Sent) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const sending = request(`${origin}${path}`, { agent, method, headers }, (answer) => {
      text(answer).then((said) => resolve({ status: answer.statusCode!, body: said }), reject);
    });
    sending.once('error', reject).end(body);
  });
}

function requestOf({ method, paths, headers, body }: Load, n: number): Sent {
  const path = paths[n % paths.length]!;
  if (!body) return { method, path, headers };
  const sent = { ...body, receiptHash: hashReceiptCode(drawnCode()) };
  return {
    ...{ method, path, body: JSON.stringify(sent) },
    headers: { ...headers, 'idempotency-key': randomUUID() },
  };
}

function drawnCode(): string {
  return [...randomBytes(RECEIPT_LENGTH)]
    .map((byte) => RECEIPT_ALPHABET[byte % RECEIPT_ALPHABET.length])
    .join('');
}
