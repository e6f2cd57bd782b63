import { describe } from '@jest/globals';
import { DIRECTORY_TOPIC, INTEGRATION_EVENTS, recordEntrySchema } from '@minh-bach/contracts';
import { system } from '@minh-bach/kernel';
import { publicationOf } from '@minh-bach/platform';
import { itTellsOnlyWhatFits, play, recorded } from '@minh-bach/testing';
import { directoryService } from './directory.service.ts';
import { entryDecider } from './domain/entry.decider.ts';

const by = { actor: system('test'), now: '2026-11-20T02:00:00.000Z' };

describe('what the directory tells', () => {
  itTellsOnlyWhatFits('POST /directory/entries', {
    schema: recordEntrySchema,
    translate: publicationOf(directoryService)!.translate,
    contracts: INTEGRATION_EVENTS[DIRECTORY_TOPIC],
    decide(entry) {
      const moves = [{ command: { type: 'RecordEntry', entry } as const, ...by }];
      const events = play(entryDecider, moves).flatMap((move) => move.events);
      return recorded(`directory.${entry.kind}-${entry.id}`, events, by);
    },
  });
});
