import { describe, expect, it } from '@jest/globals';
import { POLICY, dutiesInConflict, reaches } from './policy.ts';
import { ROLES } from './roles.ts';

const above = ['KV-01', 'CHQ'];

describe('an action', () => {
  it('reaches no matter of another branch', () => {
    expect(reaches('case.read', 'KV-02', 'CK-01', above)).toBe(false);
  });
  it('that is of the own unit only reaches none below', () => {
    expect(reaches('case.assign', 'KV-01', 'CK-01', above)).toBe(false);
    expect(reaches('case.assign', 'CK-01', 'CK-01', above)).toBe(true);
  });
  it('that reaches below reaches the own unit and all below it', () => {
    expect(reaches('case.read', 'KV-01', 'CK-01', above)).toBe(true);
    expect(reaches('case.read', 'CK-01', 'CK-01', above)).toBe(true);
  });
  it('that is of units above alone reaches none of the own unit', () => {
    expect(reaches('petition.urge', 'KV-01', 'CK-01', above)).toBe(true);
    expect(reaches('petition.urge', 'CHQ', 'CK-01', above)).toBe(true);
    expect(reaches('petition.urge', 'CK-01', 'CK-01', above)).toBe(false);
    expect(reaches('petition.urge', 'KV-02', 'CK-01', above)).toBe(false);
  });
  it('reaches nothing above', () => {
    expect(reaches('case.read', 'CK-01', 'KV-01', ['CHQ'])).toBe(false);
  });
});

describe('T33: duties that exclude each other', () => {
  const reading = Object.entries(POLICY)
    .filter(([action]) => /^(petition|case|triage|response|disclosure|notice)\./.test(action))
    .flatMap(([, { roles }]) => roles);

  it('keep who grants rights, and who runs the system, from whatever reads a matter', () => {
    for (const role of reading)
      for (const apart of ['administrator', 'operator'] as const)
        expect(dutiesInConflict([role, apart])).toEqual(expect.arrayContaining([role, apart]));
  });
  it('keep the auditor from whatever decides', () => {
    for (const role of reading.filter((one) => one !== 'auditor'))
      expect(dutiesInConflict([role, 'auditor'])).toBeDefined();
  });
  it('leave casework to be combined, and a duty alone', () => {
    expect(dutiesInConflict(['receiver', 'classifier', 'verifier', 'clerk', 'head'])).toBe(
      undefined,
    );
    for (const role of ROLES) expect(dutiesInConflict([role, role])).toBe(undefined);
  });
  it('name the pair, in whichever order the roles stand', () => {
    for (const role of ROLES)
      for (const other of ROLES)
        expect(dutiesInConflict([role, other]) === undefined).toBe(
          dutiesInConflict([other, role]) === undefined,
        );
  });
});
