import { writeFileSync } from 'node:fs';
import { environment } from '../config.mjs';

/** Tells `tools/test/test.mjs` how the run ended. */
export default class ResultReporter {
  onRunComplete(_contexts, results) {
    if (!environment.MB_TEST_RESULT) return;
    const counts = {
      passed: results.numPassedTests,
      failed: results.numFailedTests,
      broken: results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    writeFileSync(environment.MB_TEST_RESULT, JSON.stringify(counts));
  }
}
