import { words } from '@minh-bach/contracts';
import {
  Body,
  Controller,
  Get,
  Global,
  Module,
  Param,
  Post,
  All,
  Query,
  type Type,
} from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Allow, PeopleInMemory, PeopleOfRecord, Public } from '../auth/index.ts';
import { demoSecret } from '../configuration/index.ts';
import { startDemoApp } from '../specs/app.ts';
import { AUDIENCE, ISSUER } from '../specs/tokens.ts';
import { Command } from './command.ts';
import { createHttpApp } from './create-http-app.ts';
import { Operation } from './operation.ts';

const summary = words('Thử', 'A try');

async function start(controller: Type): Promise<void> {
  const demo = await startDemoApp({}, [controller]);
  await demo.app.init();
  await demo.fastify.ready();
  await demo.close();
}

@Controller('x')
class Open {
  @Get()
  @Operation({ summary })
  all() {}
}

@Controller('x')
class Undescribed {
  @Get()
  @Public()
  all() {}
}

@Controller('x')
class UncheckedBody {
  @Post()
  @Public()
  @Operation({ summary })
  add(@Body() body: unknown) {
    return body;
  }
}

@Controller('x')
class UncheckedQuery {
  @Get()
  @Public()
  @Operation({ summary })
  all(@Query() query: unknown) {
    return query;
  }
}

@Controller('x')
class OneMember {
  @Post()
  @Public()
  @Operation({ summary })
  add(@Body('a', { schema: z.string() }) a: string) {
    return a;
  }
}

@Controller('x')
class UncheckedPath {
  @Get(':number')
  @Public()
  @Operation({ summary })
  one() {}
}

@Controller('x')
class SchemalessPath {
  @Get(':number')
  @Public()
  @Operation({ summary })
  one(@Param('number') number: string) {
    return number;
  }
}

@Controller('x')
class AnyMethod {
  @All()
  @Public()
  @Operation({ summary })
  all() {}
}

@Controller('x')
class CommandByGet {
  @Get()
  @Allow('petition.note')
  @Operation({ summary })
  all(@Command() context: unknown) {
    return context;
  }
}

@Controller('x')
class Fine {
  @Get(':number')
  @Public()
  @Operation({ summary })
  one(@Param({ schema: z.strictObject({ number: z.string() }) }) params: unknown) {
    return params;
  }
}

describe('T12: an app does not start with a route that', () => {
  it.each([
    ['says nothing about access', Open, 'says nothing about access'],
    ['has no description', Undescribed, 'has no @Operation'],
    ['takes a body without a schema', UncheckedBody, 'takes all of body without a schema'],
    ['takes a query without a schema', UncheckedQuery, 'takes all of query without a schema'],
    ['takes one member, and lets the others pass', OneMember, 'takes one member of body'],
    ['has a path parameter that nobody checks', UncheckedPath, 'does not check :number'],
    [
      'has a path parameter without a schema',
      SchemalessPath,
      'takes number of path without a schema',
    ],
    ['takes every method', AnyMethod, 'takes every method'],
    ['changes something by GET', CommandByGet, 'is a command by GET'],
  ])('%s', async (_, controller, fault) => {
    await expect(start(controller)).rejects.toThrow(fault);
  });

  it('a plugin added beside the guard, unless it was named', async () => {
    const add = async (foreignRoutes: string[]) => {
      const demo = await startDemoApp({ foreignRoutes }, [Fine]);
      demo.fastify.get('/assets/app.js', () => 'x');
      await demo.app.init();
      await demo.fastify.ready();
      await demo.close();
    };
    await expect(add([])).rejects.toThrow('GET /assets/app.js');
    await expect(add(['/asset', '/assets/app'])).rejects.toThrow('GET /assets/app.js');
    await expect(add(['/assets/*'])).resolves.toBeUndefined();
  });

  it('needs people of record, and nobody provides them', async () => {
    @Module({ controllers: [Fine] })
    class Nobody {}
    const app = await createHttpApp({
      module: Nobody,
      config: {
        name: 'x',
        mode: 'demo',
        commandSecret: demoSecret('spec'),
        tokens: { issuer: ISSUER, audience: AUDIENCE, keys: { keys: [] } },
        log: { level: 'silent' },
        shutdownHooks: false,
      },
    });
    await expect(app.init()).rejects.toThrow('PeopleOfRecord');
  });
});

describe('an app starts', () => {
  it('with routes that are open on purpose, checked and described', async () => {
    await expect(start(Fine)).resolves.toBeUndefined();
  });

  it('with people of record in any of its modules', async () => {
    @Global()
    @Module({ providers: [{ provide: PeopleOfRecord, useValue: new PeopleInMemory() }] })
    class People {}
    @Module({ imports: [People], controllers: [Fine] })
    class Service {}
    const app = await createHttpApp({
      module: Service,
      config: {
        name: 'x',
        mode: 'demo',
        commandSecret: demoSecret('spec'),
        tokens: { issuer: ISSUER, audience: AUDIENCE, keys: { keys: [] } },
        log: { level: 'silent' },
        shutdownHooks: false,
      },
    });
    await app.init();
    expect((await app.inject('/x/1')).json()).toEqual({ number: '1' });
    await app.close();
  });
});
