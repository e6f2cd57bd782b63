import { PETITION_KINDS, TRIAGE_TOPIC } from '@minh-bach/contracts';
import { canonicalBytes } from '@minh-bach/kernel';
import { sharedSecret } from '@minh-bach/messaging';
import { publicationOf } from '@minh-bach/platform';
import { play, recorded } from '@minh-bach/testing';
import { describe, expect, it } from '@jest/globals';
import {
  LONG_AFTER,
  PETITION,
  actorFor,
  classify,
  giang,
  stories,
  take,
} from '../triage.fixture.ts';
import { triageService } from '../triage.service.ts';
import { petitionDecider, type PetitionCommand } from './petition.decider.ts';

const topic = TRIAGE_TOPIC;
const stream = `triage.petition-${PETITION}`;
const { seal } = sharedSecret(Buffer.alloc(32, 1));
const ID = '0198c7d0-1111-7000-8000-000000000001';

/** What an operator of Kafka sees of a petition that goes this way. */
function lengths(commands: readonly PetitionCommand[]): number[] {
  const moves = commands.map((command) => ({ command, actor: actorFor(command), now: LONG_AFTER }));
  const events = play(petitionDecider, moves).flatMap((move) => move.events);
  return recorded(stream, events, { actor: giang, now: LONG_AFTER }).flatMap((event) => {
    const told = publicationOf(triageService)!.translate(event);
    if (!told) return [];
    const ids = { id: ID, correlationId: ID, causationId: ID, traceparent: `00-${ID}${ID}-01` };
    const source = { stream, revision: 1, previous: 0 };
    const message = { ...ids, type: told.type, data: told.data, source, occurredAt: LONG_AFTER };
    return [seal(topic, canonicalBytes(message)).length];
  });
}

/** The longest that a desk lets in: three bytes a letter. */
const gist = '\u1ed9'.repeat(200);
const ways = [
  ...PETITION_KINDS.flatMap((declaredKind) => [
    [take({ declaredKind, gist: null, respondentUnit: null })],
    [take({ declaredKind, gist: declaredKind === 'denunciation' ? null : gist })],
  ]),
  ...PETITION_KINDS.map((kind) => [take(), classify(kind, gist)]),
  ...stories,
];

describe('T9: what is a denunciation does not show by the length of its messages', () => {
  it('all that triage tells has one length, whatever the kind', () => {
    const told = ways.flatMap(lengths);
    expect(told.length).toBeGreaterThan(20);
    expect([...new Set(told)]).toHaveLength(1);
  });
});
