import { findJurisdiction, jurisdictionFacts } from '@minh-bach/rules';
import { answerFacts } from '../facts.ts';

const usage = {
  vi: '--facts TỆP [--json]: ai có thẩm quyền, theo ngày và theo luật nào',
  en: '--facts FILE [--json]: who is competent, on that date and by which law',
};

const run = (args: string[]): Promise<number> =>
  answerFacts(
    args,
    `mb jurisdiction ${usage.vi}\nmb jurisdiction ${usage.en}`,
    jurisdictionFacts,
    findJurisdiction,
    ({ level, title, titleEn, source }) => `${level}: ${title}\n${titleEn}\n${source}`,
  );

export default { usage, run };
