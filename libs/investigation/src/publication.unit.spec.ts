import { INTEGRATION_EVENTS, INVESTIGATION_TOPIC } from '@minh-bach/contracts';
import { publicationOf, registryOf } from '@minh-bach/platform';
import { describePublication, play, recorded } from '@minh-bach/testing';
import { caseDecider } from './domain/case.decider.ts';
import {
  CASE,
  LONG_AFTER,
  binh,
  noteLate,
  noteReceipt,
  settleDay,
  story,
} from './investigation.fixture.ts';
import { investigationService } from './investigation.service.ts';

/** Its day of issue waited for a second person. */
const settled = [noteLate, settleDay('2026-11-25')].map((command) => ({ command, actor: binh }));
const corrected = { command: noteReceipt('2026-11-17'), actor: binh };

describePublication({
  registry: registryOf(investigationService),
  translate: publicationOf(investigationService)!.translate,
  contracts: INTEGRATION_EVENTS[INVESTIGATION_TOPIC],
  events: recorded(
    `investigation.case-${CASE}`,
    play(
      caseDecider,
      [...story.slice(0, -1), ...settled, corrected].map((move) => ({ ...move, now: LONG_AFTER })),
    ).flatMap(({ events }) => events),
    { actor: binh, now: LONG_AFTER },
  ),
});
