/** So much the server's window takes in without reading, and this side's queue is never used. */
const BYTES = 32 * 1024;
/** The client's queue takes 16. */
const APPENDS = 15;

/**
 * Bounds the appends that wait for their answer. Where the line is stalled and the client's queue is
 * full, further ones wait in a place where a cut line makes them unhandled rejections, which end the
 * process. So few go at once, or little.
 */
export class InFlight {
  #count = 0;
  #bytes = 0;
  readonly #waiting: (() => void)[] = [];

  async run<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    while (this.#waiting.length > 0 || !this.#fits(bytes))
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#count += 1;
    this.#bytes += bytes;
    try {
      return await work();
    } finally {
      this.#count -= 1;
      this.#bytes -= bytes;
      this.#waiting.splice(0).forEach((go) => go());
    }
  }

  #fits(bytes: number): boolean {
    return this.#count < APPENDS || this.#bytes + bytes <= BYTES;
  }
}
