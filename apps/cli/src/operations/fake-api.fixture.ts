import type { HeldStream, WatchedService, Operations, Rebuild } from '@minh-bach/contracts';
import { jest } from '@jest/globals';
import type { CallApi } from './ask.ts';

export const SINCE = '2026-11-21T18:58:00.000Z';

export const running: Operations['readModels']['rights'] = {
  state: 'running',
  caughtUp: true,
  error: null,
  rebuild: null,
};

export const well = (service: WatchedService): Operations => ({
  service,
  checkedAt: '2026-11-21T19:14:00.000Z',
  messagesFlow: true,
  clocksHeld: 0,
  readModels: { rights: running, lists: running },
  held: [],
  deadLetters: [],
  unreadable: { count: 0, notKept: 0 },
});

export const parked: HeldStream = {
  stream: 'intake.petition-D26-48301725-4',
  state: 'parked',
  since: SINCE,
  code: 'POISON',
  errorId: 'error-1',
  count: 3,
  matter: 'D26-48301725-4',
  clocks: [{ due: '2026-12-02' }],
};

export const progress = (over: Partial<Rebuild> = {}): Rebuild => ({
  id: 'run-1',
  phase: 'building',
  done: 10,
  total: 40,
  eventsPerSecond: 10,
  code: null,
  ...over,
});

/** Stands where the gateway stands. An answer is a status and a body. */
export class FakeApi {
  readonly asked: string[] = [];
  readonly keys: string[] = [];

  constructor(
    private readonly answer: (
      asked: string,
      service: WatchedService,
    ) => readonly [status: number, body: unknown],
  ) {}

  readonly call: CallApi = async (path, { method = 'GET', headers = {}, body } = {}) => {
    const [, , service = '', ...rest] = path.split('/');
    const asked = [method, service, ...rest.slice(1), ...(body === undefined ? [] : [body])].join(
      ' ',
    );
    this.asked.push(asked);
    if (method === 'POST') this.keys.push(headers['idempotency-key'] ?? '');
    const [status, answer] = this.answer(asked, service as WatchedService);
    return Response.json(answer, { status });
  };
}

/** What is printed, both channels. */
export function listen(): { readonly text: string } {
  const said = { text: '' };
  const note = (text: string) => void (said.text += `${text}\n`);
  jest.spyOn(console, 'log').mockImplementation(note);
  jest.spyOn(console, 'error').mockImplementation(note);
  return said;
}
