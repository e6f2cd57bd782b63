import {
  appointDeputy,
  registerPetition,
  serviceOf,
  type CommandDefinition,
  type MatterParts,
  type PetitionKind,
  type Rating,
  type TriageMatter,
} from '@minh-bach/contracts';
import { Refused, type Colleagues } from './colleagues.ts';
import type { DoneList } from './done-list.ts';
import { receiptCodeOf } from './drawn.ts';
import type { Expected, Hearing, Reaction } from './hearing.ts';
import type { MatterEntry } from './matter-entry.ts';
import { keyOfDeed, registrationKey, type Deed } from './plan.ts';
import { staffOf } from './staff.ts';
import { registrationOf } from './steps/register.ts';
import type { Step } from './steps/step.ts';
import type { WorkingDays } from './working-days.ts';

type Part = keyof MatterParts;
const PARTS: readonly Part[] = ['intake', 'triage', 'investigation', 'response'];
const isPart = (name: string): name is Part => PARTS.some((part) => part === name);

/** A breach, or news of another service, may come between reading and doing. */
const TRIES = 5;

/** A sender waits by the limit of a complaint: they are told its date. */
const HEARD_OF_REGISTRATION: Readonly<Record<PetitionKind, readonly Reaction[]>> = {
  complaint: ['triage PetitionTaken', 'intake ProgressNoted'],
  denunciation: ['triage PetitionTaken'],
  petition: ['triage PetitionTaken'],
  feedback: ['triage PetitionTaken'],
};

interface Answer {
  readonly position: string | null;
  /** Of what was registered. */
  readonly number?: string;
}

export interface PlayerOptions {
  readonly colleagues: Colleagues;
  readonly hearing: Hearing;
  readonly done: DoneList;
  readonly days: WorkingDays;
}

/** Does what people did, as they do it: they read the page, send the command, and wait until it shows. */
export class Player {
  readonly #cases = new Map<string, string>();

  constructor(private readonly options: PlayerOptions) {}

  /** One after the other; each shows with everybody before the next. */
  async do(deeds: readonly Deed[]): Promise<void> {
    for (const deed of deeds) await this.#do(deed);
  }

  async #do(deed: Deed): Promise<void> {
    switch (deed.what) {
      case 'deputation':
        return this.#appoint(deed);
      case 'register':
        return this.#register(deed);
      case 'step':
        return this.#take(deed);
      case 'rate':
        return this.#rate(deed);
    }
  }

  async #appoint(deed: Extract<Deed, { what: 'deputation' }>): Promise<void> {
    const { by, post, deputy, from, to } = deed.deputation;
    const { days, colleagues } = this.options;
    const body = { post, deputy, from: days.day(from), to: days.day(to) };
    await this.#once(deed, (key) =>
      colleagues.post<Answer>(by, pathOf(appointDeputy), { key, body }),
    );
  }

  async #register(deed: Extract<Deed, { what: 'register' }>): Promise<void> {
    const { entry, ago } = deed;
    const { colleagues, hearing } = this.options;
    const body = registrationOf(entry, this.#moment(ago));
    const heard = HEARD_OF_REGISTRATION[entry.kind].map((each) => hearing.expect(each));
    const answer = await this.#once(deed, (key) => {
      const { desk } = staffOf(entry);
      return colleagues.post<Answer>(desk, pathOf(registerPetition), { key, body });
    });
    await this.#hear(entry, heard, answer);
  }

  /** The sender, with the code of the receipt. */
  async #rate(deed: Extract<Deed, { what: 'rate' }>): Promise<void> {
    const { entry, rated } = deed;
    const { reasons = [], words = null, stars } = rated;
    const body: Rating = { code: receiptCodeOf(entry.id), stars, reasons: [...reasons], words };
    await this.#once(deed, () => this.options.colleagues.rate(body));
  }

  async #take(deed: Extract<Deed, { what: 'step' }>): Promise<void> {
    const { entry, step, ago } = deed;
    const { colleagues, hearing } = this.options;
    const { command, by, post } = step;
    const heard = step.heard.map((each) => hearing.expect(each));
    const answer = await this.#once(deed, async (key) => {
      for (let attempt = 1; ; attempt += 1) {
        const { pages, number, revision } = await this.#open(entry, step);
        const body = step.body({ ...this.#moment(ago), by, pages });
        const ifMatch = command.ifMatch ? revision : undefined;
        const sending = { key, body, ifMatch, post };
        try {
          return await colleagues.post<Answer>(by, pathOf(command, number), sending);
        } catch (error) {
          if (!isCode(error, 'REVISION_CHANGED') || attempt >= TRIES) throw error;
        }
      }
    });
    await this.#hear(entry, heard, answer);
  }

  /** Not of what an earlier start did: that was heard then. */
  async #hear(entry: MatterEntry, heard: readonly Expected[], answer: Answer | undefined) {
    if (!answer?.position || this.options.hearing.isOld(answer.position)) return;
    await Promise.all(
      heard.map(async ({ service, in: within }) => within(await this.#numberIn(entry, service))),
    );
  }

  #moment(ago: number) {
    const { days } = this.options;
    return {
      today: days.day(ago),
      before: (n: number) => days.day(ago + n),
      numberOf: (id: string) => this.#petition(id),
    };
  }

  /** The page from which the person acts. */
  async #open(entry: MatterEntry, { command, by }: Step) {
    const part = serviceOf(command);
    const number = await this.#numberIn(entry, part);
    if (!isPart(part) || !command.ifMatch) return { pages: {}, number };
    const path = `/${part}/matters/${number}`;
    const page = await this.options.colleagues.get<{ revision: number }>(by, path);
    return { pages: { [part]: page } as MatterParts, number, revision: page.revision };
  }

  /** A petition has one number, its case another. */
  async #numberIn(entry: MatterEntry, service: string): Promise<string> {
    const number = this.#petition(entry.id);
    if (service === 'intake' || service === 'triage') return number;
    const known = this.#cases.get(number);
    if (known !== undefined) return known;
    const { classifier } = staffOf(entry);
    const page = await this.options.colleagues.get<TriageMatter>(
      classifier,
      `/triage/matters/${number}`,
    );
    if (page.case === null) throw new Error(`${entry.id} has no case`);
    this.#cases.set(number, page.case);
    return page.case;
  }

  /** The number that it was registered under. */
  #petition(id: string): string {
    const number = this.options.done.of(registrationKey({ id }))?.number;
    if (number === undefined) throw new Error(`${id} was not registered`);
    return number;
  }

  /** A start that was cut short may have done it without noting so. */
  async #once(deed: Deed, act: (key: string) => Promise<Answer>): Promise<Answer | undefined> {
    const { done } = this.options;
    const name = keyOfDeed(deed);
    try {
      const answer = await act(`demo-office.${name}`);
      await done.add({ key: name, ...(answer.number ? { number: answer.number } : {}) });
      return answer;
    } catch (error) {
      if (!isCode(error, 'IDEMPOTENCY_KEY_REUSED')) throw error;
      await done.add({ key: name });
      return undefined;
    }
  }
}

const isCode = (error: unknown, code: string): error is Refused =>
  error instanceof Refused && error.code === code;

const pathOf = ({ route }: CommandDefinition, number = ''): string =>
  `/${route.replace(':number', number)}`;
