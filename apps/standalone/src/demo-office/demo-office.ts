import { setTimeout as pause } from 'node:timers/promises';
import type { Infrastructure } from '@minh-bach/platform';
import { ServiceRuntime } from '@minh-bach/platform';
import { hashReceiptCode, isDomainError, localDate, type SettableClock } from '@minh-bach/kernel';
import { isWorkingDay } from '@minh-bach/rules';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Colleagues, Refused } from './colleagues.ts';
import { DoneList } from './done-list.ts';
import { receiptCodeOf } from './drawn.ts';
import { Hearing } from './hearing.ts';
import { atOnce, planOf, type Deed } from './plan.ts';
import { Player } from './player.ts';
import { DEPUTATIONS } from './texts/deputations.ts';
import { ENTRIES } from './texts/entries.ts';
import { WorkingDays } from './working-days.ts';

const DAY_MS = 86_400_000;
/** One that is verified, one that is late, one that is over. */
const TO_LOOK_UP = ['op-16', 'op-14', 'sm-15'];
const QUIET_MS = 20;
const QUIET_LOOKS = 3;
type Store = Infrastructure['store'];
/** The organisation was there before the first petition. */
const BEFORE_FIRST_MS = 7 * DAY_MS;

export interface FurnishOptions {
  readonly services: NestFastifyApplication;
  readonly clock: SettableClock;
  /** Signs a demo person in. */
  readonly tokenOf: (person: string) => Promise<string>;
  /** How far it is. */
  readonly tell?: (done: number, of: number) => void;
}

interface Playing extends Pick<FurnishOptions, 'clock' | 'tell'> {
  readonly runtimes: readonly ServiceRuntime[];
}

/**
 * A year of a petitions office, for people who look at the demo: its people do it by the product's own
 * commands, with the clock of those days. Never in production, nor where there are other petitions.
 */
export class DemoOffice {
  private constructor(
    private readonly done: DoneList,
    private readonly days: WorkingDays,
    private readonly deeds: readonly Deed[],
    private readonly store: Store,
  ) {}

  /**
   * Before the services start, since they must not see today's clock yet.
   *
   * @param now what is "now" in it
   * @returns `undefined` where it is complete, or the data hold matters of their own
   */
  static async open(dataFolder: string, store: Store, now: Date): Promise<DemoOffice | undefined> {
    const known = await DoneList.find(dataFolder);
    if (known?.isOver || (await hasPetitionsBut(store, known ? ENTRIES : []))) return undefined;
    const done = known ?? (await DoneList.begin(dataFolder, now));
    const days = new WorkingDays(done.now);
    return new DemoOffice(done, days, planOf(ENTRIES, DEPUTATIONS, days), store);
  }

  /** Receipt codes with which to look some of its petitions up, where it is complete. */
  static async receiptCodes(dataFolder: string): Promise<readonly string[]> {
    const known = await DoneList.find(dataFolder);
    return known?.isFinished ? TO_LOOK_UP.map(receiptCodeOf) : [];
  }

  /** Where the clock has to stand when the services start. */
  get beginsAt(): Date {
    const first = this.deeds.find((deed) => !this.done.has(deed)) ?? this.deeds.at(-1);
    return new Date((first?.at ?? this.done.now).getTime() - BEFORE_FIRST_MS);
  }

  /**
   * Goes on where an earlier start was cut short. The clock is the machine's again at the end.
   *
   * @returns what refused it: between two starts somebody changed what it needs. It stays as it is then.
   */
  async furnish({ services, clock, tokenOf, tell }: FurnishOptions): Promise<Error | undefined> {
    const colleagues = new Colleagues(services, tokenOf);
    const { done, days } = this;
    const hearing = await Hearing.start(this.store);
    const player = new Player({ colleagues, hearing, done, days });
    const runtimes: ServiceRuntime[] = services.get(ServiceRuntime, { each: true, strict: false });
    try {
      await this.#play(player, { clock, runtimes, ...(tell && { tell }) });
      await done.finish();
      return undefined;
    } catch (error) {
      if (!(error instanceof Refused) && !isDomainError(error, 'DEMO_REFUSED')) throw error;
      await done.giveUp();
      return error;
    } finally {
      await hearing.stop();
      clock.set(new Date());
    }
  }

  async #play(player: Player, playing: Playing): Promise<void> {
    const left = this.deeds.filter((deed) => !this.done.has(deed));
    let doneBefore = this.deeds.length - left.length;
    let before = this.beginsAt;
    for (const [time, deeds] of Map.groupBy(left, ({ at }) => at.getTime())) {
      await this.#pass(before, new Date(time), playing);
      await Promise.all(atOnce(deeds).map((ofOne) => player.do(ofOne)));
      before = new Date(time);
      playing.tell?.((doneBefore += deeds.length), this.deeds.length);
    }
    await this.#pass(before, this.done.now, playing);
  }

  /** Time goes by: after each working day the clocks that ran out with it are told of. */
  async #pass(from: Date, to: Date, { clock, runtimes }: Playing) {
    let midnight = Date.parse(`${localDate(from)}T00:00:01+07:00`) + DAY_MS;
    for (; midnight < to.getTime(); midnight += DAY_MS) {
      if (!isWorkingDay(localDate(new Date(midnight - DAY_MS)))) continue;
      clock.set(new Date(midnight));
      const head = await this.store.head();
      await Promise.all(runtimes.map((runtime) => runtime.noticeBreaches()));
      if ((await this.store.head()) !== head) await quiet(this.store);
    }
    clock.set(to);
  }
}

/** Until nobody has anything to say any more on what was just said. */
async function quiet(store: Store): Promise<void> {
  let head = await store.head();
  for (let looks = 0; looks < QUIET_LOOKS; looks += 1) {
    await pause(QUIET_MS);
    const now = await store.head();
    if (now !== head) looks = 0;
    head = now;
  }
}

/** It never writes among the petitions of others. */
async function hasPetitionsBut(store: Store, entries: typeof ENTRIES): Promise<boolean> {
  const own = new Set(entries.map(({ id }) => hashReceiptCode(receiptCodeOf(id))));
  for await (const { type, data } of store.readAll({ prefixes: ['intake.petition-'] })) {
    if (type !== 'PetitionRegistered') continue;
    const { receiptHash } = JSON.parse(Buffer.from(data).toString()) as { receiptHash: string };
    if (!own.has(receiptHash)) return true;
  }
  return false;
}
