import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Tells the relays' messages from what somebody else put into a topic: an operator of Kafka can
 * hold messages back (a gap is seen), not invent them.
 */
export interface MessageAuthentication {
  /** Of a message's bytes in its topic; base64url. */
  sign(topic: string, value: Uint8Array): string;
  verify(topic: string, value: Uint8Array, mac: string): boolean;
}

const domain = 'minh-bach message v1';

/** HMAC-SHA-256 under a secret that all services share. At least 32 bytes. */
export function sharedSecret(secret: Uint8Array): MessageAuthentication {
  if (secret.length < 32) throw new Error('the secret of messages needs at least 32 bytes');
  const mac = (topic: string, value: Uint8Array) =>
    createHmac('sha256', secret).update(`${domain}\n${topic}\n`).update(value).digest();
  return {
    sign: (topic, value) => mac(topic, value).toString('base64url'),
    verify(topic, value, given) {
      const claimed = Buffer.from(given, 'base64url');
      const expected = mac(topic, value);
      return claimed.length === expected.length && timingSafeEqual(claimed, expected);
    },
  };
}
