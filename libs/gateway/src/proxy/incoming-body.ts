import type { IncomingMessage } from 'node:http';
import { Transform, finished, type TransformCallback } from 'node:stream';
import { Refusal } from '../http/problem.ts';

/** So long what was refused is read and forgotten: a sender who is hung up on hears no answer. */
const FORGETTING_MS = 5_000;

/**
 * A body on its way in: not larger than allowed, and not slower. It fails before a service sees more
 * than it takes: that one would hang up while we still send, and nobody could tell why.
 */
export class IncomingBody extends Transform {
  /** Why we gave it up; nothing when its sender did. */
  refusal: Refusal | undefined;
  #bytes = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly source: IncomingMessage,
    private readonly most: number,
  ) {
    super();
    // Nobody may be reading when it fails: then the answer has been given.
    this.on('error', () => undefined);
    this.on('close', () => clearTimeout(this.#timer));
    source.pipe(this);
    // A pipe passes on the end of its source, not its failure.
    finished(source, (error) => {
      clearTimeout(this.#timer);
      if (error) this.destroy(error);
    });
  }

  /**
   * All of it; `limitBodyTimes` sees to it that this ends.
   *
   * @throws Refusal `BODY_TOO_LARGE`, `BODY_TOO_SLOW`, `BROKEN_OFF` (its sender has gone)
   */
  async whole(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of this) chunks.push(chunk as Buffer);
    } catch (cause) {
      if (cause instanceof Refusal) throw cause;
      throw new Refusal('BROKEN_OFF', {}, { cause });
    }
    return Buffer.concat(chunks);
  }

  /** From now on it must bring at least so many bytes in each span of time. */
  keepPace(everyMs: number, leastBytes: number): this {
    const before = this.#bytes;
    this.#timer = setTimeout(() => {
      if (this.#bytes - before < leastBytes) this.giveUp('BODY_TOO_SLOW');
      else this.keepPace(everyMs, leastBytes);
    }, everyMs);
    return this;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#bytes += chunk.length;
    if (this.#bytes <= this.most) return done(null, chunk);
    this.giveUp('BODY_TOO_LARGE');
    done();
  }

  giveUp(code: 'BODY_TOO_LARGE' | 'BODY_TOO_SLOW' | 'BUSY'): void {
    this.refusal = new Refusal(code);
    this.source.unpipe(this);
    this.source.resume();
    setTimeout(() => {
      if (!this.source.complete) this.source.destroy();
    }, FORGETTING_MS).unref();
    this.destroy(this.refusal);
  }
}
