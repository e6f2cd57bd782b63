// Each breaks one rule, in a file of its own, and must be found out. Among themselves the imports
// make no circle: Nx would report that instead.
const boundaries = '@nx/enforce-module-boundaries';
const imports = 'no-restricted-imports';
const syntax = 'no-restricted-syntax';
const properties = 'no-restricted-properties';
const days = 'minh-bach/day-without-clock';

const importing = (name) => `import * as other from '${name}';\nexport { other };\n`;
const bad = (rule, message, file, source) => ({ rule, message, file, source });

export const broken = {
  'nobody imports an app': bad(
    boundaries,
    /Imports of apps are forbidden/,
    'libs/files/src/bad.ts',
    importing('@minh-bach/app-service/src/main.ts'),
  ),
  'no context imports another': bad(
    boundaries,
    /"context:intake" can only depend on/,
    'libs/intake/src/bad.ts',
    importing('@minh-bach/triage'),
  ),
  'the list of services loads none before it is asked to': bad(
    boundaries,
    /Static imports of lazy-loaded libraries are forbidden/,
    'libs/services/src/bad.ts',
    `${importing('@minh-bach/triage')}export const lazily = () => import('@minh-bach/triage');
`,
  ),
  'an adapter imports no context': bad(
    boundaries,
    /"layer:adapter" can only depend on/,
    'libs/vault/src/bad.ts',
    importing('@minh-bach/directory'),
  ),
  'an adapter imports no platform': bad(
    boundaries,
    /"layer:adapter" can only depend on/,
    'libs/messaging/src/bad.ts',
    importing('@minh-bach/platform'),
  ),
  'the platform imports no context': bad(
    boundaries,
    /"layer:platform" can only depend on/,
    'libs/platform/src/bad.ts',
    importing('@minh-bach/response'),
  ),
  'the HTTP kit imports no platform': bad(
    boundaries,
    /"layer:http" can only depend on/,
    'libs/http/src/bad.ts',
    importing('@minh-bach/platform'),
  ),
  'the library of the gateway takes the HTTP kit alone': bad(
    boundaries,
    /"layer:gateway" can only depend on/,
    'libs/gateway/src/bad.ts',
    importing('@minh-bach/platform'),
  ),
  'what a service knows imports nothing of what makes it run': bad(
    imports,
    /nothing of what makes it run/,
    'libs/platform/src/matters/bad.ts',
    importing('../service/service-runtime.ts'),
  ),
  'a pure library imports no adapter': bad(
    boundaries,
    /"layer:pure" can only depend on/,
    'libs/rules/src/bad.ts',
    importing('@minh-bach/event-store'),
  ),
  ...Object.fromEntries(
    ['@nestjs/common', 'typeorm', 'kafkajs', 'pg'].map((name, number) => [
      `a pure library does not import ${name}`,
      bad(
        boundaries,
        /"layer:pure" is not allowed to import/,
        `libs/kernel/src/bad-${number}.ts`,
        importing(name),
      ),
    ]),
  ),
  'nobody imports what the root does not declare': bad(
    boundaries,
    /Transitive or unresolvable dependencies are not allowed/,
    'libs/event-store/src/bad.ts',
    importing('async-exit-hook'),
  ),
  'nobody reaches into another package': bad(
    boundaries,
    /cannot be imported by a relative or absolute path/,
    'libs/investigation/src/bad.ts',
    importing('../../kernel/src/index.ts'),
  ),
  'only specs import testing': bad(
    imports,
    /Only specs may import it/,
    'libs/projections/src/bad.ts',
    importing('@minh-bach/testing'),
  ),
  ...Object.fromEntries(
    ['@minh-bach/event-store', '@nestjs/common', 'node:fs', '../receive/handler.ts'].map(
      (name, number) => [
        `a domain does not import ${name}`,
        bad(
          imports,
          /A domain imports only itself, kernel, contracts and rules/,
          `libs/response/src/domain/bad-${number}.ts`,
          importing(name),
        ),
      ],
    ),
  ),
  'a folder in a domain does not leave it': bad(
    imports,
    /A domain imports only itself/,
    'libs/response/src/domain/deep/bad.ts',
    importing('../../receive/handler.ts'),
  ),
  'a domain does not import at run time': bad(
    syntax,
    /ImportExpression/,
    'libs/response/src/domain/bad.ts',
    `export const other = await import('node:fs');\n`,
  ),
  'a domain refuses only with codes that the vocabulary has': bad(
    syntax,
    /a code that the vocabulary lacks must not compile/,
    'libs/response/src/domain/bad-refusal.ts',
    `import { DomainError } from '@minh-bach/kernel';\nexport const refused = new DomainError('X');\n`,
  ),
  'only config.ts reads the environment': bad(
    properties,
    /Only config\.ts reads the environment/,
    'libs/files/src/bad-environment.ts',
    `export const { env } = process;\nexport const home = process.env['HOME'];\n`,
  ),
  'nobody imports process to get round that': bad(
    imports,
    /Use the global/,
    'libs/files/src/bad-process.ts',
    importing('node:process'),
  ),
  'nor in what a service knows': bad(
    imports,
    /Use the global/,
    'libs/platform/src/matters/bad-process.ts',
    importing('node:process'),
  ),
  'nobody uses Nest middleware': bad(
    imports,
    /Fastify has been seen to skip middleware/,
    'libs/http/src/bad-middleware.ts',
    `import type { MiddlewareConsumer } from '@nestjs/common';\nexport type Bad = MiddlewareConsumer;\n`,
  ),
  'nobody makes HTML from a string in JSX': bad(
    syntax,
    /Text from people is never HTML/,
    'apps/console/src/bad.tsx',
    `export const bad = <p dangerouslySetInnerHTML={{ __html: '' }} />;\n`,
  ),
  'nobody makes HTML from a string without JSX': bad(
    syntax,
    /Text from people is never HTML/,
    'libs/platform/src/bad-html.ts',
    `export const bad = { dangerouslySetInnerHTML: { __html: '' } };\n`,
  ),
  'no instant is taken from the database': bad(
    syntax,
    /Not the clock of the database/,
    'libs/sign-in/src/bad-clock.ts',
    'export const bad = `DELETE FROM t WHERE expires_at < now()`;\n',
  ),
  'nor in a short text': bad(
    syntax,
    /Not the clock of the database/,
    'libs/files/src/bad-clock.ts',
    `export const bad = 'update t set touched_at = CLOCK_TIMESTAMP()';\n`,
  ),
  'no projection writes more rows in one statement than it takes': bad(
    syntax,
    /65,535 parameters/,
    'libs/triage/src/bad-rows.ts',
    `export const bad = (manager, rows) => manager.upsert(Row, rows, ['id']);\n`,
  ),
  'a spec of what runs names no near day without a clock of its own': bad(
    days,
    /sets no clock: 2026-11-20/,
    'libs/triage/src/bad.int.spec.ts',
    `await receive({ receivedOn: '2026-11-20' });\n`,
  ),
  'nor in a text that is put together': bad(
    days,
    /sets no clock: 2031-02-28/,
    'apps/console/src/bad.e2e.spec.ts',
    'await page.fill(`2031-02-28T${time}`);\n',
  ),
  'nor as people write it': bad(
    days,
    /sets no clock: 6\/2\/2027/,
    'apps/cli/src/bad.int.spec.ts',
    `expect(said).toContain('hạn 6/2/2027');\n`,
  ),
  'nor looks for the number of a year': bad(
    days,
    /sets no clock: D26-/,
    'apps/console/src/bad-number.e2e.spec.ts',
    'await page.getByText(/^Hồ sơ D26-/);\n',
  ),
  'a spec that reads the clock of the machine names no near day': bad(
    days,
    /sets no clock: 2026-11-20/,
    'libs/rules/src/bad.unit.spec.ts',
    `expect(dueOf('2026-11-20') < new Date()).toBe(true);\n`,
  ),
  'the clock of the machine does not count as set': bad(
    days,
    /sets no clock: 2026-11-20/,
    'libs/intake/src/bad.int.spec.ts',
    `start({ clock: systemClock, receivedOn: '2026-11-20' });\n`,
  ),
};

