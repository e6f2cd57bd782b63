import type { IncomingMessage, ServerResponse } from 'node:http';
import { people, units } from './people.ts';
import { lastPosition, words } from './petition.ts';
import { problem } from './problems.ts';
import { caseList, matterOf, noticeList, peopleOf, responseList, triageList } from './reads.ts';
import { register } from './register.ts';
import { day } from './days.ts';
import { steps } from './steps.ts';
import type { World } from './world.ts';

interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** `X-Fake-Fail: 503` style switches, for the specs: the next command fails so, once. */
const failures: (() => Answer)[] = [];

export function handle(
  world: World,
  request: IncomingMessage,
  raw: Buffer,
  response: ServerResponse,
): void {
  const url = new URL(request.url ?? '/', 'http://fake');
  const {
    status = 200,
    body,
    headers = {},
  } = request.method === 'GET' ? get(world, url) : post(world, url, request, raw);
  response.statusCode = status;
  response.setHeader('cache-control', 'no-store');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (Buffer.isBuffer(body)) return void response.end(body);
  response.setHeader(
    'content-type',
    status < 400 ? 'application/json' : 'application/problem+json',
  );
  response.end(body === undefined ? '' : JSON.stringify(body));
}

function get(world: World, { pathname, searchParams: query }: URL): Answer {
  if (pathname === '/auth/login') {
    world.signedIn = query.get('as') ?? world.signedIn ?? 'giang';
    return { status: 303, headers: { location: query.get('to') ?? '/' } };
  }
  if (!world.signedIn) return problem('SIGN_IN_REQUIRED');
  const [, , service = '', what = '', id = '', more] = pathname.split('/');
  if (service === 'me') return { body: people.find(({ person }) => person === world.signedIn) };
  if (service === 'matters') {
    const petition = matterOf(world, what);
    if (!petition) return problem('NOT_FOUND');
    const { history, sender: _, ...parts } = petition;
    return {
      body:
        id === 'history'
          ? { entries: history, pending: [], withheld: [] }
          : { number: what, ...parts, pending: [] },
    };
  }
  if (what === 'units') return { body: more ? peopleOf(id, query.get('role')) : { items: units } };
  if (what === 'notices') return { body: noticeList(world, service) };
  if (what === 'worklist') {
    const lists = { triage: triageList, investigation: caseList, response: responseList };
    return { body: lists[service as keyof typeof lists](world, query) };
  }
  return problem('NOT_FOUND');
}

function post(
  world: World,
  { pathname, searchParams }: URL,
  request: IncomingMessage,
  raw: Buffer,
): Answer {
  if (pathname === '/auth/logout') {
    world.signedIn = undefined;
    return { body: { next: '/' } };
  }
  if (pathname === '/api/fake/fail') {
    const code = searchParams.get('code') === 'INVALID_INPUT' ? 'INVALID_INPUT' : 'UNAVAILABLE';
    const errors = [
      {
        in: 'body',
        pointer: '/sender/name',
        code: 'X',
        vi: 'Có ký tự hỏng. Hãy gõ lại.',
        en: 'Broken characters. Type it again.',
      },
    ];
    failures.push(() => problem(code, code === 'INVALID_INPUT' ? { errors } : {}));
    return { status: 204 };
  }
  const [, , service = '', what = '', number = '', step = ''] = pathname.split('/');
  if (pathname === '/api/intake/files') return upload(raw);
  const body = JSON.parse(raw.toString() || '{}') as Record<string, string>;
  if (pathname === '/api/track') return track(body['code'] ?? '');
  if (!world.signedIn) return problem('SIGN_IN_REQUIRED');
  const failure = failures.shift();
  if (failure) return failure();
  const key = String(request.headers['idempotency-key']);
  if (world.answered.has(key)) return { body: world.answered.get(key) };
  if (pathname === '/api/intake/petitions') return registerPetition(world, body, key);

  const petition = matterOf(world, number);
  if (!petition) return problem('NOT_FOUND');
  if (step === 'identity-disclosures')
    return {
      body: {
        sender: { ...petition.sender, email: null, idNumber: '0000000012' },
        fileName: 'don-khieu-nai.pdf',
      },
    };
  if (step === 'file-disclosures') return { body: raw.subarray(0, 0) };

  const part = petition[service as 'triage'];
  const seen = /^"(\d+)"$/.exec(String(request.headers['if-match'] ?? ''))?.[1];
  if (seen !== undefined && Number(seen) !== part.revision) {
    const since = petition.history
      .filter((entry) => entry.service === service && entry.revision > Number(seen))
      .map(({ revision, type, actor, recordedAt }) => ({
        revision,
        type,
        by: actor.person,
        name: actor.name ?? actor.person,
        at: recordedAt,
      }));
    return problem('REVISION_CHANGED', { seen: Number(seen), actual: part.revision, since });
  }
  const run = steps[what === 'petitions' && step === 'notes' ? 'petition-notes' : step];
  if (!run) return problem('NOT_FOUND');
  const role = people.find(({ person }) => person === world.signedIn)?.posts[0]?.roles[0] ?? '';
  const by = searchParams.get('by') ?? world.signedIn;
  run(petition, { person: by, role, at: new Date().toISOString() }, body);
  const answer = { revision: part.revision, position: lastPosition(), case: petition.triage.case };
  world.answered.set(key, answer);
  return { body: answer };
}

function upload(raw: Buffer): Answer {
  if (raw.includes('MZ-not-a-pdf')) return problem('FILE_TYPE_LIES');
  return {
    status: 201,
    body: { file: 'file-1', type: 'application/pdf', size: raw.length, hash: 'x'.repeat(43) },
  };
}

function registerPetition(world: World, body: Record<string, unknown>, key: string): Answer {
  const number = `D26-${String(10_000_000 + world.petitions.length * 1_234_567)}-7`;
  const petition = register({
    number,
    kind: body['declaredKind'] as 'complaint',
    gist: (body['gist'] as string | null) ?? null,
    received: 0,
    clock: null,
    summary: String(body['summary']),
    signed: body['signed'] === true,
  });
  world.petitions.push(petition);
  const answer = {
    number,
    receivedOn: body['receivedOn'],
    registeredAt: new Date().toISOString(),
    revision: 0,
    position: lastPosition(),
  };
  world.answered.set(key, answer);
  return { status: 201, body: answer };
}

function track(code: string): Answer {
  if (code.startsWith('ZZZZ')) return problem('RECEIPT_CODE_WRONG');
  return {
    body: {
      number: 'D26-48301725-1',
      state: 'under_verification',
      sentence: words(
        'Đơn của ông/bà đang được xác minh. Kết quả giải quyết dự kiến trước ngày 15/12/2026.',
        'Your petition is being verified. Expect the outcome by 15/12/2026.',
      ),
      timeline: [
        { state: 'received', on: day(-12), text: words('Đã tiếp nhận đơn.', 'Received.') },
        { state: 'accepted', on: day(-8), text: words('Đã thụ lý để giải quyết.', 'Accepted.') },
        {
          state: 'under_verification',
          on: day(-6),
          text: words('Đang xác minh nội dung đơn.', 'Under verification.'),
        },
      ],
    },
  };
}
