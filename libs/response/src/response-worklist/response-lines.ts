import type { MatterLine, MatterLines } from '@minh-bach/platform';
import { Any } from 'typeorm';
import type { Requested } from '../domain/case.decider.ts';
import { STATE_WORDS } from '../domain/words.ts';
import { ResponseRow } from './response-row.entity.ts';

/** How decisions stand, for the superior who was told that they are late. */
export const responseLines: MatterLines = {
  action: 'response.worklist',
  prefix: 'response.case-',
  async linesOf({ lists }, numbers) {
    const rows = lists.dataSource.getRepository(ResponseRow);
    const found = await rows.findBy({ number: Any([...numbers]) });
    return new Map(found.map((row) => [row.number, lineOf(row)]));
  },
};

const lineOf = ({ unit, kind, gist, state, shown, reportedOn }: ResponseRow): MatterLine => ({
  unit,
  kind,
  gist,
  stateText: STATE_WORDS[state],
  holder: HOLDERS[state],
  urgedOn: shown.urgedOn,
  reportedOn,
});

const HOLDERS: Readonly<Record<Requested['is'], MatterLine['holder']>> = {
  requested: { role: 'head' },
  issued: { role: 'clerk' },
  sent: { role: 'clerk' },
  delivered: { role: 'clerk' },
  closed: null,
};
