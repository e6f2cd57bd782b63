import { DomainError } from '@minh-bach/kernel';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type JSONWebKeySet,
} from 'jose';

export interface TokenOptions {
  /** The sign-in service, byte for byte as in `iss`. */
  readonly issuer: string;
  /** This API, as in `aud`. */
  readonly audience: string;
  /** Where the issuer publishes its keys, or the keys themselves. */
  readonly keys: URL | JSONWebKeySet;
  /** `typ` of an access token. @default 'at+jwt' (RFC 9068); Keycloak says 'JWT' */
  readonly type?: string;
  /** Seconds that clocks may differ. @default 5 */
  readonly tolerance?: number;
}

export interface ProvenSubject {
  readonly issuer: string;
  readonly subject: string;
}

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
/** Ways for a token to bring its own key along. */
const OWN_KEYS = ['jku', 'jwk', 'x5u', 'x5c'];
/** Someone acting as another, and tokens that are worth nothing without a further proof. */
const REFUSED_CLAIMS = ['act', 'may_act', 'cnf'];
const LONGEST = 8 * 1024;
/** A token that was proved is believed so long, and no longer than it says: each request brings it again. */
const BELIEVED_MS = 60_000;
const MOST_BELIEVED = 1_000;

/**
 * Checks an access token. It proves `iss` and `sub` and nothing else: whatever it says about roles
 * is not read.
 *
 * Time is the machine's, not the injected clock: the issuer's is, too.
 */
export class AccessTokens {
  readonly #keys;
  readonly #believed = new Map<string, { proven: ProvenSubject; until: number }>();

  constructor(private readonly options: TokenOptions) {
    const { keys } = options;
    this.#keys =
      keys instanceof URL
        ? createRemoteJWKSet(keys, {
            timeoutDuration: 3_000,
            // An unknown key id asks the issuer again, at most this often: forged ids cost little.
            cooldownDuration: 10_000,
            cacheMaxAge: 600_000,
          })
        : createLocalJWKSet(keys);
  }

  /** @throws DomainError `TOKEN_REFUSED`, or `SIGN_IN_UNAVAILABLE` when the keys cannot be had */
  async verify(token: string): Promise<ProvenSubject> {
    const known = this.#believed.get(token);
    if (known && Date.now() < known.until) return known.proven;
    this.#believed.delete(token);
    const { issuer, audience, type = 'at+jwt', tolerance = 5 } = this.options;
    try {
      if (token.length > LONGEST) throw new DomainError('TOKEN_REFUSED');
      const header = decodeProtectedHeader(token);
      if (OWN_KEYS.some((name) => name in header)) throw new DomainError('TOKEN_REFUSED');
      const { payload } = await jwtVerify(token, this.#keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        typ: type,
        clockTolerance: tolerance,
        requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat'],
      });
      if (REFUSED_CLAIMS.some((name) => name in payload)) throw new DomainError('TOKEN_REFUSED');
      if (typeof payload.sub !== 'string' || payload.sub === '' || payload.sub.length > 255)
        throw new DomainError('TOKEN_REFUSED');
      if (payload.iat === undefined || payload.iat > Date.now() / 1000 + tolerance)
        throw new DomainError('TOKEN_REFUSED');
      const proven = { issuer, subject: payload.sub };
      if (this.#believed.size >= MOST_BELIEVED) this.#believed.clear();
      const until = Math.min(Date.now() + BELIEVED_MS, (payload.exp! + tolerance) * 1000);
      this.#believed.set(token, { proven, until });
      return proven;
    } catch (cause) {
      throw refusal(cause);
    }
  }
}

/** Not the token's fault: the issuer did not answer, or not with keys. */
const isAboutKeys = (cause: unknown): boolean =>
  cause instanceof errors.JWKSTimeout ||
  cause instanceof errors.JWKSInvalid ||
  (cause instanceof errors.JOSEError && cause.code === 'ERR_JOSE_GENERIC') ||
  (typeof cause === 'object' && Reflect.get(cause ?? {}, 'message') === 'fetch failed');

function refusal(cause: unknown): DomainError {
  if (cause instanceof DomainError) return cause;
  return new DomainError(
    isAboutKeys(cause) ? 'SIGN_IN_UNAVAILABLE' : 'TOKEN_REFUSED',
    {},
    { cause },
  );
}
