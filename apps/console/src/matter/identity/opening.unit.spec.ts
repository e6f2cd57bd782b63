import { describe, expect, it } from '@jest/globals';
import { POLICY, ROLES } from '@minh-bach/contracts';
import type { IntakeMatter, Role } from '../../api/types.ts';
import { openingFor } from './opening.ts';

const petition = (state: IntakeMatter['state']) => ({
  state,
  isDenunciation: false,
  unit: { id: 'HQ-SM', name: { vi: 'a', en: 'a' } },
});
const post = (role: Role, unit = 'HQ-SM') => ({ unit, roles: [role] });

describe('an identity', () => {
  it('is offered to the roles of the policy table', () => {
    const offered = (role: Role) => openingFor(petition('concluded'), post(role)) !== undefined;
    const roles: readonly Role[] = POLICY['petition.disclose-identity'].roles;
    for (const role of ['receiver', 'classifier', 'head', 'clerk', 'verifier', 'auditor'] as const)
      expect([role, offered(role)]).toEqual([role, roles.includes(role)]);
  });

  it('is offered to a clerk to send the answer, while there is one to send, and without the scan', () => {
    const clerk = (state: IntakeMatter['state']) => openingFor(petition(state), post('clerk'));
    expect(clerk('decision_issued')).toEqual({
      door: 'petitions',
      purposes: ['prepare-decision'],
      original: false,
    });
    expect(clerk('under_verification')).toBeUndefined();
    expect(clerk('closed')).toBeUndefined();
  });

  it('T27: of a denunciation is offered to those who are appointed to it, and by no other role', () => {
    const denunciation = { ...petition('concluded'), isDenunciation: true };
    for (const role of ROLES)
      for (const unit of ['HQ-SM', 'KV-MH'])
        expect([role, openingFor(denunciation, post(role, unit))?.door]).toEqual([
          role,
          role === 'denunciation-officer' ? 'denunciations' : undefined,
        ]);
  });

  it('is not offered outside of its unit', () => {
    expect(openingFor(petition('received'), post('head', 'HQ-DG'))).toBeUndefined();
    expect(openingFor(petition('received'), undefined)).toBeUndefined();
  });
});
