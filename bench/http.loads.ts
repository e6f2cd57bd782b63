// What is asked of the built product, and how long it took.
import { startProduct } from './built.product.ts';
import { answerOf, cpuMsOf } from './child.processes.ts';
import type { Answered, Load } from './http.client.ts';
import type { Lived, Lives } from './http.lifecycle.ts';
import { rounded } from './median.figures.ts';

const CLIENTS = 32;
/** People who work on one complaint after the other; each waits for the services between. */
const WORKERS = 8;
const MINUTE = 60_000;

export const PETITION = {
  declaredKind: 'complaint',
  channel: 'post',
  senderKind: 'enterprise',
  sender: { name: 'Công ty Cổ phần Ví Dụ', address: '12 Lê Lợi', phone: '0912345678' },
  receivedOn: today(),
  datedOn: today(),
  signed: true,
  respondentUnit: 'HQ-SM',
  gist: 'Khiếu nại quyết định ấn định thuế lô hàng thủy sản',
  summary: 'Đề nghị hủy quyết định ấn định thuế vì áp sai mã HS.',
};

export interface Numbered {
  readonly number: string;
}

/** The product with people at work, who ask for `seconds` at a time. */
export async function startOurs(seconds: number, at: Parameters<typeof startProduct>[0] = {}) {
  const { origin, pid, signIn, stop } = await startProduct(at);
  const [dung, giang, binh] = [await signIn('dung'), await signIn('giang'), await signIn('binh')];
  const load = { origin, clients: CLIENTS };
  const reading = (...paths: string[]): Load => ({
    ...{ ...load, seconds, method: 'GET', paths, headers: giang.headers },
  });
  const petitions = (forSeconds: number): Load => ({
    ...{ ...load, seconds: forSeconds, method: 'POST', body: PETITION },
    ...{ paths: ['/api/intake/petitions'], headers: dung.headers },
  });
  const lives: Lives = {
    ...{ origin, clients: WORKERS, seconds, petition: PETITION },
    ...{ receiver: dung.headers, classifier: giang.headers, head: binh.headers },
  };
  return {
    ...{ origin, pid, stop, petitions, receiver: dung.headers, classifier: giang.headers },
    loads: (number: string): Record<string, Load> => ({
      petitions: petitions(seconds),
      worklist: reading('/api/triage/worklist'),
      matter: reading(`/api/matters/${number}`),
      history: reading(`/api/matters/${number}/history`),
      me: reading('/api/me'),
    }),
    lifecycle: () => answerOf<Lived>('http.lifecycle.ts', lives),
    /** Seconds until triage shows a petition. */
    async drained(number: string): Promise<number> {
      const since = performance.now();
      await giang.until<{ triage?: object }>(`/matters/${number}`, ({ triage }) => Boolean(triage));
      return rounded((performance.now() - since) / 1000, 3);
    },
    /** Until lists are as new as the log. */
    async hasAllRows(): Promise<void> {
      await giang.until('/triage/worklist', () => true, 15 * MINUTE);
    },
  };
}

/** What the clients were answered, and what it cost the process that answered. */
export async function askedOf(load: Load, pid: number): Promise<Answered & { cpuMs: number }> {
  const before = cpuMsOf(pid);
  const answered = await answerOf<Answered>('http.client.ts', load);
  return { ...answered, cpuMs: rounded((cpuMsOf(pid) - before) / answered.answers, 2) };
}

/** In Việt Nam. */
export function today(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
}
