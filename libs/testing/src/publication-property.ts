import { expect, it } from '@jest/globals';
import type { RecordedEvent } from '@minh-bach/kernel';
import fc from 'fast-check';
import type { z } from 'zod';
import { bodiesOf } from './bodies.ts';
import type { PublicationCase } from './publication-specification.ts';

export interface PublishedCommand<Body> extends Pick<PublicationCase, 'translate' | 'contracts'> {
  /** Of the command's body at the door. */
  readonly schema: z.ZodType<Body>;
  /** What the decider makes of the body; nothing where it refuses. */
  readonly decide: (body: Body) => readonly RecordedEvent[];
}

/** With its envelope one step of the padding in Kafka, which is 4,096 bytes. */
const MOST_BYTES = 3_400;

/** T26: a message that its own contract refuses would stand in the way of all after it. T9: a longer one would tell of its matter by its length. */
export function itTellsOnlyWhatFits<Body extends object>(
  path: string,
  { schema, decide, translate, contracts }: PublishedCommand<Body>,
): void {
  it(`T26: what ${path} lets in and the decider takes, the contract of its message takes`, () => {
    let told = 0;
    fc.assert(
      fc.property(bodiesOf(schema), (body) => {
        for (const event of decide(body)) {
          const message = translate(event);
          if (!message) continue;
          told += 1;
          expect(contracts[message.type]?.parse(message.data)).toEqual(message.data);
          expect(Buffer.byteLength(JSON.stringify(message.data))).toBeLessThan(MOST_BYTES);
        }
      }),
      { numRuns: 100 },
    );
    expect(told).toBeGreaterThan(20);
  });
}
