import { expect, it } from '@jest/globals';
import { nodeIsNewEnough } from './node-version.mjs';

it.each(['18.20.4', '20.18.3', '8.17.0'])('Node %s is too old, said in one line', (version) => {
  const said = [];
  expect(nodeIsNewEnough(version, (line) => said.push(line))).toBe(false);
  expect(said).toEqual([expect.stringMatching(/^Cần Node.* \/ Node\.js 20\.19 or newer.*$/)]);
});

it.each(['20.19.0', '20.20.2', '22.0.0', '26.10.0'])('Node %s will do', (version) => {
  expect(nodeIsNewEnough(version, console.error)).toBe(true);
});
