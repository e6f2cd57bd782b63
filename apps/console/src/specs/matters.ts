import { randomBytes } from 'node:crypto';
import type { Matter, RegisterPetitionBody } from '../api/types.ts';
import { today } from '../i18n/dates.ts';
import type { Product } from './product.ts';

const DAY_MS = 86_400_000;

/** `YYYY-MM-DD` in Việt Nam. */
export const daysAgo = (days: number): string => today(new Date(Date.now() - days * DAY_MS));

/** A complaint as it comes by post, of an invented company against the post itself. */
export const complaint = (): Partial<RegisterPetitionBody> => ({
  declaredKind: 'complaint',
  channel: 'post',
  senderKind: 'enterprise',
  sender: {
    name: 'Công ty TNHH Nước Trong (hư cấu)',
    address: null,
    phone: null,
    email: null,
    idNumber: null,
  },
  receivedOn: daysAgo(1),
  signed: true,
  respondentUnit: 'HQ-SM',
  gist: 'Khiếu nại quyết định ấn định thuế lô máy lọc nước',
  summary: 'Không đồng ý với quyết định ấn định thuế.',
});

/** Petitions of the post HQ-SM, each as far as a spec needs it. */
export class Matters {
  constructor(private readonly product: Product) {}

  /** @returns the number, once triage has it as well */
  async registered(over: Partial<RegisterPetitionBody> = {}): Promise<string> {
    const reception = await this.product.as('dung');
    const { number } = await reception.post<{ number: string }>('/intake/petitions', {
      ...complaint(),
      receiptHash: randomBytes(32).toString('base64url'),
      ...over,
    });
    await this.seen(number, ({ triage }) => triage !== undefined);
    return number;
  }

  async classified(number: string, kind = 'complaint', reason: string | null = null) {
    await this.#triage(number, 'classification', { kind, reason });
    return this.seen(number, ({ triage }) => triage?.state === 'classified');
  }

  /** @returns the case's number */
  async accepted(number: string): Promise<string> {
    await this.classified(number);
    await this.#triage(number, 'acceptance', {
      instance: 1,
      competentUnit: 'HQ-SM',
      conditionsMet: true,
      reason: null,
    });
    const { investigation } = await this.seen(
      number,
      (matter) => matter.investigation !== undefined,
    );
    return investigation?.case ?? '';
  }

  /** A draft by the verifier Hùng waits for the head's approval. */
  async proposed(number: string): Promise<string> {
    const found = await this.accepted(number);
    await this.work(found, 'assignment', { assignee: 'hung', noConflict: true }, 'binh');
    await this.work(found, 'conclusions', {
      conclusion: 'upheld',
      findings: 'Quyết định không nêu căn cứ bác bỏ chứng thư giám định.',
      law: 'Luật Khiếu nại 02/2011 Đ.31',
      measures: 'Hủy quyết định; hoàn thuế nộp thừa.',
    });
    return found;
  }

  /** One step in a case, on what it is now. */
  async work(found: string, step: string, body: object, person = 'hung'): Promise<void> {
    const desk = await this.product.as(person);
    const { investigation } = await desk.get<Matter>(`/matters/${found}`);
    const revision = investigation?.revision ?? -1;
    await desk.post(`/investigation/cases/${found}/${step}`, body, revision);
    await desk.until<Matter>(`/matters/${found}`, (matter) => {
      return (matter.investigation?.revision ?? -1) > revision;
    });
  }

  async seen(number: string, holds: (matter: Matter) => boolean): Promise<Matter> {
    return (await this.product.as('binh')).until<Matter>(`/matters/${number}`, holds);
  }

  async #triage(number: string, step: string, body: object): Promise<void> {
    const desk = await this.product.as('giang');
    const { triage } = await desk.get<Matter>(`/matters/${number}`);
    await desk.post(`/triage/petitions/${number}/${step}`, body, triage?.revision ?? -1);
  }
}
