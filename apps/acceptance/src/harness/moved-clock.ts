/** What the product's clocks were set to, for those that come back with the machine's time. */
export class MovedClock {
  #offset: number | undefined;

  /** @param instant ISO, UTC */
  set(instant: string): void {
    this.#offset = Date.parse(instant) - Date.now();
  }

  /** Tells those who serve `/test/clock` under these addresses; nothing while it was never set. */
  async tell(origins: readonly string[]): Promise<void> {
    if (this.#offset === undefined) return;
    const now = new Date(Date.now() + this.#offset).toISOString();
    await Promise.all(
      origins.map(async (origin) => {
        const answer = await fetch(`${origin}/test/clock`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ now }),
        });
        if (!answer.ok) throw new Error(`the clock of ${origin} cannot be set: ${answer.status}`);
      }),
    );
  }
}
