import type { MatterLine, MatterLines } from '@minh-bach/platform';
import { Any } from 'typeorm';
import { STATE_WORDS } from '../domain/words.ts';
import { CaseRow } from './case-row.entity.ts';

/** How cases stand, for the superior who was told that they are late. */
export const caseLines: MatterLines = {
  action: 'case.worklist',
  prefix: 'investigation.case-',
  async linesOf({ lists }, numbers) {
    const rows = lists.dataSource.getRepository(CaseRow);
    const found = await rows.findBy({ number: Any([...numbers]) });
    return new Map(found.map((row) => [row.number, lineOf(row)]));
  },
};

const lineOf = (row: CaseRow): MatterLine => ({
  unit: row.unit,
  kind: row.kind,
  gist: row.gist,
  stateText: STATE_WORDS[row.state],
  holder: holderOf(row),
  urgedOn: row.shown.urgedOn,
  reportedOn: row.reportedOn,
});

/** The head assigns, approves, and issues what is concluded; between, a verifier has it. */
function holderOf({ state, assignee }: CaseRow): MatterLine['holder'] {
  switch (state) {
    case 'received':
    case 'proposed':
    case 'approved':
      return { role: 'head' };
    case 'assigned':
      return { role: 'verifier', person: assignee };
    case 'decided':
      return null;
  }
}
