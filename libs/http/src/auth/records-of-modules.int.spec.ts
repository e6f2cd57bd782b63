import { words } from '@minh-bach/contracts';
import { Controller, Get, Module } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { demoSecret } from '../configuration/index.ts';
import { AUDIENCE, ISSUER, tokenIssuer } from '../specs/tokens.ts';
import { createHttpApp, Operation } from '../http/index.ts';
import { Allow } from './access.ts';
import { PeopleInMemory } from './people.ts';
import { PeopleOfRecord } from './principal.ts';

/** A service in a process with others: a route, and what it has noted of people. */
function serviceOf(name: string, people: PeopleInMemory) {
  @Controller(name)
  class ServiceController {
    @Get('x')
    @Allow('directory.read')
    @Operation({ summary: words('Thử', 'A try') })
    x() {
      return name;
    }
  }
  @Module({
    controllers: [ServiceController],
    providers: [{ provide: PeopleOfRecord, useValue: people }],
  })
  class ServiceModule {}
  return ServiceModule;
}

describe('several services in one process', () => {
  it('are each guarded by their own record of people', async () => {
    const [known, unknown] = [new PeopleInMemory(), new PeopleInMemory()];
    known.put(ISSUER, 'an', {
      person: 'an',
      name: 'An',
      posts: [{ post: 'P1', unit: 'CK-01', roles: ['receiver'] }],
    });
    @Module({ imports: [serviceOf('one', known), serviceOf('two', unknown)] })
    class All {}

    const issuer = await tokenIssuer();
    const app = await createHttpApp({
      module: All,
      config: {
        name: 'standalone',
        mode: 'demo',
        commandSecret: demoSecret('spec'),
        tokens: { issuer: ISSUER, audience: AUDIENCE, keys: issuer.jwks },
        log: { level: 'silent' },
        shutdownHooks: false,
      },
    });
    await app.init();
    const headers = { authorization: `Bearer ${await issuer.sign()}` };
    const statuses = [];
    for (const url of ['/one/x', '/two/x'])
      statuses.push((await app.inject({ url, headers })).statusCode);
    await app.close();
    expect(statuses).toEqual([200, 403]);
  });
});
