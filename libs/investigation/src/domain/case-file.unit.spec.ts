import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import {
  OPENED_AT,
  approve,
  assign,
  binh,
  evidence,
  explanation,
  hung,
  lan,
  propose,
  receive,
} from '../investigation.fixture.ts';
import type { FileToRecord } from './case-file.ts';
import type { WithdrawItem } from './case.commands.ts';
import { caseDecider } from './case.decider.ts';

const aCase = DeciderSpecification.for(caseDecider, { actor: hung, now: OPENED_AT });
const assigned = aCase.after(
  { command: receive(), actor: binh },
  { command: assign('hung'), actor: binh },
);
const file = (id: string, pages?: number): FileToRecord => ({
  ...{ id, type: 'application/pdf', size: 9, sha256: 'f'.repeat(64) },
  ...(pages === undefined ? {} : { pages }),
  ...{ key: 'k', contentSha256: 'c'.repeat(64) },
});
const withdraw = (item: number): WithdrawItem => ({
  type: 'WithdrawItem',
  item,
  reason: 'Ghi nhầm hồ sơ',
});
const paper = { ...evidence(), pages: 2 };
const three = { ...explanation(), files: [file('a', 3), file('b', 1)] };
const words = evidence();

describe('bút lục', () => {
  it('a file of n pages takes the next n numbers, a paper as many as the officer says', () => {
    const { events } = assigned
      .and(paper)
      .and(words)
      .and(three)
      .and({ ...evidence(), files: [file('c', 2)] }).history;
    expect(events.slice(2)).toMatchObject([
      { data: { folio: { from: 1, to: 2 } } },
      { type: 'EvidenceRecorded' },
      {
        data: {
          files: [
            { id: 'a', folio: { from: 3, to: 5 } },
            { id: 'b', folio: { from: 6, to: 6 } },
          ],
        },
      },
      { data: { files: [{ id: 'c', folio: { from: 7, to: 8 } }] } },
    ]);
    expect(events[3]!.data).not.toHaveProperty('folio');
  });

  it('are asked for where a file does not tell its pages, and only there', () => {
    const silent = { ...evidence(), files: [file('a'), file('b', 2)] };
    assigned.when(silent).thenRefused('PAGES_NEEDED');
    assigned.when({ ...silent, pages: 4 }).then({
      type: 'EvidenceRecorded',
      data: {
        files: [{ folio: { from: 1, to: 4 } }, { folio: { from: 5, to: 6 } }],
      },
    });
    assigned
      .when({ ...evidence(), files: [file('a'), file('b')], pages: 4 })
      .thenRefused('PAGES_NEEDED');
    assigned.when({ ...three, pages: 4 }).thenRefused('PAGES_BY_FILES');
  });

  it('of a file that claims more pages than a case has are not used up', () => {
    assigned.when({ ...evidence(), files: [file('a', 999_999)] }).thenRefused('PAGES_TOO_MANY');
  });

  it('stay with what is withdrawn, and are given to nothing else', () => {
    const out = assigned.and(paper).and(three).and(withdraw(2));
    expect(out.history.events.at(-1)).toMatchObject({
      type: 'ItemWithdrawn',
      data: { item: 2, folio: { from: 3, to: 6 } },
    });
    out.when({ ...evidence(), pages: 1 }).then({
      type: 'EvidenceRecorded',
      data: { folio: { from: 7, to: 7 } },
    });
    out.when(withdraw(2)).thenRefused('ITEM_WITHDRAWN');
    out.when(withdraw(3)).thenRefused('ITEM_UNKNOWN');
  });

  it('are withdrawn by the assignee, until the conclusion is approved', () => {
    const out = assigned.and(paper);
    for (const actor of [lan, binh])
      out.when(withdraw(1), { actor }).thenRefused('NOT_THE_ASSIGNEE');
    out
      .and(propose())
      .when(withdraw(1))
      .then({ type: 'ItemWithdrawn', data: { draft: 1 } });
    out
      .and(propose())
      .and({ command: approve(), actor: binh })
      .when(withdraw(1))
      .thenRefused('ALREADY_CONCLUDED');
  });
});
