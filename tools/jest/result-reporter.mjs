import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { environment } from '../config.mjs';
import { root } from '../setup/root.mjs';

/** Tells `tools/test/test.mjs` how the run ended. */
export default class ResultReporter {
  onRunComplete(_contexts, results) {
    if (!environment.MB_TEST_RESULT) return;
    const told = {
      passed: results.numPassedTests,
      failed: results.numFailedTests,
      broken: results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
      files: results.testResults.map(({ testFilePath, perfStats }) => ({
        file: relative(root, testFilePath),
        ms: perfStats.runtime,
      })),
    };
    writeFileSync(environment.MB_TEST_RESULT, JSON.stringify(told));
  }
}
