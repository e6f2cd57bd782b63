interface Waiting<Ask, Answer> {
  readonly ask: Ask;
  resolve(answer: Answer | Promise<Answer>): void;
  reject(error: unknown): void;
}

/** One is under way, and the next need not wait for its answer. */
const AT_ONCE = 2;

/**
 * Questions that come while others are under way wait, and are sent as one: group commit, for reads.
 * Each is sent after it was asked, so an answer is never older than its question.
 */
export class Together<Ask, Answer> {
  #waiting: Waiting<Ask, Answer>[] = [];
  #underWay = 0;
  #isDue = false;

  /**
   * @param send answers in the order of the questions; one may be refused, where it is a promise
   * @param most questions that are sent as one
   */
  constructor(
    private readonly send: (asks: readonly Ask[]) => Promise<readonly (Answer | Promise<Answer>)[]>,
    private readonly most = 100,
  ) {}

  ask(ask: Ask): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ask, resolve, reject });
      // What is asked in the same breath goes together, too.
      if (!this.#isDue) queueMicrotask(() => this.#sendWaiting());
      this.#isDue = true;
    });
  }

  #sendWaiting(): void {
    this.#isDue = false;
    while (this.#underWay < AT_ONCE && this.#waiting.length > 0)
      void this.#answer(this.#waiting.splice(0, this.most));
  }

  async #answer(asked: readonly Waiting<Ask, Answer>[]): Promise<void> {
    this.#underWay += 1;
    try {
      const answers = await this.send(asked.map(({ ask }) => ask));
      asked.forEach(({ resolve }, i) => resolve(answers[i]!));
    } catch (error) {
      for (const { reject } of asked) reject(error);
    } finally {
      this.#underWay -= 1;
      this.#sendWaiting();
    }
  }
}
