// Builds the console into a folder, serves it over the fake API, and says where.
import { build, preview } from 'vite';

const [outDir] = process.argv.slice(2);
const configFile = new URL('../vite.config.ts', import.meta.url).pathname;
const quiet = { configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } };

await build(quiet);
const server = await preview({ ...quiet, preview: { host: '127.0.0.1', port: 0 } });
console.log(server.resolvedUrls.local[0].replace(/\/$/, ''));
