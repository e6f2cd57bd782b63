import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { environment } from '../config.mjs';
import { root } from '../setup/root.mjs';

/** Tells `tools/test/test.mjs` how the run ended, file by file. */
export default class ResultReporter {
  onRunComplete(_contexts, results) {
    if (!environment.MB_TEST_RESULT) return;
    const files = results.testResults.map((result) => ({
      file: relative(root, result.testFilePath),
      ms: result.perfStats.runtime,
      passed: result.numPassingTests,
      failed: result.numFailingTests,
      broken: result.testExecError ? 1 : 0,
      skipped: result.numPendingTests + result.numTodoTests,
    }));
    writeFileSync(environment.MB_TEST_RESULT, JSON.stringify(files));
  }
}
