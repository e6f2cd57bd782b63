// `npm start`. Only this file and node-version.mjs are read by a Node that is too old.
import { nodeIsNewEnough } from './node-version.mjs';

if (nodeIsNewEnough(process.versions.node, console.error)) {
  import('./start/start.mjs').then((module) => module.start(process.argv.slice(2)));
} else {
  process.exitCode = 1;
}
