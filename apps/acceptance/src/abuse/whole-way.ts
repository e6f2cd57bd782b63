import { hashReceiptCode } from '@minh-bach/kernel';
import { newReceiptCode, today } from '../complaint.ts';
import type { Answered, Person, Sending } from '../person.ts';
import type { Staff } from './staff.ts';

/** What a free text says, by the field it stands in. */
export type Texts = (field: string) => string;

/** One command on the way of a complaint, from the desk to the closed case. */
export interface Move {
  readonly by: keyof Staff;
  /** Below `/api`, with `{petition}` and `{case}` for the numbers. */
  readonly path: string;
  readonly body: object;
  /** Another body that this route takes as well. */
  readonly other: object;
  /** It has to say which revision was seen. */
  readonly ifMatch: boolean;
}

export interface Numbers {
  readonly petition: string;
  readonly case: string;
}

const plain: Texts = (field) => `Nội dung ${field}`;

export interface Way {
  readonly text?: Texts;
  readonly code?: string;
  /** Id of an uploaded scan. */
  readonly file?: string | null;
}

export const registration = ({ text = plain, code = newReceiptCode(), file = null }: Way = {}) => ({
  declaredKind: 'complaint',
  channel: 'post',
  senderKind: 'individual',
  sender: {
    name: text('sender.name'),
    address: text('sender.address'),
    phone: text('sender.phone'),
    email: text('sender.email'),
    idNumber: text('sender.idNumber'),
  },
  receivedOn: today(),
  datedOn: today(),
  signed: true,
  legible: true,
  language: 'vi',
  respondentUnit: 'HQ-SM',
  gist: text('gist'),
  summary: text('summary'),
  file: file === null ? null : { id: file, name: text('file.name') },
  receiptHash: hashReceiptCode(code),
});

/** Every command there is on a complaint, in the order in which they come. */
export function wholeWay(way: Way = {}): Move[] {
  const { text = plain } = way;
  const on = today();
  const move = (
    by: keyof Staff,
    path: string,
    body: object,
    other: object,
    ifMatch = true,
  ): Move => ({ by, path, body, other, ifMatch });
  const draft = (n: number) => ({
    conclusion: 'upheld',
    findings: text(`findings.${n}`),
    law: text(`law.${n}`),
    measures: text(`measures.${n}`),
  });
  const registered = registration(way);
  const classification = { kind: 'complaint', reason: text('classification.reason') };
  const acceptance = {
    instance: 1,
    competentUnit: 'HQ-SM',
    conditionsMet: true,
    reason: text('acceptance.reason'),
  };
  const explanation = {
    givenBy: text('explanation.givenBy'),
    givenOn: on,
    text: text('explanation.text'),
  };
  const evidence = {
    title: text('evidence.title'),
    obtainedOn: on,
    text: text('evidence.text'),
  };
  const decision = {
    decisionNumber: text('decisionNumber'),
    issuedOn: on,
    signer: 'binh',
    conclusion: 'upheld',
    text: text('decision.text'),
  };
  const sending = { method: 'registered_post', sentOn: on, addressee: text('addressee') };
  const toOthers = { method: 'electronic', sentOn: on, addressee: null };
  const returned = { version: 1, note: text('return.note') };
  const triage = '/triage/petitions/{petition}';
  const case_ = '/investigation/cases/{case}';
  const answer = '/response/cases/{case}';
  const said = (field: string) => ({ text: text(field) });
  const otherText = { text: 'Khác' };
  return [
    move('desk', '/intake/petitions', registered, { ...registered, signed: false }, false),
    move('classifier', `${triage}/classification`, classification, {
      ...classification,
      reason: 'Khác',
    }),
    move('classifier', `${triage}/notes`, said('triage.note'), otherText, false),
    move('classifier', `${triage}/acceptance`, acceptance, { ...acceptance, reason: 'Khác' }),
    move(
      'head',
      `${case_}/assignment`,
      { assignee: 'hung', noConflict: true },
      { assignee: 'lan', noConflict: true },
    ),
    move('verifier', `${case_}/notes`, said('case.note'), otherText, false),
    move('verifier', `${case_}/explanations`, explanation, { ...explanation, ...otherText }, false),
    move('verifier', `${case_}/evidence`, evidence, { ...evidence, ...otherText }, false),
    move('verifier', `${case_}/conclusions`, draft(1), { ...draft(1), law: 'Khác' }),
    move('head', `${case_}/return`, returned, { ...returned, note: 'Khác' }),
    move('verifier', `${case_}/conclusions`, draft(2), { ...draft(2), law: 'Khác' }),
    move('head', `${case_}/approval`, { version: 2 }, { version: 1 }),
    move('head', `${answer}/decision`, decision, { ...decision, ...otherText }),
    move('clerk', `${answer}/sending`, sending, { ...sending, method: 'electronic' }),
    ...(['superior', 'inspectorate'] as const).map((to) =>
      move('clerk', `${answer}/sending`, { ...toOthers, to }, { ...toOthers, to: 'forwarder' }),
    ),
    move('clerk', `${answer}/delivery`, { receivedOn: on }, { receivedOn: '2026-11-19' }),
    move('clerk', `${answer}/closure`, { because: 'second_complaint' }, { x: 1 }),
  ];
}

/** One move, about to be made. */
export interface Attempt {
  readonly move: Move;
  readonly path: string;
  readonly person: Person;
  readonly sending: Sending;
}

type Made = Answered<{ number?: string; case?: string }>;
export type Make = (attempt: Attempt) => Promise<Made>;

export const make: Make = ({ person, path, move, sending }) =>
  person.post(path, move.body, sending);

/**
 * Walks the way, each move as soon as the service concerned has heard of the one before.
 *
 * @param how makes a move; replace it to do something more with each
 * @param from what the moves before these have made
 */
export async function walk(
  staff: Staff,
  moves: readonly Move[],
  how = make,
  from: Numbers = { petition: '', case: '' },
): Promise<Numbers> {
  let numbers = from;
  for (const move of moves) {
    const path = filled(move.path, numbers);
    const person = staff[move.by];
    const seen = await revisionSeen(person, path, numbers);
    const sending = move.ifMatch ? { ifMatch: seen } : {};
    const { status, body } = await how({ move, path, person, sending });
    if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    numbers = { petition: body.number ?? numbers.petition, case: body.case ?? numbers.case };
  }
  return numbers;
}

export const filled = (path: string, numbers: Numbers): string =>
  path.replace('{petition}', numbers.petition).replace('{case}', numbers.case);

async function revisionSeen(person: Person, path: string, numbers: Numbers): Promise<number> {
  const service = path.split('/')[1];
  if (service === 'intake') return -1;
  const number = service === 'triage' ? numbers.petition : numbers.case;
  const page = `/${service}/matters/${number}`;
  return (await person.getUntil<{ revision: number }>(page, () => true)).revision;
}
