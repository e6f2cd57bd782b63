import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Text in the colour of its ground is to axe something to be looked at, not something wrong. */
const SAME_COLOUR =
  "({ nodes }) => nodes.some(({ any }) => any.some(({ data }) => data?.messageKey === 'equalRatio'))";

interface Violation {
  readonly id: string;
  readonly nodes: readonly {
    readonly target: readonly unknown[];
    readonly failureSummary?: string;
  }[];
}

/** What axe finds wrong on a page, as lines. Evaluated, not added as a script: the policy forbids those. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const found = await page.evaluate(
    // Of the page's global scope.
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations, incomplete }) => [...violations, ...incomplete.filter(${SAME_COLOUR})])`,
  );
  return (found as Violation[]).flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}
