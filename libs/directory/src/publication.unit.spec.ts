import { DIRECTORY_TOPIC, INTEGRATION_EVENTS } from '@minh-bach/contracts';
import { system } from '@minh-bach/kernel';
import { publicationOf, registryOf } from '@minh-bach/platform';
import { describePublication, play, recorded } from '@minh-bach/testing';
import { changes } from './directory.fixture.ts';
import { directoryService } from './directory.service.ts';
import { entryDecider } from './domain/entry.decider.ts';

const by = { actor: system('test'), now: '2026-11-20T02:00:00.000Z' };

describePublication({
  registry: registryOf(directoryService),
  translate: publicationOf(directoryService)!.translate,
  contracts: INTEGRATION_EVENTS[DIRECTORY_TOPIC],
  events: changes.flatMap(([, entry]) => {
    const played = play(entryDecider, [{ command: { type: 'RecordEntry', entry }, ...by }]);
    const events = played.flatMap((move) => move.events);
    return recorded(`directory.${entry.kind}-${entry.id}`, events, by);
  }),
});
