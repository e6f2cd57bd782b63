import { directoryEntryV1 } from '@minh-bach/contracts';
import { describe, expect, it } from '@jest/globals';
import { demoOrganisation, findJurisdiction, lineOf, unitOn } from '@minh-bach/rules';
import { demoDuties } from './demo-duties.ts';
import { demoEntries, demoPeople, demoPosts, demoUnits } from './demo-organisation.ts';

const DAY = '2026-11-20';
const LEVELS = ['tong_cuc', 'cuc', 'chi_cuc'];

describe('the demo that the product runs and the organisation by which jurisdiction is tested', () => {
  it('have the same units, levels and parents; teams are the pack’s alone', () => {
    const inPack = demoOrganisation.units.filter(({ level }) => LEVELS.includes(level));
    expect(demoUnits.map(({ id, level }) => [id, level])).toEqual(
      inPack.map(({ id, level }) => [id, level]),
    );
    for (const { id, level, parent, name, from, to } of demoUnits) {
      const unit = unitOn(id, DAY);
      expect([level, name.vi, from, to]).toEqual([unit.level, unit.name.vi, unit.from, unit.to]);
      expect(parent).toBe(level === 'tong_cuc' ? null : unit.parent);
      if (level === 'tong_cuc') expect(unit.parent).toBe('BTC');
    }
  });

  it('have the same line upwards, by which breaches and disputes go', () => {
    const parents = new Map(demoUnits.map(({ id, parent }) => [id, parent]));
    const up = (id: string): string[] => {
      const parent = parents.get(id);
      return parent ? [id, ...up(parent)] : [id];
    };
    for (const { id } of demoUnits)
      expect(up(id)).toEqual(
        lineOf(id, DAY)
          .map((unit) => unit.id)
          .filter((one) => one !== 'BTC'),
      );
  });

  it('have the same posts, holders and days', () => {
    const units = new Set(demoUnits.map(({ id }) => id));
    const inPack = demoOrganisation.posts.filter(({ unit }) => units.has(unit));
    const said = ({ id, unit, from, to }: (typeof inPack)[number] | (typeof demoPosts)[number]) => [
      id,
      unit,
      from,
      to,
    ];
    expect(demoPosts.map(said)).toEqual(inPack.map(said));
    expect(demoPosts.map(({ person }) => person)).toEqual(inPack.map(({ officer }) => officer));
  });

  it('agree on who heads a unit, and who does so as a deputy head', () => {
    for (const { id, leads = false } of demoPosts) {
      const inPack = demoOrganisation.posts.find((one) => one.id === id);
      expect([id, leads]).toEqual([id, inPack?.post === 'head']);
    }
    for (const { id, post } of demoOrganisation.posts) {
      const roles = demoDuties[id]?.roles;
      if (roles) expect([id, roles.includes('head')]).toEqual([id, post !== 'officer']);
    }
  });

  it('agree on the people, and no duty is left without a post', () => {
    const names = new Map(demoOrganisation.officers.map(({ id, name }) => [id, name.vi]));
    for (const { id, name } of demoPeople) expect(name).toBe(names.get(id));
    expect(Object.keys(demoDuties).sort()).toEqual(demoPosts.map(({ id }) => id).sort());
  });

  it.each(demoUnits.map(({ id, level }) => [id, level] as const))(
    'lead from %s to the same competent unit, whatever is filed',
    (id, level) => {
      for (const kind of ['complaint', 'denunciation', 'petition', 'feedback'] as const)
        for (const post of ['head', 'officer', 'body'] as const) {
          const found = findJurisdiction({ date: DAY, kind, target: { level, post, unit: id } });
          expect([kind, post, onLine(id, found.level)]).toEqual([
            kind,
            post,
            ownOf(found.unit?.id),
          ]);
        }
    },
  );
});

/** As the product finds it: the unit of that level on the line upwards, none outside of Customs. */
function onLine(id: string, level: string): string | null {
  const unit = demoUnits.find((one) => one.id === id);
  if (!unit) return null;
  return unit.level === level ? id : onLine(unit.parent ?? '', level);
}

const ownOf = (id: string | undefined): string | null =>
  demoUnits.find((unit) => unit.id === id)?.id ?? null;

it('the demo is made of entries that the directory takes, each id once', () => {
  const entries = demoEntries('http://issuer.test', String);
  for (const entry of entries) expect(directoryEntryV1.parse(entry)).toEqual(entry);
  expect(new Set(entries.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(entries.length);
});
