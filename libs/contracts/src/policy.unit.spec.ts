import { describe, expect, it } from '@jest/globals';
import { reaches } from './policy.ts';

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
  it('reaches nothing above', () => {
    expect(reaches('case.read', 'CK-01', 'KV-01', ['CHQ'])).toBe(false);
  });
});
