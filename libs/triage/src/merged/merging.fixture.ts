import { INTAKE_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import {
  ask,
  askedBy,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { classification, merging, unmerging } from '../commands/index.ts';
import { TriagePageHandler, TriagePageQuery } from '../petition-page/petition-page.query.ts';
import { TriageHistoryController } from '../triage-history.ts';
import {
  TriageWorklistHandler,
  TriageWorklistQuery,
} from '../triage-worklist/triage-worklist.query.ts';
import { giang, received } from '../triage.fixture.ts';
import { triageService } from '../triage.service.ts';

export const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
export const oanh: Actor = { person: 'oanh', role: 'classifier', unit: 'KV-MH' };
export const nam: Actor = { person: 'nam', role: 'head', unit: 'HQ-DG' };
export const quyen: Actor = { person: 'quyen', role: 'denunciation-officer', unit: 'KV-MH' };

export const SENDER = { name: 'n', phone: 'p' };
export const reason = 'Cùng nội dung';

interface Registered extends Partial<typeof received> {
  readonly sender?: object;
  /** Who registered it. */
  readonly by?: Actor;
}

/** For specs: triage alone, and petitions of one sender as reception registers them. */
export class Merging {
  triage!: TestService;
  #drawn = 0;

  async start(where: { readonly databaseUrl: string; readonly now: string }): Promise<void> {
    this.triage = await startTestService(triageService, where);
    await this.triage.knows([
      ...organisation,
      ...['giang', 'lan', 'nam', 'oanh', 'quyen', 'quynh', 'ha'].map((id) => person(id)),
      post('giang', 'HQ-SM', ['classifier']),
      post('lan', 'HQ-SM', ['classifier']),
      post('lan', 'HQ-SM', ['verifier'], { id: 'hq-sm.lan-xm' }),
      post('nam', 'HQ-DG', ['head']),
      post('oanh', 'KV-MH', ['classifier']),
      post('quyen', 'KV-MH', ['denunciation-officer']),
      post('quynh', 'KV-MH', ['denunciation-officer']),
      post('ha', 'CHQ', ['auditor']),
    ]);
  }

  async petition({ sender: senderMarks = SENDER, by, ...over }: Registered = {}): Promise<string> {
    const petition = `D26-${String(++this.#drawn).padStart(8, '0')}-0`;
    const { neighbours } = this.triage;
    const { unit, declaredKind } = { ...received, ...over };
    const registered = { unit, declaredKind, senderMarks };
    await neighbours.writes(`intake.petition-${petition}`, 'PetitionRegistered', registered, by);
    const data = { ...received, ...over, petition };
    await neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', data);
    await this.triage.heard(`triage.petition-${petition}`, 1);
    return petition;
  }

  async merge(one: string, into: string, actor: Actor = giang, over: object = {}): Promise<void> {
    await ask(this.triage.service, merging, one, { into, reason }, askedBy(actor, over));
    await this.triage.caughtUp();
  }

  async unmerge(one: string, actor: Actor = giang, over: object = {}): Promise<void> {
    const body = { reason: 'Khác việc' };
    await ask(this.triage.service, unmerging, one, body, askedBy(actor, over));
    await this.triage.caughtUp();
  }

  async classify(number: string): Promise<void> {
    const body = { kind: 'complaint', reason: null } as const;
    await ask(this.triage.service, classification, number, body, askedBy(giang));
  }

  page(number: string, actor: Actor = giang) {
    return new TriagePageHandler(this.triage.service).execute(new TriagePageQuery(number, actor));
  }

  async historyOf(number: string, actor: Actor = giang): Promise<string> {
    const controller = new TriageHistoryController(this.triage.service);
    return JSON.stringify(await controller.history(number, {}, actor, undefined));
  }

  async open(actor: Actor): Promise<string[]> {
    const query = new TriageWorklistQuery({ view: 'open', limit: 50 }, actor);
    const { items } = await new TriageWorklistHandler(this.triage.service).execute(query);
    return items.map(({ number }) => number);
  }
}
