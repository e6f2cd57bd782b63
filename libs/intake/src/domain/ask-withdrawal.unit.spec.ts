import { PUBLIC } from '@minh-bach/kernel';
import { DeciderSpecification } from '@minh-bach/testing';
import { describe, it } from '@jest/globals';
import {
  PETITION,
  REGISTERED_AT,
  denunciation,
  dung,
  progress,
  register,
} from '../intake.fixture.ts';
import type { AskWithdrawal } from './ask-withdrawal.ts';
import { petitionDecider } from './petition.decider.ts';

const at = '2026-12-01T02:00:00.000Z';
const petition = DeciderSpecification.for(petitionDecider, { actor: dung, now: REGISTERED_AT });
const asking: AskWithdrawal = {
  ...{ type: 'AskWithdrawal', petition: PETITION, isWhole: true, words: null },
};
const sender = { actor: PUBLIC };

describe('its sender asks to withdraw the complaint', () => {
  it('until it is decided, and then no more', () => {
    for (const state of ['classified', 'under_verification', 'concluded'] as const)
      petition
        .after(register(), progress(state, at))
        .when(asking, sender)
        .then({ type: 'WithdrawalAsked', data: { petition: PETITION, isWhole: true } });
    for (const state of ['decision_issued', 'transferred', 'filed', 'closed'] as const)
      petition
        .after(register(), progress(state, at))
        .when(asking, sender)
        .thenRefused('WITHDRAWAL_NOT_OPEN');
  });

  it('once', () => {
    petition
      .after(register(), asking)
      .when({ ...asking, isWhole: false }, sender)
      .thenRefused('WITHDRAWAL_NOT_OPEN');
  });

  it('of no denunciation, which its own form withdraws, and of nothing that is no complaint', () => {
    for (const command of [denunciation, register({ declaredKind: 'feedback' })])
      petition.after(command).when(asking, sender).thenRefused('WITHDRAWAL_NOT_OPEN');
  });
});
