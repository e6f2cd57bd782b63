import {
  Body,
  Controller,
  Get,
  Global,
  Module,
  Param,
  Post,
  Query,
  type ModuleMetadata,
  type Type,
} from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { line, text, words } from '@minh-bach/contracts';
import { DomainError, type Actor } from '@minh-bach/kernel';
import { z } from 'zod';
import {
  Allow,
  CurrentActor,
  PeopleInMemory,
  PeopleOfRecord,
  Public,
  SignedIn,
} from '../auth/index.ts';
import type { RequestContext } from '../http/request-context.ts';
import { demoSecret } from '../configuration/index.ts';
import {
  answer,
  Command,
  createHttpApp,
  Operation,
  Limit,
  WaitPosition,
  type HttpAppConfig,
} from '../http/index.ts';
import { AUDIENCE, ISSUER, tokenIssuer } from './tokens.ts';

export const noteSchema = z.strictObject({
  title: line(40),
  text: text(2_000).exactOptional(),
  kind: z.enum(['complaint', 'feedback']).default('complaint'),
  day: z.iso.date().exactOptional(),
});
const numberSchema = z.string().regex(/^D\d{2}$/);
const pageSchema = z.strictObject({ cursor: z.string().max(100).exactOptional() });
const said = words('Thử', 'A try');

/** For specs: every kind of route that a service has. */
@Controller('demo/notes')
export class NotesController {
  /** What got through, so that a spec can see that nothing did. */
  static readonly seen: unknown[] = [];

  @Get()
  @Allow('petition.read')
  @Operation({ summary: said, answer: z.unknown() })
  list(@Query({ schema: pageSchema }) query: unknown, @WaitPosition() wait: string | undefined) {
    return { query, wait: wait ?? null };
  }

  @Get(':number')
  @Allow('petition.read')
  @Operation({ summary: said, answer: z.unknown() })
  one(@Param('number', { schema: numberSchema }) number: string, @CurrentActor() actor: Actor) {
    NotesController.seen.push(number);
    if (number === 'D99') throw new DomainError('NOT_FOUND');
    if (number === 'D98') throw new Error('Nguyễn Văn Thử, 0912345678');
    if (number === 'D97') throw new DomainError('NOBODY_WROTE_THIS_DOWN');
    return answer({ number, actor }, { revision: 7 });
  }

  @Post(':number')
  @Allow('petition.register')
  @Operation({ summary: said, answer: z.unknown() })
  add(
    @Param('number', { schema: numberSchema }) number: string,
    @Body({ schema: noteSchema }) body: z.infer<typeof noteSchema>,
    @Command() context: RequestContext,
  ) {
    NotesController.seen.push(body);
    return answer({ number, body, context }, { revision: 3, position: 'log:17' });
  }

  @Post(':number/accept')
  @Allow('petition.decide')
  @Operation({ summary: said })
  accept(
    @Param('number', { schema: numberSchema }) number: string,
    @Command({ ifMatch: true }) context: RequestContext,
  ) {
    NotesController.seen.push(number);
    return answer({ ifMatch: context.ifMatch }, { status: 200 });
  }
}

@Controller('demo')
export class DoorController {
  @Post('track')
  @Public()
  @Limit({ max: 3, window: 60_000 })
  @Operation({ summary: said })
  track() {
    return { ok: true };
  }

  @Get('me')
  @SignedIn()
  @Operation({ summary: said })
  me(@CurrentActor() actor: Actor) {
    return actor;
  }
}

/** An app on invented people, with a token that is good; for specs. */
export async function startDemoApp(
  config: Partial<HttpAppConfig> = {},
  controllers: Type[] = [NotesController, DoorController],
  { imports = [], providers = [] }: Pick<ModuleMetadata, 'imports' | 'providers'> = {},
) {
  const issuer = await tokenIssuer();
  const people = new PeopleInMemory();
  people.put(ISSUER, 'an', {
    person: 'an',
    name: 'An',
    posts: [
      { post: 'P1', unit: 'CK-01', roles: ['receiver'] },
      { post: 'P2', unit: 'CK-02', roles: ['classifier', 'receiver'], deputyFor: 'binh' },
    ],
  });

  @Global()
  @Module({
    imports,
    controllers,
    providers: [{ provide: PeopleOfRecord, useValue: people }, ...providers],
  })
  class DemoModule {}

  const lines: string[] = [];
  const app: NestFastifyApplication = await createHttpApp({
    module: DemoModule,
    config: {
      name: 'demo',
      mode: 'demo',
      commandSecret: demoSecret('spec'),
      tokens: { issuer: ISSUER, audience: AUDIENCE, keys: issuer.jwks },
      shutdownHooks: false,
      log: { level: 'info', destination: { write: (line: string) => void lines.push(line) } },
      ...config,
    },
  });
  const fastify = app.getHttpAdapter().getInstance();
  const bearer = { authorization: `Bearer ${await issuer.sign()}` };
  return { app, fastify, issuer, people, lines, bearer, close: () => app.close() };
}
