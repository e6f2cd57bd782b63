import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { ordinal, text } from '../fields.ts';
import { approveConclusion, draftRead } from './approve-conclusion.ts';
import { judges, mayJudge } from './of-case.ts';

export const returnConclusion = defineCommand({
  name: 'return-conclusion',
  route: 'investigation/cases/:number/return',
  action: 'case.return',
  summary: words('Trả lại để hoàn thiện', 'Returns the draft for revision'),
  ifMatch: true,
  refusals: approveConclusion.refusals,
  body: {
    version: ordinal(words('Phiên bản', 'Version')),
    note: text(5000, words('Cần hoàn thiện điểm nào', 'What has to be completed')),
  },
  forms: [
    {
      id: 'return',
      title: words('Trả lại để hoàn thiện', 'Return for revision'),
      reaches: judges,
      offered: mayJudge,
      asks: () => ['note'],
      sends: draftRead,
    },
  ],
});
