import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import type {
  CaseMatter,
  HistoryEntry,
  ResponseMatter,
  Tracked,
  TriageMatter,
  TriageRow,
} from '@minh-bach/contracts';
import { randomUUID } from 'node:crypto';
import {
  SENDER,
  accept,
  answerCase,
  borderPost,
  complaintOf,
  conclude,
  itIs,
  newReceiptCode,
  register,
  taken,
  type Post,
} from './complaint.ts';
import type { Product } from './harness/index.ts';
import { Person } from './person.ts';

interface Matter {
  readonly triage: Pick<TriageMatter, 'clocks'>;
  readonly investigation?: Pick<CaseMatter, 'clocks'>;
  readonly response?: Pick<ResponseMatter, 'clocks'>;
}
interface History {
  readonly entries: readonly HistoryEntry[];
}
interface Notices {
  readonly items: readonly { matter: string; rule: string }[];
}

const FRIDAY = '2026-11-20T02:00:00.000Z';

/** The stories of the product's first whole path, on either way to run it. */
export function tellStories(
  running: () => Product,
  parts: { intake: string; triage: string },
): void {
  let product: Product;
  let post: Post;

  beforeAll(async () => {
    product = running();
    await product.setClock(itIs(FRIDAY));
    post = await borderPost(product.url);
  }, 60_000);
  beforeEach(() => product.setClock(itIs(FRIDAY)));

  it('a complaint on paper goes from receipt to decision, on the record', async () => {
    const code = newReceiptCode();
    // Registered two days after it came: the clock counts from receipt.
    const number = await register(post, '2026-11-18', code);
    const { clocks } = await taken(post.classifier, number);
    expect(clocks.map(({ rule, due }) => `${rule} ${due}`).sort()).toEqual([
      'KN1.ACCEPT.NEW 2026-11-27',
      'XLD.HARD_45 2027-01-04',
    ]);

    // At each step its sender is told the very date that the staff see, with its reasons.
    const sender = Person.stranger(product.url);
    const look = async (state: string, rule: string | null) => {
      const { next } = await sender.getTracked(
        code,
        state,
        (told) => (told.next?.due?.rule ?? null) === rule,
      );
      const { body } = await post.head.get<Matter>(`/matters/${number}`);
      const { triage, investigation, response } = body;
      const shown = [triage, investigation, response].flatMap((part) => part?.clocks ?? []);
      if (rule !== null) expect(shown).toContainEqual(next?.due);
    };
    await look('received', 'KN1.ACCEPT.NEW');

    await product.setClock(itIs('2026-11-24T02:00:00.000Z'));
    const opened = await accept(post, number, look);
    await product.setClock(itIs('2026-12-10T02:00:00.000Z'));
    await conclude(post, opened, look);
    await answerCase(post, opened, look);

    const { entries } = await post.head.getUntil<History>(
      `/matters/${number}/history`,
      ({ entries: e }) =>
        e.some(({ type, service }) => service === 'investigation' && type === 'DecisionNoted'),
    );
    const steps = entries
      .filter(({ type }) => type !== 'ProgressNoted')
      .map(({ service, type }) => `${service} ${type}`);
    expect(steps).toEqual(expect.arrayContaining(STEPS));
    expect(steps.filter((step) => STEPS.includes(step))).toHaveLength(STEPS.length);
    expect(rulesThatSpoke(entries)).toEqual(
      expect.arrayContaining([
        'PetitionTaken KN1.ACCEPT.NEW 2026-11-27',
        'CaseReceived KN1.RESOLVE.NORMAL 2026-12-24',
        'DecisionIssued KN1.SEND 2026-12-15',
      ]),
    );
    expect(JSON.stringify(entries)).not.toContain(SENDER.name);

    const tracked = await sender.getTracked(code, 'closed');
    expect(tracked).toMatchObject({
      sentence: { vi: 'Đã giải quyết xong, kết thúc ngày 10/12/2026: khiếu nại đúng.' },
      facts: [{ vi: 'Quyết định số 12/QĐ-HQSM ngày 10/12/2026.' }],
      tasks: [{ due: { rule: 'KN2.WINDOW', due: '2027-01-11' } }],
    });
    expect(JSON.stringify(tracked)).not.toMatch(/Bình|Hùng|Giang|Phúc|Thủy sản/);
  }, 120_000);

  it('nobody touches it: the superior is told once, the worklist is red, a note restarts nothing', async () => {
    const code = newReceiptCode();
    const number = await register(post, '2026-11-20', code);
    await taken(post.classifier, number);
    const superior = await Person.signIn(product.url, 'khanh');
    const told = async () =>
      (await superior.get<Notices>('/triage/notices')).body.items.filter(
        ({ matter }) => matter === number,
      );

    // The seventh working day is 1 December; it ends at midnight in Việt Nam.
    await product.setClock(itIs('2026-12-01T16:59:00.000Z'));
    expect(await told()).toEqual([]);
    await product.setClock(itIs('2026-12-01T17:00:01.000Z'));
    await superior.getUntil<Notices>('/triage/notices', ({ items }) =>
      items.some(({ matter }) => matter === number),
    );

    await post.classifier.does(`/triage/petitions/${number}/notes`, {
      text: 'Đang chờ bổ sung hồ sơ.',
    });
    await product.setClock(itIs('2026-12-03T02:00:00.000Z'));
    const row = await post.classifier.getUntil<{ items: TriageRow[] }>(
      '/triage/worklist?view=overdue',
      ({ items }) => items.some((item) => item.number === number),
    );
    const due = row.items.find((item) => item.number === number)?.due;
    expect(due).toMatchObject({
      rule: 'KN1.ACCEPT.NEW',
      overdue: true,
      tone: 'overdue',
      due: '2026-12-01',
    });
    expect(due?.text.vi).toBe('Quá hạn 2 ngày làm việc');
    expect((await told()).map(({ rule }) => rule)).toEqual(['KN1.ACCEPT.NEW']);

    const said = 'Thủ trưởng cấp trên đã được báo về việc quá hạn ngày 02/12/2026.';
    const isTold = ({ late }: Tracked) => late.some(({ vi }) => vi === said);
    const { late } = await Person.stranger(product.url).getTracked(code, 'received', isTold);
    expect(late[0]?.vi).toBe('Quá hạn 2 ngày làm việc (hạn 01/12/2026).');
  }, 60_000);

  it('two people decide at once: one wins, the other is told what changed', async () => {
    const number = await register(post, '2026-11-20');
    const { revision } = await taken(post.classifier, number);
    const path = `/triage/petitions/${number}`;
    const { revision: seen } = await post.classifier.does(
      `${path}/classification`,
      { kind: 'complaint' },
      { ifMatch: revision },
    );
    const filing = { outcome: 'filed', reason: 'Trùng đơn đã giải quyết.' };
    const accepting = { instance: 1, competentUnit: 'HQ-SM', conditionsMet: true };
    const answers = await Promise.all([
      post.classifier.post(`${path}/acceptance`, accepting, { ifMatch: seen }),
      post.head.post(`${path}/settlement`, filing, { ifMatch: seen }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const refused = answers.find(({ status }) => status === 412)?.body;
    expect(refused).toMatchObject({
      code: 'REVISION_CHANGED',
      since: [{ revision: seen + 1, name: expect.any(String) }],
    });
    const { state } = await taken(post.classifier, number);
    expect(['accepted', 'settled']).toContain(state);
  }, 60_000);

  it('killed in the middle of registrations, it has each of them once after a restart', async () => {
    const wanted = Array.from({ length: 24 }, () => ({
      key: randomUUID(),
      code: newReceiptCode(),
    }));
    const send = ({ key, code }: (typeof wanted)[number]) =>
      post.desk
        .post<{ number: string }>('/intake/petitions', complaintOf('2026-11-20', code), { key })
        .catch(() => undefined);
    // Some are answered, some stored without an answer, some neither.
    const first = Promise.all(wanted.map(send));
    await new Promise((resolve) => setTimeout(resolve, 60));
    await product.kill(parts.intake);
    const before = await first;
    await product.start(parts.intake);
    await product.setClock(itIs(FRIDAY));
    post = await borderPost(product.url);

    const after = await Promise.all(wanted.map(send));
    expect(after.map((answer) => answer?.status)).toEqual(wanted.map(() => 201));
    const numbers = after.map((answer) => answer!.body.number);
    expect(new Set(numbers).size).toBe(wanted.length);
    before.forEach((answer, i) => {
      if (answer?.status === 201) expect(answer.body.number).toBe(numbers[i]);
    });

    // And each reaches the next service once, also when that one dies on the way.
    await product.kill(parts.triage);
    await product.start(parts.triage);
    await product.setClock(itIs(FRIDAY));
    post = await borderPost(product.url);
    for (const number of numbers) {
      await taken(post.classifier, number);
      const { entries } = (await post.head.get<History>(`/matters/${number}/history`)).body;
      expect(entries.filter(({ type }) => type === 'PetitionTaken')).toHaveLength(1);
    }
  }, 180_000);
}

const STEPS = [
  'intake PetitionRegistered',
  'triage PetitionTaken',
  'triage PetitionClassified',
  'triage PetitionAccepted',
  'investigation CaseReceived',
  'investigation CaseAssigned',
  'investigation NoteAdded',
  'investigation ExplanationRecorded',
  'investigation EvidenceRecorded',
  'investigation ConclusionProposed',
  'investigation ConclusionApproved',
  'response ResponseRequested',
  'response DecisionIssued',
  'investigation DecisionNoted',
  // To the sender, the unit above and the inspectorate.
  ...['response DecisionSent', 'response DecisionSent', 'response DecisionSent'],
  'response DecisionDelivered',
  'response CaseClosed',
];

const rulesThatSpoke = (entries: readonly HistoryEntry[]): string[] =>
  entries.flatMap(({ type, rules }) =>
    rules.map(({ rule, due }) => `${type} ${rule} ${due ?? ''}`.trim()),
  );
