import { describe, expect, it } from '@jest/globals';
import { DISCLOSURE_PURPOSES, POLICY } from '@minh-bach/contracts';
import type { IntakeMatter, Role } from '../../api/types.ts';
import { openingFor, PURPOSES } from './opening.ts';

const petition = (state: IntakeMatter['state']) => ({
  state,
  unit: { id: 'HQ-SM', name: { vi: 'a', en: 'a' } },
});
const post = (role: Role, unit = 'HQ-SM') => ({ unit, roles: [role] });

describe('an identity', () => {
  it('is offered to the roles of the policy table, for the purposes that there are', () => {
    expect(PURPOSES).toEqual(DISCLOSURE_PURPOSES);
    const offered = (role: Role) => openingFor(petition('concluded'), post(role)) !== undefined;
    const roles: readonly Role[] = POLICY['petition.disclose-identity'].roles;
    for (const role of ['receiver', 'classifier', 'head', 'clerk', 'verifier', 'auditor'] as const)
      expect([role, offered(role)]).toEqual([role, roles.includes(role)]);
  });

  it('is offered to a clerk to send the answer, while there is one to send, and without the scan', () => {
    const clerk = (state: IntakeMatter['state']) => openingFor(petition(state), post('clerk'));
    expect(clerk('decision_issued')).toEqual({ purposes: ['prepare-decision'], original: false });
    expect(clerk('under_verification')).toBeUndefined();
    expect(clerk('closed')).toBeUndefined();
  });

  it('is not offered outside of its unit', () => {
    expect(openingFor(petition('received'), post('head', 'HQ-DG'))).toBeUndefined();
    expect(openingFor(petition('received'), undefined)).toBeUndefined();
  });
});
