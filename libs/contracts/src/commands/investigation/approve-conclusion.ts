import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { ordinal } from '../fields.ts';
import { judges, mayJudge, proposedDraft } from './of-case.ts';

/** Of the draft that was read. */
export const approveConclusion = defineCommand({
  name: 'approve-conclusion',
  route: 'investigation/cases/:number/approval',
  action: 'case.approve',
  summary: words('Phê duyệt kết luận', 'Approves the conclusion'),
  ifMatch: true,
  refusals: [
    'NOTHING_PROPOSED',
    'DRAFT_CHANGED',
    'PROPOSER_NAMED',
    'FOUR_EYES',
    'FOUR_EYES_ABOVE',
    'FOUR_EYES_NOBODY',
    'ALREADY_CONCLUDED',
  ],
  body: { version: ordinal(words('Phiên bản', 'Version')) },
  forms: [
    {
      id: 'approve',
      title: words('Phê duyệt', 'Approve'),
      reaches: judges,
      offered: mayJudge,
      asks: () => [],
      sends: draftRead,
      deliberate: true,
    },
  ],
});

export function draftRead(matter: Parameters<typeof proposedDraft>[0]): { version?: number } {
  const version = proposedDraft(matter)?.version;
  return version === undefined ? {} : { version };
}
