import type { IncomingMessage } from 'node:http';
import { Transform, finished, type TransformCallback } from 'node:stream';

/** So long what was refused is read and forgotten: a sender who is hung up on hears no answer. */
const FORGETTING_MS = 5_000;

/**
 * A body that did not say how long it is, on its way to a service. It fails before the service sees
 * more than allowed: that would hang up while we still send, and nobody could tell why.
 */
export class LimitedBody extends Transform {
  exceeded = false;
  #bytes = 0;

  constructor(
    private readonly source: IncomingMessage,
    private readonly most: number,
  ) {
    super();
    source.pipe(this);
    // A pipe passes on the end of its source, not its failure.
    finished(source, (error) => {
      if (error) this.destroy(error);
    });
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#bytes += chunk.length;
    if (this.#bytes <= this.most) return done(null, chunk);
    this.exceeded = true;
    this.source.unpipe(this);
    this.source.resume();
    setTimeout(() => {
      if (!this.source.complete) this.source.destroy();
    }, FORGETTING_MS).unref();
    done(new Error('the body is too large'));
  }
}
