import { PETITION_STATES, type PetitionState } from '@minh-bach/contracts';
import { computeDeadlineData } from '@minh-bach/rules';
import { describe, expect, it } from '@jest/globals';
import { PETITION } from '../intake.fixture.ts';
import type { OpenStanding } from './petition-track.entity.ts';
import { tell } from './tell.ts';

const both = (text: string) => ({ vi: text, en: text });
const units = new Map([
  ['HQ-SM', { parent: 'KV-MH', name: both('Hải quan Sông Mây') }],
  ['KV-MH', { parent: null, name: both('Chi cục khu vực') }],
]);
const receivedOn = '2026-11-18';
const clockOf = (rule: string, trigger: string) =>
  computeDeadlineData({ rule, trigger, receivedOn });
const ACCEPTANCE = clockOf('KN1.ACCEPT.NEW', receivedOn);
const RESOLUTION = clockOf('KN1.RESOLVE.NORMAL', '2026-11-24');
const SENDING = clockOf('KN1.SEND', '2026-12-10');
const WINDOW = clockOf('KN2.WINDOW', '2026-12-11');
const standing: OpenStanding = { kind: 'complaint', signed: true, unit: 'HQ-SM', instance: 1 };
const decision = {
  number: '12/QĐ-HQSM',
  issuedOn: '2026-12-10',
  conclusion: 'partly_upheld',
} as const;

/** As its sender reads it, in Vietnamese. */
function told(
  state: PetitionState,
  over: Partial<OpenStanding> = {},
  { now = '2026-11-20T02:00:00.000Z', isDenunciation = false } = {},
) {
  const steps = [{ state, on: '2026-11-20' }];
  const row = {
    petition: PETITION,
    steps,
    standing: { ...standing, ...over },
    receipt: null,
    openings: [],
    withdrawalAskedOn: null,
    stars: null,
  };
  const tracked = tell(row, { units, now: new Date(now), isDenunciation })!;
  return {
    ...tracked,
    says: tracked.sentence.vi,
    next: tracked.next && [tracked.next.text.vi, tracked.next.due?.due ?? null],
    tasks: tracked.tasks.map(({ text, due }) => [text.vi, due?.due ?? null]),
    facts: tracked.facts.map(({ vi }) => vi),
    late: tracked.late.map(({ vi }) => vi),
  };
}
const NOTHING = ['Ông/bà chưa phải làm gì.', null];

