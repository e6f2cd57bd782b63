import { describe, expect, it } from '@jest/globals';
import {
  commonSuperior,
  demoOrganisation,
  lineOf,
  officersOn,
  postsOn,
  successorsOf,
  unitOn,
  unitsOn,
} from './organisation.ts';

const count = (date: string, level: string) =>
  unitsOn(date).filter((unit) => unit.level === level && unit.invented === undefined).length;

describe('the organisation', () => {
  it('has 35 departments under the General Department until 28 February 2025, then 20 regions', () => {
    expect(count('2025-02-28', 'cuc')).toBe(35);
    expect(count('2025-03-01', 'cuc')).toBe(20);
    expect(unitOn('CHQ-03', '2020-12-31').parent).toBe('TCHQ');
    expect(unitOn('KV-III', '2026-07-10').parent).toBe('CHQ');
  });

  it.each(['2020-12-31', '2026-07-10'])(
    'has one national node on %s, under the ministry',
    (date) => {
      const national = unitsOn(date).filter(({ level }) => level === 'tong_cuc');
      expect(national.map(({ parent }) => parent)).toEqual(['BTC']);
    },
  );

  it('gives every unit a level and a way up to the ministry', () => {
    for (const date of ['2020-12-31', '2026-07-10']) {
      for (const { id } of unitsOn(date)) expect(lineOf(id, date).at(-1)?.id).toBe('BTC');
    }
  });

  it('leads every old department to its regions', () => {
    const old = unitsOn('2020-12-31').filter(({ level }) => level === 'cuc');
    for (const { id } of old) {
      const heirs = successorsOf(id, '2026-07-10');
      expect(heirs.length).toBeGreaterThan(0);
      expect(heirs.every(({ level }) => level === 'cuc')).toBe(true);
    }
    expect(successorsOf('CHQ-20', '2026-07-10').map(({ id }) => id)).toEqual(['KV-VIII']);
    expect(successorsOf('CHQ-20', '2020-12-31').map(({ id }) => id)).toEqual(['CHQ-20']);
  });

  it('settles disputes at the lowest common superior', () => {
    expect(commonSuperior('HQ-SM', 'HQ-DG', '2026-07-10').id).toBe('KV-MH');
    expect(commonSuperior('HQ-SM', 'KV-MH', '2026-07-10').id).toBe('CHQ');
    expect(commonSuperior('CC-03-04', 'CC-20-01', '2020-12-31').id).toBe('TCHQ');
  });

  it('marks the demo’s region, border posts, teams, posts and officers as invented', () => {
    const { units, posts, officers } = demoOrganisation;
    const idsOf = (level: string) => units.filter((one) => one.level === level).map(({ id }) => id);
    expect(idsOf('tong_cuc')).toEqual(['CHQ']);
    expect(idsOf('cuc')).toEqual(['KV-MH']);
    expect(idsOf('chi_cuc')).toEqual(['HQ-SM', 'HQ-DG']);
    expect(idsOf('team').length).toBeGreaterThan(0);
    for (const { id, invented, name } of units) {
      expect(invented).toBe(id === 'CHQ' ? undefined : true);
      if (invented) expect(name.vi).toContain('(hư cấu)');
    }
    expect([...posts, ...officers].every(({ invented }) => invented)).toBe(true);
  });

  it('knows who held which post when', () => {
    const held = (date: string) => postsOn(date).find(({ officer }) => officer === 'cb-3')?.unit;
    expect(held('2026-03-31')).toBe('HQ-SM-TT');
    expect(held('2026-04-01')).toBe('HQ-DG-TT');
    expect(officersOn('2026-07-01').map(({ id }) => id)).not.toContain('cb-4');
  });
});
