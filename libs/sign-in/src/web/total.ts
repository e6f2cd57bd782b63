const WINDOW_MS = 60_000;

/** Requests a minute, whoever sends them: behind the limit of each network, which many may share out. */
export class Total {
  #taken = 0;
  #until = 0;

  constructor(private readonly most: number) {}

  /** @returns seconds to wait, 0 where there is room: then one is taken */
  take(now = Date.now()): number {
    if (now >= this.#until) [this.#taken, this.#until] = [0, now + WINDOW_MS];
    if (this.#taken >= this.most) return Math.ceil((this.#until - now) / 1_000);
    this.#taken += 1;
    return 0;
  }
}
