import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification, play } from '@minh-bach/testing';
import fc from 'fast-check';
import {
  REGISTERED_AT,
  confirmDay,
  cuc,
  declineDay,
  dung,
  progress,
  proposeDay,
  register,
} from '../intake.fixture.ts';
import { petitionDecider, type PetitionCommand } from './petition.decider.ts';

const petition = DeciderSpecification.for(petitionDecider, { actor: dung, now: REGISTERED_AT });
const registered = petition.after(register());
const proposed = petition.after(register(), proposeDay());
const second = { actor: cuc };

describe('correcting the receipt date', () => {
  it('changes nothing before a second person confirms', () => {
    registered.when(proposeDay()).then({
      type: 'ReceiptCorrectionProposed',
      data: { was: '2026-11-18', proposed: { receivedOn: '2026-11-17', proof: 'postmark' } },
    });
    expect(proposed.state).toMatchObject({ receivedOn: '2026-11-18' });
  });

  it('keeps both days, the proof and who proposed', () => {
    proposed.when(confirmDay, second).then({
      type: 'ReceiptDateCorrected',
      data: {
        was: '2026-11-18',
        receivedOn: '2026-11-17',
        proof: 'postmark',
        proposedBy: 'dung',
        note: null,
      },
    });
  });

  it('corrects how it came, where that was wrong, too', () => {
    registered
      .when(proposeDay('2026-11-17', { channel: 'in_person' }))
      .then({ type: 'ReceiptCorrectionProposed', data: { proposed: { channel: 'in_person' } } });
  });

  it('is never confirmed by the proposer, nor by the head for whom that one acts', () => {
    proposed.when(confirmDay).thenRefused('ANOTHER_PERSON_CONFIRMS');
    const head = { actor: { ...cuc, role: 'head', deputyFor: 'dung' } as const };
    proposed.when(confirmDay, head).thenRefused('ANOTHER_PERSON_CONFIRMS');
  });

  it.each([
    ['the same day', '2026-11-18', 'RECEIPT_DATE_SAME'],
    ['a day after the registration', '2026-11-21', 'RECEIVED_AFTER_REGISTRATION'],
    ['a day before the date on the paper', '2026-11-15', 'DATED_AFTER_RECEIPT'],
  ])('refuses %s', (_, day, code) => {
    registered.when(proposeDay(day)).thenRefused(code);
  });

  it('refuses a day long before the registration', () => {
    petition
      .after(register({ datedOn: null }))
      .when(proposeDay('2025-11-19'))
      .thenRefused('RECEIVED_LONG_BEFORE_REGISTRATION', { days: 365 });
  });

  it('refuses a day before the letter that forwarded it', () => {
    const forwardedBy = { kind: 'press', name: 'Báo', letter: null, sentOn: '2026-11-18' } as const;
    petition
      .after(register({ forwardedBy }))
      .when(proposeDay())
      .thenRefused('DATED_AFTER_RECEIPT', { field: '/receivedOn' });
  });

  it('waits one at a time; who declined it or took it back makes room', () => {
    proposed.when(proposeDay('2026-11-16')).thenRefused('CORRECTION_PENDING');
    for (const actor of [cuc, dung])
      proposed.when(declineDay, { actor }).then({
        type: 'ReceiptCorrectionDeclined',
        data: { proposed: { receivedOn: '2026-11-17' } },
      });
    registered.when(declineDay, second).thenRefused('NO_CORRECTION_PENDING');
    registered.when(confirmDay, second).thenRefused('NO_CORRECTION_PENDING');
  });

  it('is as possible once the matter has ended: no law closes the record to what is true', () => {
    petition
      .after(register(), progress('closed', '2026-12-23T02:00:00.000Z'))
      .when(proposeDay())
      .then({ type: 'ReceiptCorrectionProposed' });
  });

  it('is proposed five times a day by one person', () => {
    const round = [proposeDay(), declineDay];
    const asked = [register(), ...Array.from({ length: 5 }, () => round).flat(), proposeDay()];
    const moves = asked.map((command) => ({ command, actor: dung, now: REGISTERED_AT }));
    expect(play(petitionDecider, moves).at(-1)?.refusal).toBe('TOO_OFTEN_TODAY');
  });
});

const day = fc.integer({ min: 1, max: 20 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);
const command = fc.oneof(
  day.map((on): PetitionCommand => proposeDay(on)),
  fc.constantFrom<PetitionCommand>(
    confirmDay,
    declineDay,
    progress('accepted', '2026-11-23T02:00:00.000Z'),
  ),
);
const moves = fc.array(
  fc.record({ command, actor: fc.constantFrom(dung, cuc), now: fc.constant(REGISTERED_AT) }),
  { maxLength: 30 },
);

describe('corrections, in whatever order', () => {
  it('always take two persons, and each says the day that stood before', () => {
    fc.assert(
      fc.property(moves, (asked) => {
        const first = { command: register(), actor: dung, now: REGISTERED_AT };
        let receivedOn = '2026-11-18';
        for (const { events, actor, after } of play(petitionDecider, [first, ...asked])) {
          for (const event of events) {
            if (event.type !== 'ReceiptDateCorrected') continue;
            expect(event.data.was).toBe(receivedOn);
            expect(event.data.proposedBy).not.toBe(actor.person);
            receivedOn = event.data.receivedOn;
          }
          expect(after).toMatchObject({ receivedOn });
        }
      }),
    );
  });

  it('keep the earliest day that was ever said, by which people are kept out', () => {
    fc.assert(
      fc.property(moves, (asked) => {
        const first = { command: register(), actor: dung, now: REGISTERED_AT };
        const played = play(petitionDecider, [first, ...asked]);
        const days = played
          .flatMap(({ events }) => events)
          .flatMap((event) =>
            event.type === 'ReceiptDateCorrected' ? [event.data.receivedOn] : [],
          );
        const [earliest] = ['2026-11-18', ...days].sort();
        expect(played.at(-1)?.after).toMatchObject({ keptSince: earliest });
      }),
    );
  });
});
