// `npm test`. Only this file and node-version.mjs are read by a Node that is too old.
import { nodeIsNewEnough } from './node-version.mjs';

if (nodeIsNewEnough(process.versions.node, console.error)) {
  import('./test/test.mjs').then((module) => module.test(process.argv.slice(2)));
} else {
  process.exitCode = 1;
}
