import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';
import { compress } from './compress.ts';

type Output = NonNullable<NonNullable<UserConfig['build']>['rolldownOptions']>['output'];
type Splitting = Exclude<Output, readonly unknown[] | undefined>['codeSplitting'];
export type Groups = Exclude<Splitting, boolean | undefined>['groups'] & {};

/** What both bundles have in common. */
export function bundle(own: Plugin[], input: readonly string[], groups: Groups): UserConfig {
  const root = join(import.meta.dirname, '..');
  return {
    root,
    plugins: [react(), own, compress()],
    resolve: { conditions: ['@minh-bach/source', 'module', 'browser', 'development|production'] },
    build: {
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // One request is sooner there than ten, on the few connections that a browser opens.
      cssCodeSplit: false,
      rolldownOptions: {
        input: input.map((file) => join(root, file)),
        output: { codeSplitting: { groups } },
      },
    },
  };
}
