import { existsSync, readFileSync } from 'node:fs';
import nx from '@nx/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { dayWithoutClock } from './tools/lint/day-without-clock.mjs';

const manifest = new URL('libs/contracts/src/services.json', import.meta.url);
const contexts = Object.keys(JSON.parse(readFileSync(manifest, 'utf8')));
const underHttp = ['layer:pure', 'layer:adapter', 'layer:testing'];
const underPlatform = [...underHttp, 'layer:http'];
const below = [...underPlatform, 'layer:platform'];
const infrastructure = ['@nestjs/*', 'typeorm', 'kafkajs', 'pg', '@eventstore/db-client'];

/**
 * The database's machine may have another time than ours, so an instant that is compared with one of
 * ours must be ours. A column's default is never compared.
 */
const databaseClock = ['Literal[value', 'TemplateElement[value.raw'].map((text) => ({
  selector: `${text}=/(?<!default |\\.)\\b(now|clock_timestamp|statement_timestamp)\\(\\)/i]`,
  message: 'Not the clock of the database: pass an instant as a parameter.',
}));

/** What a batch may write is not bounded; a statement is. */
const unboundedWrite = {
  selector:
    "CallExpression[callee.object.name='manager'][callee.property.name=/^(upsert|insert|save)$/]",
  message: 'upsertRows() or addRows(): one statement takes 65,535 parameters.',
};

/** A deputy carries the bars and the bounds of the head for whom they act. */
const personAlone = {
  selector: [
    "CallExpression[callee.property.name=/^(includes|has)$/][arguments.0.property.name='person']",
    "CallExpression[callee.property.name=/^(includes|has)$/][arguments.0.property.name='deputyFor']",
    "CallExpression[callee.property.name=/^(includes|has)$/][arguments.0.name='person']",
  ].join(','),
  message:
    'isOneOf(): who acts for one of these people is one of them. Name a chosen person `who`.',
};

const htmlFromStrings = ['JSXAttribute', 'Property'].map((node) => ({
  selector: `${node}[${node === 'Property' ? 'key' : 'name'}.name='dangerouslySetInnerHTML']`,
  message: 'Text from people is never HTML.',
}));

const untypedRefusal = {
  selector: "NewExpression[callee.name='DomainError']",
  message: 'refusal() or refusalsOf(): a code that the vocabulary lacks must not compile.',
};

const noMiddleware = {
  name: '@nestjs/common',
  importNames: ['MiddlewareConsumer', 'NestMiddleware'],
  message: 'Fastify has been seen to skip middleware: use a guard, a pipe or a hook.',
};
const neverImported = [
  { regex: '^@minh-bach/testing(/|$)', message: 'Only specs may import it.' },
  { regex: '^(node:)?process$', message: 'Use the global.' },
];

const only = (sourceTag, onlyDependOnLibsWithTags) => ({ sourceTag, onlyDependOnLibsWithTags });

export default defineConfig(
  globalIgnores(['**/dist/', '.nx/']),
  tseslint.configs.recommended,
  {
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          banTransitiveDependencies: true,
          depConstraints: [
            only('type:app', ['type:lib']),
            only('type:workspace', ['type:lib']),
            ...contexts.map((name) => only(`context:${name}`, [`context:${name}`, ...below])),
            only('layer:services', ['type:lib']),
            only('layer:platform', [...below, 'layer:gateway']),
            only('layer:gateway', [...underPlatform, 'layer:gateway']),
            only('layer:http', underHttp),
            only('layer:testing', below),
            only('layer:adapter', ['layer:adapter', 'layer:pure', 'layer:testing']),
            {
              ...only('layer:pure', ['layer:pure', 'layer:testing']),
              bannedExternalImports: infrastructure,
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'apps/console/tsconfig.json'].filter((file) => existsSync(file)),
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_+$', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    // The acceptance harness and what lies in `specs/` are there for specs alone.
    ignores: ['**/*.spec.ts', '**/src/specs/**', 'apps/acceptance/**'],
    rules: {
      'no-restricted-imports': ['error', { paths: [noMiddleware], patterns: neverImported }],
    },
  },
  { rules: { 'no-restricted-syntax': ['error', ...htmlFromStrings] } },
  {
    files: ['**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...htmlFromStrings, ...databaseClock, unboundedWrite],
    },
  },
  {
    files: ['libs/*/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.fixture.ts', '**/src/specs/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...htmlFromStrings,
        ...databaseClock,
        unboundedWrite,
        personAlone,
      ],
    },
  },
  {
    files: ['**/*.spec.{ts,tsx,mjs}'],
    plugins: { 'minh-bach': { rules: { 'day-without-clock': dayWithoutClock } } },
    rules: { 'minh-bach/day-without-clock': 'error' },
  },
  {
    ignores: ['**/config.{ts,mjs}'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config.ts reads the environment.' },
      ],
    },
  },
  {
    // What a service knows stands below what makes it run: docs/adr/0036.
    files: ['libs/platform/src/{commands,organisation,matters,history,rows}/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [noMiddleware],
          patterns: [
            ...neverImported,
            {
              regex: '^\\.\\./(service|operations|use-case|pages|alarms)/',
              message: 'What a service knows imports nothing of what makes it run.',
            },
          ],
        },
      ],
    },
  },
  // ESLint replaces a rule's options, it does not merge them: here this list is the whole rule.
  // Directly in domain/ no `..` at all; one folder deeper or more, a single leading `../`.
  ...[
    { depth: '*.ts', relative: '\\./(?!.*\\.\\./)' },
    { depth: '*/**/*.ts', relative: '\\.\\.?/(?!.*\\.\\./)' },
  ].map(({ depth, relative }) => ({
    files: [`libs/{${contexts}}/src/domain/${depth}`],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        'ImportExpression',
        untypedRefusal,
        personAlone,
        ...htmlFromStrings,
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(?!${relative}|@minh-bach/(kernel|contracts|rules)$)`,
              message: 'A domain imports only itself, kernel, contracts and rules.',
            },
          ],
        },
      ],
    },
  })),
);
