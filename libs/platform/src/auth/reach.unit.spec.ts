import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@minh-bach/kernel';
import { assertReaches } from './reach.ts';

const head: Actor = { person: 'an', role: 'head', unit: 'KV-01' };
const above = ['KV-01', 'CHQ'];

describe('a matter out of reach', () => {
  it('is as if it were not there: of another branch', () => {
    expect(() => assertReaches('case.read', { ...head, unit: 'KV-02' }, 'CK-01', above)).toThrow(
      'NOT_FOUND',
    );
  });
  it('is as if it were not there: below, where only the own unit is reached', () => {
    expect(() => assertReaches('case.assign', head, 'CK-01', above)).toThrow('NOT_FOUND');
  });
  it('is none below, where the action reaches below', () => {
    expect(() => assertReaches('case.read', head, 'CK-01', above)).not.toThrow();
  });
});
