import { sampleBody } from './sample-body.ts';
import { registration } from './whole-way.ts';

/** By the last word of its path, where the fields of a declared command do not say enough. */
const BODIES: Readonly<Record<string, object>> = {
  classification: { kind: 'complaint' },
  respondents: {
    respondentUnit: 'HQ-DG',
    respondents: { units: ['KV-MH'], people: [{ post: 'hq-sm.binh', on: '2026-11-20' }] },
    reason: 'Ghi nhầm khi tiếp nhận',
  },
  acceptance: { instance: 1, competentUnit: 'HQ-SM', conditionsMet: true },
  merging: { into: 'D26-99999999-0', reason: 'Trùng đơn' },
  settlement: { outcome: 'filed', reason: 'Lưu' },
  approval: { version: 2 },
  return: { version: 2, note: 'Trả lại' },
  decision: {
    decisionNumber: '1',
    issuedOn: '2026-11-20',
    signer: 'binh',
    conclusion: 'upheld',
    text: 'Điều 1',
  },
  sending: { method: 'registered_post', sentOn: '2026-11-20', addressee: 'Ai' },
  closure: { because: 'second_complaint' },
  'publication-confirmation': { version: 1, way: null },
  'publication-return': { version: 1, reason: 'Trả lại' },
  'identity-disclosures': { purpose: 'prepare-decision' },
  'file-disclosures': { purpose: 'contact-sender' },
  petitions: registration({ file: 'no-such-file' }),
  entries: {
    kind: 'unit',
    id: 'HQ-X',
    parent: 'CHQ',
    level: 'cuc',
    name: { vi: 'X', en: 'X' },
    invented: true,
    from: '2026-01-01',
    to: null,
  },
  deputies: { post: 'hq-sm.binh', deputy: 'hung', from: '2026-11-20', to: '2026-11-25' },
  'deputy-revocations': { post: 'hq-sm.binh', deputy: 'hung', from: '2026-11-20' },
  people: {},
  confirmation: {},
  export: { purpose: 'report', language: 'vi' },
  refusal: {},
  redrive: { stream: 'triage.nothing' },
  rebuild: { readModel: 'lists' },
  track: { code: 'x' },
  rating: { code: 'x', stars: 5 },
  withdrawal: { code: 'x', isWhole: true },
};

const ENTRIES: readonly object[] = [
  { kind: 'person', id: 'x', name: 'X', issuer: 'https://x', subject: 'x', active: true },
  {
    kind: 'post',
    id: 'hq-sm.x',
    unit: 'HQ-SM',
    title: { vi: 'X', en: 'X' },
    roles: ['head'],
    person: 'lan',
    from: '2026-01-01',
    to: null,
  },
  {
    kind: 'deputy',
    id: 'hq-sm.x.lan',
    post: 'hq-sm.x',
    deputy: 'lan',
    from: '2026-01-01',
    to: '2026-02-01',
    revoked: false,
  },
];

/** A body that the route with this path takes. */
export const goodBody = (path: string): object =>
  BODIES[path.split('/').at(-1) ?? ''] ?? sampleBody(path) ?? {};

/** One of each sort that the route takes. */
export const goodBodies = (path: string): readonly object[] =>
  path.endsWith('/entries') ? [goodBody(path), ...ENTRIES] : [goodBody(path)];
