import { createHmac } from 'node:crypto';
import { box, type Box } from '@minh-bach/sign-in';
import { Refusal } from '../http/problem.ts';

/** Whose a position is. */
export interface Holder {
  readonly issuer: string;
  readonly subject: string;
}

/**
 * Positions of the log as people get to see them: sealed, and bound to the person who got them. A
 * plain one tells how many events there are, hidden ones too; and a wait for one that somebody made
 * up tells the moment of the next event.
 */
export class Positions {
  readonly #box: Box;

  constructor(sealKey: string) {
    const root = Buffer.from(sealKey, 'base64url');
    this.#box = box(createHmac('sha256', root).update('positions').digest());
  }

  seal(position: string, holder: Holder): string {
    return this.#box.seal(position, placeOf(holder)).toString('base64url');
  }

  /** @throws Refusal `FOREIGN_POSITION`: made up, changed, or given to somebody else */
  open(token: string, holder: Holder): string {
    try {
      return this.#box.open(Buffer.from(token, 'base64url'), placeOf(holder));
    } catch (cause) {
      throw new Refusal('FOREIGN_POSITION', {}, { cause });
    }
  }
}

const placeOf = ({ issuer, subject }: Holder): string => `position/${issuer}\n${subject}`;
