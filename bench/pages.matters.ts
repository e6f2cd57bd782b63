import { randomBytes } from 'node:crypto';
import type { Desk } from './built.product.ts';

interface Part {
  readonly revision: number;
  readonly state: string;
  readonly case?: string;
}
interface Matter {
  readonly triage?: Part;
  readonly investigation?: Part;
}

/** A full page of a worklist, and one case. @returns the case's number */
export async function fill(receiver: Desk, classifier: Desk): Promise<string> {
  const numbers: string[] = [];
  for (let n = 1; n <= 30; n += 1) numbers.push(await register(receiver, n));
  const number = numbers[0] ?? '';
  const matter = `/matters/${number}`;
  const come = await classifier.until<Matter>(matter, ({ triage }) => triage !== undefined);
  const path = `/triage/petitions/${number}`;
  const kind = { kind: 'complaint', reason: null };
  await classifier.post(`${path}/classification`, kind, come.triage?.revision);
  const judged = await classifier.until<Matter>(
    matter,
    ({ triage }) => triage?.state === 'classified',
  );
  const acceptance = { instance: 1, competentUnit: 'HQ-SM', conditionsMet: true, reason: null };
  await classifier.post(`${path}/acceptance`, acceptance, judged.triage?.revision);
  const { investigation } = await classifier.until<Matter>(
    matter,
    (now) => now.investigation !== undefined,
  );
  return investigation?.case ?? '';
}

async function register(receiver: Desk, n: number): Promise<string> {
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const { number } = await receiver.post<{ number: string }>('/intake/petitions', {
    declaredKind: 'complaint',
    channel: 'post',
    senderKind: 'enterprise',
    sender: {
      name: `Công ty TNHH Nước Trong ${n} (hư cấu)`,
      address: null,
      phone: null,
      email: null,
      idNumber: null,
    },
    receivedOn: yesterday,
    signed: true,
    respondentUnit: 'HQ-SM',
    gist: `Khiếu nại quyết định ấn định thuế lô máy lọc nước số ${n}`,
    summary: 'Không đồng ý với quyết định ấn định thuế.',
    receiptHash: randomBytes(32).toString('base64url'),
  });
  return number;
}