describe('a sender is told where it stands, what comes next by which day, and what they may do', () => {
  it('while it waits for an answer', () => {
    for (const state of ['received', 'classified'] as const)
      expect(told(state, { clock: ACCEPTANCE })).toMatchObject({
        next: [
          'Hải quan Sông Mây báo cho ông/bà biết có thụ lý (nhận giải quyết) hay không.',
          '2026-11-27',
        ],
        tasks: [NOTHING],
        late: [],
      });
    expect(told('classified').says).toBe(
      'Đã đọc đơn và xác định đây là khiếu nại, ngày 20/11/2026.',
    );
    expect(told('received', { signed: false }).tasks[0]?.[0]).toContain(
      'Hải quan Sông Mây ký vào đơn',
    );
  });

  it('while it is investigated and decided: one day for all of it', () => {
    const states = ['accepted', 'under_verification', 'awaiting_approval', 'concluded'] as const;
    for (const state of states)
      expect(told(state, { clock: RESOLUTION }).next).toEqual([
        expect.stringContaining('quyết định'),
        RESOLUTION.due,
      ]);
  });

  it('after the decision: its number, its day, its outcome, and when it is sent', () => {
    expect(told('decision_issued', { decision, clock: SENDING })).toMatchObject({
      says: 'Đã có quyết định giải quyết số 12/QĐ-HQSM ngày 20/11/2026: khiếu nại đúng một phần.',
      next: ['Hải quan Sông Mây gửi quyết định cho ông/bà.', SENDING.due],
    });
    expect(told('closed', { decision })).toMatchObject({
      says: 'Đã giải quyết xong, kết thúc ngày 20/11/2026: khiếu nại đúng một phần.',
      facts: ['Quyết định số 12/QĐ-HQSM ngày 10/12/2026.'],
    });
  });

  it('that the day on which it reached them moves until when they may complain again', () => {
    const [sent] = told('decision_sent', { decision }).tasks;
    expect(sent).toEqual([expect.stringContaining('tính từ ngày ông/bà nhận được'), null]);
    for (const state of ['decision_delivered', 'closed'] as const) {
      const [task] = told(state, { decision, window: WINDOW }).tasks;
      expect(task).toEqual([expect.stringContaining('lần hai đến Chi cục khu vực'), WINDOW.due]);
    }
    const after = { now: '2027-03-01T02:00:00.000Z' };
    const [over] = told('closed', { decision, window: WINDOW }, after).tasks;
    expect(over).toEqual([expect.stringContaining('lần hai đã hết'), null]);
    const [second] = told('decision_delivered', { decision, instance: 2 }).tasks;
    expect(second?.[0]).toContain('khởi kiện');
  });

  it('why it is not accepted, by which letter, and what can be mended', () => {
    expect(told('not_accepted', { ground: 'unsigned', notice: '7/TB-HQSM' })).toMatchObject({
      facts: [
        'Lý do: Đơn không có chữ ký hoặc điểm chỉ (Luật Khiếu nại Đ.11 k.5).',
        'Văn bản gửi ông/bà: số 7/TB-HQSM.',
      ],
      next: null,
      tasks: [['Ông/bà có thể gửi lại đơn khi đã bổ sung điều còn thiếu.', null]],
    });
    for (const ground of [{}, { ground: 'other' }] as const)
      expect(told('filed', ground).facts).toEqual(['Lý do được nêu trong văn bản gửi ông/bà.']);
    expect(told('filed', { ground: 'final_before' }).tasks).toEqual([]);
  });

  it('which body it went to, or should be sent to', () => {
    const competentBody = 'Sở Xây dựng tỉnh Mây';
    expect(told('transferred', { competentBody }).says).toContain(
      'thuộc thẩm quyền của Sở Xây dựng',
    );
    expect(told('guided', { competentBody }).tasks[0]?.[0]).toBe(
      'Ông/bà gửi đơn đến Sở Xây dựng tỉnh Mây; chúng tôi không chuyển thay.',
    );
  });

  it('no day where no law gives one, and a target of our own neither as law nor once it is over', () => {
    expect(told('received', { kind: 'feedback' }).next).toEqual([expect.any(String), null]);
    const target = { ...ACCEPTANCE, legal: false };
    expect(told('received', { clock: target })).toMatchObject({
      next: [expect.any(String), '2026-11-27'],
    });
    const late = told('received', { clock: target }, { now: '2026-12-20T02:00:00.000Z' });
    expect(late).toMatchObject({ next: [expect.any(String), null], late: [] });
  });
});

describe('after the decision', () => {
  const PUBLICATION = clockOf('KN.PUBLISH', '2026-12-10');
  const out = { decision, publication: PUBLICATION, inForceAfter: '2027-01-09' };
  const now = '2026-12-12T02:00:00.000Z';

  it('a sender is told by which day it is published, and that it was', () => {
    for (const state of ['decision_sent', 'decision_delivered'] as const)
      expect(told(state, out, { now }).next?.[1]).toBe('2026-12-25');
    const published = told('decision_delivered', { ...out, publishedOn: '2026-12-14' }, { now });
    expect(published.facts).toContain(
      'Quyết định được công khai ngày 14/12/2026, không nêu tên ông/bà.',
    );
    const back = told('decision_delivered', { ...out, publishedOn: null }, { now });
    expect([back.facts, back.next?.[1]]).toEqual([[], '2026-12-25']);
  });

  it('then after which day it has effect, which is nobody’s to keep', () => {
    const published = { ...out, publishedOn: '2026-12-14' };
    expect(told('decision_delivered', published, { now }).next).toEqual([
      'Quyết định có hiệu lực pháp luật sau ngày 09/01/2027 nếu không có khiếu nại lần hai (Luật Khiếu nại Đ.44); sau đó Hải quan Sông Mây kết thúc hồ sơ.',
      null,
    ]);
    const second = told('decision_delivered', { ...published, instance: 2 }, { now });
    expect(second.next?.[0]).not.toContain('nếu không có khiếu nại lần hai');
    const over = { now: '2027-02-01T02:00:00.000Z' };
    expect(told('decision_delivered', published, over)).toMatchObject({
      next: ['Hải quan Sông Mây kết thúc hồ sơ vụ việc.', null],
      late: [],
    });
    expect(told('decision_delivered', out, over).late[0]).toContain('hạn 25/12/2026');
  });
});

