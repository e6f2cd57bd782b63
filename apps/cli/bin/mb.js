#!/usr/bin/env node
// In a checkout this runs the sources; in an image, where there is no src/, it runs dist/.
import { existsSync } from 'node:fs';

const at = (path) => new URL(path, import.meta.url);
const fromSource = existsSync(at('../src/main.ts'));

if (fromSource) await import(at('../../../swc-source.mjs'));
await import(at(fromSource ? '../src/main.ts' : '../dist/main.js'));
