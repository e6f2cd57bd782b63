import { randomBytes } from 'node:crypto';
import type { CaseMatter, ResponseMatter, TriageMatter } from '@minh-bach/contracts';
import { RECEIPT_ALPHABET, RECEIPT_LENGTH, hashReceiptCode } from '@minh-bach/kernel';
import { Person } from './person.ts';

/** The people of the border post Sông Mây, each signed in. */
export interface Post {
  readonly url: string;
  readonly desk: Person;
  readonly classifier: Person;
  readonly head: Person;
  readonly verifier: Person;
  readonly clerk: Person;
}

export const SENDER = {
  name: 'Công ty Cổ phần Thủy sản Bình Minh',
  address: '12 Lê Lợi, phường Hòa Cường',
  phone: '0912345678',
};

export async function borderPost(url: string): Promise<Post> {
  const [desk, classifier, head, verifier, clerk] = await Promise.all(
    ['dung', 'giang', 'binh', 'hung', 'phuc'].map((name) => Person.signIn(url, name)),
  );
  return {
    url,
    desk: desk!,
    classifier: classifier!,
    head: head!,
    verifier: verifier!,
    clerk: clerk!,
  };
}

/** As the desk's page makes it: in groups of four, without letters that are taken for others. */
export const newReceiptCode = (): string =>
  [...randomBytes(RECEIPT_LENGTH)]
    .map((byte) => RECEIPT_ALPHABET[byte % RECEIPT_ALPHABET.length])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');

export const complaintOf = (receivedOn: string, code: string) => ({
  declaredKind: 'complaint',
  channel: 'post',
  senderKind: 'enterprise',
  sender: SENDER,
  receivedOn,
  datedOn: receivedOn,
  signed: true,
  respondentUnit: 'HQ-SM',
  gist: 'Khiếu nại quyết định ấn định thuế lô hàng thủy sản',
  summary: 'Đề nghị hủy quyết định ấn định thuế vì áp sai mã HS.',
  receiptHash: hashReceiptCode(code),
});

export const register = async (
  { desk }: Post,
  receivedOn: string,
  code = newReceiptCode(),
): Promise<string> =>
  (await desk.does<{ number: string }>('/intake/petitions', complaintOf(receivedOn, code))).number;

/** Triage hears of the petition a moment after its registration. */
export const taken = (person: Person, number: string): Promise<TriageMatter> =>
  person.getUntil<TriageMatter>(`/triage/matters/${number}`, () => true);

/** Looks at the petition between two steps. */
export type Look = (state: string, rule: string | null) => Promise<void>;
const nobodyLooks: Look = async () => {};
const RESOLUTION = 'KN1.RESOLVE.NORMAL';

export async function accept(
  { classifier }: Post,
  number: string,
  look = nobodyLooks,
): Promise<string> {
  const { revision } = await taken(classifier, number);
  const petition = `/triage/petitions/${number}`;
  const classified = await classifier.does(
    `${petition}/classification`,
    { kind: 'complaint' },
    { ifMatch: revision },
  );
  await look('classified', 'KN1.ACCEPT.NEW');
  const body = { instance: 1, competentUnit: 'HQ-SM', conditionsMet: true };
  const { case: opened } = await classifier.does<{ case: string }>(`${petition}/acceptance`, body, {
    ifMatch: classified.revision,
  });
  await look('accepted', RESOLUTION);
  return opened;
}

export async function conclude(
  { head, verifier }: Post,
  number: string,
  look = nobodyLooks,
): Promise<void> {
  const { revision } = await head.getUntil<CaseMatter>(
    `/investigation/matters/${number}`,
    () => true,
  );
  const path = `/investigation/cases/${number}`;
  const assignment = { assignee: 'hung', noConflict: true };
  await head.does(`${path}/assignment`, assignment, { ifMatch: revision });
  await look('under_verification', RESOLUTION);
  await verifier.does(`${path}/notes`, { text: 'Đã liên hệ bộ phận kiểm hóa.' });
  await verifier.does(`${path}/explanations`, {
    givenBy: 'Đội thủ tục',
    givenOn: today(),
    text: 'Mã HS xác định theo kết quả phân tích.',
  });
  const { revision: seen } = await verifier.does(`${path}/evidence`, {
    title: 'Kết quả phân tích mẫu',
    obtainedOn: today(),
    text: 'Mẫu phù hợp mã HS do doanh nghiệp khai.',
  });
  const draft = {
    conclusion: 'upheld',
    findings: 'Quyết định ấn định thuế áp sai mã HS.',
    law: 'Luật Hải quan 54/2014 Đ.26',
    measures: 'Hủy quyết định ấn định thuế.',
  };
  const { revision: proposed } = await verifier.does(`${path}/conclusions`, draft, {
    ifMatch: seen,
  });
  await look('awaiting_approval', RESOLUTION);
  await head.does(`${path}/approval`, { version: 1 }, { ifMatch: proposed });
  await look('concluded', RESOLUTION);
}

export async function answerCase(
  { clerk, head }: Post,
  number: string,
  look = nobodyLooks,
): Promise<void> {
  const { revision } = await clerk.getUntil<ResponseMatter>(
    `/response/matters/${number}`,
    () => true,
  );
  const path = `/response/cases/${number}`;
  const decision = {
    decisionNumber: '12/QĐ-HQSM',
    issuedOn: today(),
    signer: 'binh',
    conclusion: 'upheld',
    text: 'Điều 1. Hủy quyết định…',
  };
  const issued = await head.does(`${path}/decision`, decision, { ifMatch: revision });
  await look('decision_issued', 'KN1.SEND');
  const sending = {
    method: 'registered_post',
    sentOn: today(),
    addressee: `${SENDER.name}, ${SENDER.address}`,
  };
  const sent = await clerk.does(`${path}/sending`, sending, { ifMatch: issued.revision });
  await look('decision_sent', 'KN.PUBLISH');
  const toOthers = { method: 'electronic', sentOn: today() };
  let { revision: last } = sent;
  for (const to of ['superior', 'inspectorate'])
    last = (await clerk.does(`${path}/sending`, { ...toOthers, to }, { ifMatch: last })).revision;
  const delivered = await clerk.does(
    `${path}/delivery`,
    { receivedOn: today() },
    { ifMatch: last },
  );
  await look('decision_delivered', 'KN.PUBLISH');
  const closing = { because: 'second_complaint' };
  await clerk.does(`${path}/closure`, closing, { ifMatch: delivered.revision });
}

let now = '2026-11-20T02:00:00.000Z';

/** The day of the story, by the clock that the story set. */
export const today = (): string =>
  new Date(Date.parse(now) + 7 * 3_600_000).toISOString().slice(0, 10);

export function itIs(instant: string): string {
  now = instant;
  return instant;
}
