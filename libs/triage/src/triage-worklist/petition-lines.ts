import type { MatterLine, MatterLines } from '@minh-bach/platform';
import { Any } from 'typeorm';
import { AWAITING_WORDS, NOBODY_WORDS, STATE_WORDS } from '../domain/words.ts';
import { PetitionRow } from './petition-row.entity.ts';

/** How petitions stand, for the superior who was told that they are late. */
export const petitionLines: MatterLines = {
  action: 'triage.worklist',
  prefix: 'triage.petition-',
  async linesOf({ lists }, numbers) {
    const rows = lists.dataSource.getRepository(PetitionRow);
    const found = await rows.findBy({ petition: Any([...numbers]) });
    return new Map(found.map((row) => [row.petition, lineOf(row)]));
  },
};

function lineOf(row: PetitionRow): MatterLine {
  const { unit, kind, gist, open, nobodyHandles, handledAbove, awaitsConfirmation, state } = row;
  const waiting = awaitsConfirmation ? AWAITING_WORDS : STATE_WORDS[state];
  return {
    unit,
    kind,
    gist,
    stateText: open && nobodyHandles ? NOBODY_WORDS : waiting,
    holder: open && !nobodyHandles ? { role: 'classifier', unit: handledAbove } : null,
    urgedOn: row.shown.urgedOn,
    reportedOn: row.reportedOn,
  };
}
