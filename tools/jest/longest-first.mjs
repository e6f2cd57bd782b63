import { statSync } from 'node:fs';

/** What drives a whole product, or the brokers and servers of its own, takes longest. */
const SLOW = [/apps\/acceptance\//, /\.e2e\.spec\./, /apps\/.*\.int\.spec\./, /\.int\.spec\./];

const rank = ({ path }) => {
  const at = SLOW.findIndex((kind) => kind.test(path));
  return at < 0 ? SLOW.length : at;
};

/**
 * The order of spec files: Jest's own knows only how long each took on this machine before, so in a
 * fresh clone a long one may begin last, and all but one worker wait for it.
 */
export default class LongestFirst {
  sort(tests) {
    const sized = tests.map((test) => ({ test, rank: rank(test), size: statSync(test.path).size }));
    sized.sort((one, other) => one.rank - other.rank || other.size - one.size);
    return sized.map(({ test }) => test);
  }

  cacheResults() {}
}