describe('a sender is told that it is late', () => {
  const now = '2026-12-01T02:00:00.000Z';
  const missed = { rule: 'KN1.ACCEPT.NEW', due: '2026-11-27', on: '2026-11-28' };

  it('as of now, in working days, and who may be turned to', () => {
    expect(told('received', { clock: ACCEPTANCE }, { now }).late).toEqual([
      'Quá hạn 2 ngày làm việc (hạn 27/11/2026).',
      'Ông/bà có thể hỏi Hải quan Sông Mây, hoặc báo việc chậm trễ đến Chi cục khu vực.',
    ]);
    const last = { now: '2026-11-27T16:59:59.000Z' };
    expect(told('received', { clock: ACCEPTANCE }, last).late).toEqual([]);
  });

  it('that the superior was told, where that is on record of this very limit', () => {
    const said = 'Thủ trưởng cấp trên đã được báo về việc quá hạn ngày 28/11/2026.';
    const heard = (over: object) =>
      told(
        'received',
        { clock: ACCEPTANCE, missed: { ...missed, superiorTold: true, ...over } },
        { now },
      );
    expect(heard({}).late).toContain(said);
    for (const other of [{ superiorTold: false }, { due: '2026-11-26' }, { rule: 'XLD.HARD_45' }])
      expect(heard(other).late).not.toContain(said);
  });

  it('what the law gives them, where it says so', () => {
    const { late } = told('accepted', { clock: RESOLUTION }, { now: '2027-02-01T02:00:00.000Z' });
    expect(late.join()).toContain('không phải chờ quyết định giải quyết lần đầu');
    expect(told('received', { clock: ACCEPTANCE }, { now }).late).toHaveLength(2);
  });
});

describe('T1: of a denunciation', () => {
  const all = {
    clock: ACCEPTANCE,
    window: WINDOW,
    decision,
    competentBody: 'Sở Y',
    ground: 'unsigned',
  } as const;

  it.each(PETITION_STATES)(
    'state and day are told, and nothing of what else is known: %s',
    (state) => {
      const closed = told(state, all, { isDenunciation: true, now: '2027-06-01T02:00:00.000Z' });
      expect(closed).toMatchObject({
        isConfidential: true,
        ...{ kind: null, unit: null, next: null, facts: [], late: [], tasks: [] },
      });
      const said = JSON.stringify(closed);
      for (const secret of [
        'Hải quan',
        'Sở Y',
        '12/QĐ',
        '27/11',
        '2026-11-27',
        'khiếu nại',
        'tố cáo',
      ])
        expect(said.toLowerCase()).not.toContain(secret.toLowerCase());
      const row = {
        petition: PETITION,
        steps: [{ state, on: '2026-11-20' }],
        receipt: null,
        openings: [],
        withdrawalAskedOn: null,
        stars: null,
      };
      const kept = { ...row, standing: { isDenunciation: true } as const };
      const known = { units, now: new Date(), isDenunciation: false };
      expect(tell(kept, known)).toMatchObject({ isConfidential: true, unit: null, next: null });
    },
  );
});
