import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { until } from '@minh-bach/assembly/specs';
import { SERVICE_NAMES } from '@minh-bach/contracts';
import { DEMO_PASSWORD } from '@minh-bach/directory';
import { Browser } from '@minh-bach/gateway/specs';
import { complaintOf, newReceiptCode } from '../complaint.ts';

export interface Told {
  readonly what: string;
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
}

interface Kind {
  readonly what: string;
  readonly everyMs: number;
  readonly ask: () => Promise<Response>;
}

const UNKNOWN = 'D26-00000000-1';
const OFTEN_MS = 150;
/** Each takes a password's hash and five pages, so that one is nearly always under way. */
const SIGN_IN_MS = 600;
/** Below the limits of the door, which answer 429 and so hide what is looked for. */
const SELDOM_MS = 2_100;

/** One of each kind of request that the product answers, again and again. */
export class MixedTraffic {
  private constructor(private readonly kinds: readonly Kind[]) {}

  static async at(url: string): Promise<MixedTraffic> {
    const [desk, classifier] = [new Browser(url), new Browser(url)];
    await desk.signIn('dung', DEMO_PASSWORD);
    await classifier.signIn('giang', DEMO_PASSWORD);
    return new MixedTraffic(kindsOf(url, desk, classifier));
  }

  /**
   * @param pauseMs longer than usual, where no moment is worse than another
   * @returns all that was answered while the accident lasted
   */
  async during(accident: Promise<unknown>, pauseMs = 0): Promise<Told[]> {
    const told: Told[] = [];
    let over = false;
    const ended = accident.finally(() => (over = true));
    const asking = this.kinds.map(async (kind) => {
      while (!over) {
        told.push(await answerTo(kind));
        await delay(Math.max(kind.everyMs, pauseMs));
      }
    });
    await Promise.all([ended, ...asking]);
    return told;
  }

  /** Each kind of request is answered without a fault again: nothing has ended, nothing hangs. */
  async recovers(): Promise<void> {
    for (const kind of this.kinds)
      await until(`${kind.what} works again`, async () => (await answerTo(kind)).status < 500);
  }
}

/** What may not be told during an outage: a 5xx other than a 503 that says when to come again. */
export const faultsIn = (told: readonly Told[]): string[] =>
  [
    ...new Set(
      told
        .filter(({ status }) => status >= 500 || status === 0)
        .filter((each) => !isToldWell(each))
        .map(({ what, status, text }) => `${status} ${what} ${text.slice(0, 160)}`),
    ),
  ].sort();

function isToldWell({ what, status, retryAfter, text }: Told): boolean {
  if (status !== 503 || !/^\d+$/.test(retryAfter ?? '')) return false;
  const isProblem = /^\w+ \/(api|health)\//.test(what);
  return !isProblem || (text.includes('"vi":{') && text.includes('"en":{'));
}

async function answerTo({ what, ask }: Kind): Promise<Told> {
  try {
    const response = await ask();
    const retryAfter = response.headers.get('retry-after');
    return { what, status: response.status, retryAfter, text: await response.text() };
  } catch (error) {
    return { what, status: 0, retryAfter: null, text: String((error as Error).cause ?? error) };
  }
}

function kindsOf(url: string, desk: Browser, classifier: Browser): readonly Kind[] {
  const reads = [
    '/api/me',
    '/api/triage/worklist?view=unclassified',
    ...SERVICE_NAMES.filter((service) => service !== 'directory').map(
      (service) => `/api/${service}/notices`,
    ),
    '/api/directory/units',
    `/api/matters/${UNKNOWN}`,
    `/api/matters/${UNKNOWN}/history`,
    `/api/triage/matters/${UNKNOWN}`,
    '/auth/login',
    '/health/ready',
    '/oidc/device',
    '/oidc/jwks',
  ].map((path): Kind => ({
    what: `GET ${path}`,
    everyMs: OFTEN_MS,
    ask: () => classifier.send(path),
  }));
  const command = (path: string, body: () => object): Kind => ({
    what: `POST ${path}`,
    everyMs: OFTEN_MS,
    ask: () =>
      desk.send(path, {
        method: 'POST',
        headers: {
          origin: url,
          'x-minh-bach': '1',
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify(body()),
      }),
  });
  const today = new Date().toISOString().slice(0, 10);
  return [
    ...reads,
    command('/api/intake/petitions', () => complaintOf(today, newReceiptCode())),
    { ...command('/api/track', () => ({ code: newReceiptCode() })), everyMs: SELDOM_MS },
    {
      what: 'POST /oidc/device/authorize',
      everyMs: SELDOM_MS,
      ask: () =>
        new Browser(url).send('/oidc/device/authorize', {
          method: 'POST',
          body: new URLSearchParams({ client_id: 'mb', scope: 'openid' }),
        }),
    },
    { what: 'signing in', everyMs: SIGN_IN_MS, ask: () => signIn(url) },
  ];
}

/** As far as it comes. */
async function signIn(url: string): Promise<Response> {
  const browser = new Browser(url);
  const page = await browser.open('/auth/login');
  const { status, headers } = page.response;
  if (!page.response.ok) return new Response(page.text, { status, headers });
  const answer = await browser.submit(page.url, { username: 'lan', password: DEMO_PASSWORD });
  const next = answer.headers.get('location');
  if (next === null) return answer;
  const { response, text } = await browser.open(next);
  return new Response(text, { status: response.status, headers: response.headers });
}
