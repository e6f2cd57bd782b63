import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/**
 * Tells the relays' messages from what somebody else put into a topic, and closes them to whoever
 * operates Kafka: they can hold messages back (which is seen, `lateness.ts`), not invent or read them.
 */
export interface MessageAuthentication {
  /** Of a message's bytes in its topic; base64url. */
  sign(topic: string, value: Uint8Array): string;
  verify(topic: string, value: Uint8Array, mac: string): boolean;
  /** Another ciphertext each time; its length tells the plaintext's only in steps of 4,096 bytes. */
  seal(topic: string, plain: Uint8Array): Buffer;
  /** @returns what was sealed for this topic; `undefined` when it was not sealed under this secret */
  open(topic: string, value: Uint8Array): Buffer | undefined;
}

const domain = 'minh-bach message v1';
/** The first byte; a message from before messages were sealed begins with `{`. */
const SEALED = 1;
const SALT = 16;
const TAG = 16;
/** All kinds of one type fit: explained deadlines of complaints, which denunciations lack, take 1.5 KB. */
const STEP = 4096;

/** HMAC-SHA-256 and AES-256-GCM under a secret that all services share. At least 32 bytes. */
export function sharedSecret(secret: Uint8Array): MessageAuthentication {
  if (secret.length < 32) throw new Error('the secret of messages needs at least 32 bytes');
  const mac = (topic: string, value: Uint8Array) =>
    createHmac('sha256', secret).update(`${domain}\n${topic}\n`).update(value).digest();
  /** A key and a nonce for one message alone, so that no number of messages is too many. */
  const keyOf = (topic: string, salt: Uint8Array) => {
    const drawn = Buffer.from(hkdfSync('sha256', secret, salt, `${domain} seal\n${topic}`, 44));
    return [drawn.subarray(0, 32), drawn.subarray(32)] as const;
  };
  return {
    sign: (topic, value) => mac(topic, value).toString('base64url'),
    verify(topic, value, given) {
      const claimed = Buffer.from(given, 'base64url');
      const expected = mac(topic, value);
      return claimed.length === expected.length && timingSafeEqual(claimed, expected);
    },
    seal(topic, plain) {
      const salt = randomBytes(SALT);
      const cipher = createCipheriv('aes-256-gcm', ...keyOf(topic, salt));
      const sealed = Buffer.concat([cipher.update(padded(plain)), cipher.final()]);
      return Buffer.concat([Buffer.of(SEALED), salt, sealed, cipher.getAuthTag()]);
    },
    open(topic, value) {
      if (value[0] !== SEALED || value.length < 1 + SALT + TAG) return undefined;
      const salt = value.subarray(1, 1 + SALT);
      const decipher = createDecipheriv('aes-256-gcm', ...keyOf(topic, salt));
      decipher.setAuthTag(value.subarray(-TAG));
      try {
        const sealed = value.subarray(1 + SALT, -TAG);
        return Buffer.concat([decipher.update(sealed), decipher.final()]);
      } catch {
        return undefined;
      }
    },
  };
}

/** JSON may end in spaces: what is left out of a hidden matter does not show by the length. */
function padded(plain: Uint8Array): Buffer {
  const whole = Buffer.alloc(Math.ceil(plain.length / STEP) * STEP, ' ');
  whole.set(plain);
  return whole;
}
