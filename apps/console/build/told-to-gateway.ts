import type { Plugin } from 'vite';

/** Writes what the gateway asks of the build into a file whose dot keeps it from being served. */
export const toldToGateway = (fileName: `.${string}.json`, told: unknown): Plugin => ({
  name: 'minh-bach-told-to-gateway',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName, source: JSON.stringify(told) });
  },
});
