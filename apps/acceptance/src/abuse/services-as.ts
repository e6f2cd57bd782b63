import { recordDemo } from '@minh-bach/directory';
import type { Infrastructure } from '@minh-bach/platform';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import { Person } from '../person.ts';
import { servicesApp } from './services-app.ts';

const ISSUER = 'http://localhost/oidc';
const AUDIENCE = 'spec';

/** All services with the demo's people, who ask behind the door: without sessions or passwords. */
export async function servicesWithDemo(over: Partial<Infrastructure> = {}) {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
  const tokenOf = (person: string) =>
    new SignJWT({ client_id: 'mb', jti: person })
      .setProtectedHeader({ alg: 'ES256', kid: 'one', typ: 'at+jwt' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(`demo-${person}`)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(privateKey);
  const tokens = { issuer: ISSUER, audience: AUDIENCE, keys: { keys: [jwk] } };
  const services = await servicesApp(tokens, over);
  await services.app.listen(0, '127.0.0.1');
  const url = await services.app.getUrl();
  await recordDemo(services.app, ISSUER);
  return {
    ...services,
    url,
    tokenOf,
    as: async (id: string) => Person.behind(url, await tokenOf(id)),
  };
}
export type ServicesWithDemo = Awaited<ReturnType<typeof servicesWithDemo>>;
