import type { Actor } from '@minh-bach/kernel';
import { describe, it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import type { IdentityDisclosed } from '@minh-bach/vault';
import { REGISTERED_AT, dung } from '../intake.fixture.ts';
import { disclosureDecider } from './disclosure.decider.ts';

const opening: IdentityDisclosed = {
  type: 'IdentityDisclosed',
  data: {
    matter: 'D26-48301725-4',
    purpose: 'verify-identity',
    fields: [{ eventId: 'an event', path: '/sender' }],
  },
};
const petition = DeciderSpecification.for(disclosureDecider, { actor: dung, now: REGISTERED_AT });
const TOMORROW = new Date(Date.parse(REGISTERED_AT) + 24 * 60 * 60_000).toISOString();
const giang: Actor = { person: 'giang', role: 'classifier', unit: 'HQ-SM' };

describe('T2: one person who opens the same identity again and again', () => {
  const opened = petition.after(...Array.from({ length: 20 }, () => opening));

  it('opens it twenty times a day, and again the next day', () => {
    opened.when(opening).thenRefused('TOO_OFTEN_TODAY', { atMost: 20 });
    opened.when(opening, { now: TOMORROW }).then(opening);
  });

  it('is counted by person, whatever post they act in, and keeps nobody else from it', () => {
    opened
      .when(opening, { actor: { ...dung, role: 'head', deputyFor: 'binh' } })
      .thenRefused('TOO_OFTEN_TODAY', { atMost: 20 });
    opened.when(opening, { actor: giang }).then(opening);
  });
});
