import { comparePositions } from '@minh-bach/event-store';
import type { Infrastructure } from '@minh-bach/platform';

type Store = Infrastructure['store'];

/** What services note when they hear of each other: by service, the type of the event. */
export type Reaction =
  | 'intake ProgressNoted'
  | 'triage PetitionTaken'
  | 'triage ReceiptDateNoted'
  | 'investigation CaseReceived'
  | 'investigation DecisionNoted'
  | 'response ResponseRequested';

/** A reaction to a command that is about to be sent. */
export interface Expected {
  readonly service: string;
  /** @param number of the matter in that service */
  in(number: string): Promise<void>;
}

const PREFIXES = ['intake.petition-', 'triage.petition-', 'investigation.case-', 'response.case-'];
const WITHIN_MS = 30_000;

/** Follows the log, to know when the services have heard of what was done: only then does time go on. */
export class Hearing {
  readonly #counts = new Map<string, number>();
  readonly #waiting = new Set<() => void>();
  readonly #stopping = new AbortController();
  #following: Promise<void> | undefined;

  private constructor(
    private readonly store: Store,
    private readonly since: string,
  ) {}

  static async start(store: Store): Promise<Hearing> {
    const hearing = new Hearing(store, await store.head());
    hearing.#following = hearing.#follow();
    return hearing;
  }

  /** Done before it began to follow. */
  isOld(position: string): boolean {
    return comparePositions(position, this.since) <= 0;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#following?.catch(() => undefined);
  }

  /** To be asked before the command; then it waits for the reaction. */
  expect(reaction: Reaction): Expected {
    const [service = '', type] = reaction.split(' ');
    const kind = service === 'intake' || service === 'triage' ? 'petition' : 'case';
    const before = new Map(this.#counts);
    return {
      service,
      in: (number) => {
        const key = `${service}.${kind}-${number} ${type}`;
        return this.#until(key, (before.get(key) ?? 0) + 1);
      },
    };
  }

  #until(key: string, count: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`nobody hears: ${key}`));
      }, WITHIN_MS);
      const look = () => {
        if ((this.#counts.get(key) ?? 0) < count) return;
        clearTimeout(late);
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stopping;
    const asked = { prefixes: PREFIXES, after: this.since, signal };
    for await (const message of this.store.subscribe(asked)) {
      if (message.kind !== 'event') continue;
      const { stream, type } = message.event;
      const key = `${stream} ${type}`;
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
      for (const look of [...this.#waiting]) look();
    }
  }
}