/** What the same rules must let through. */
export const allowed = {
  'apps/standalone/src/good.ts': importing('@minh-bach/intake'),
  'apps/service/src/good.ts': importing('@minh-bach/platform'),
  'libs/services/src/good.ts': importing('@minh-bach/assembly'),
  'libs/triage/src/good.ts': importing('@minh-bach/event-store'),
  'libs/triage/src/domain/good.ts': importing('@minh-bach/kernel'),
  'libs/triage/src/domain/deep/good.ts': importing('../good.ts'),
  'libs/triage/src/good.unit.spec.ts': importing('@minh-bach/testing'),
  'libs/triage/src/specs/good.ts': importing('@minh-bach/testing'),
  'libs/triage/src/now.int.spec.ts': `start({ now: '2026-11-20T02:00:00Z' });\n`,
  'libs/triage/src/set.int.spec.ts': `running.clock.set('2026-11-20');\n`,
  'libs/triage/src/start.int.spec.ts': `startDirectory(url, '2026-11-20T02:00:00Z');\n`,
  'libs/triage/src/past.int.spec.ts': `receive({ receivedOn: '2025-12-31' });\n`,
  'libs/rules/src/good.unit.spec.ts': `expect(dueOf('2026-11-20')).toBe('2026-11-23');\n`,
  'libs/vault/src/good.ts': `export const table = 'at timestamptz DEFAULT now()';\n`,
  'libs/rules/src/good.ts': `export const inForce = '2026-07-01';\n`,
  'libs/triage/src/config.ts': `export const home = process.env['HOME'];\n`,
};
