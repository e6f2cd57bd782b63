// One request of a client over kept connections.
import { randomBytes, randomUUID } from 'node:crypto';
import { request, type Agent } from 'node:http';
import { text } from 'node:stream/consumers';
import { hashReceiptCode, RECEIPT_ALPHABET, RECEIPT_LENGTH } from '@minh-bach/kernel';

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Got {
  readonly status: number;
  readonly body: string;
}

export function send(
  origin: string,
  agent: Agent,
  { method, path, headers, body }: Sent,
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sending = request(`${origin}${path}`, { agent, method, headers }, (answer) => {
      text(answer).then((said) => resolve({ status: answer.statusCode!, body: said }), reject);
    });
    sending.once('error', reject).end(body);
  });
}

/** A command of a page. */
export const commandOf = (
  path: string,
  headers: Sent['headers'],
  body: object,
  revision?: number,
): Sent => ({
  ...{ method: 'POST', path, body: JSON.stringify(body) },
  headers: {
    ...headers,
    'idempotency-key': randomUUID(),
    ...(revision !== undefined && { 'if-match': `"${revision}"` }),
  },
});

/** No two petitions have the same receipt code. */
export const withReceipt = (petition: object) => ({ ...petition, receiptHash: newReceiptHash() });

export function newReceiptHash(): string {
  const drawn = [...randomBytes(RECEIPT_LENGTH)];
  return hashReceiptCode(
    drawn.map((byte) => RECEIPT_ALPHABET[byte % RECEIPT_ALPHABET.length]).join(''),
  );
}
