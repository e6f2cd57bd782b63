import { describe, expect, it } from '@jest/globals';
import type { TriageFactsInput } from './facts.ts';
import { proposeTriage } from './propose.ts';

const sender = {
  kind: 'individual',
  named: true,
  identifiable: true,
  othersName: false,
  signed: true,
} as const;

/** A complaint that would be accepted, changed as a case needs. */
const matter = (facts: Partial<TriageFactsInput> = {}): TriageFactsInput => ({
  date: '2026-07-10',
  receiver: 'cuc',
  contents: ['complaint'],
  form: 'written',
  sender,
  concrete: true,
  language: 'vi',
  legible: true,
  addressees: 1,
  competence: 'own',
  conditionsMet: true,
  ...facts,
});

const denunciation = (facts: Partial<TriageFactsInput> = {}) =>
  matter({ contents: ['denunciation'], ...facts });

const proposed = (facts: TriageFactsInput) => {
  const { rule, outcomes } = proposeTriage(facts);
  return [rule, ...outcomes];
};
const codes = (facts: TriageFactsInput) => proposeTriage(facts).warnings.map(({ code }) => code);

describe('triage rule', () => {
  it.each<[number, string[], TriageFactsInput]>([
    [10, ['forward_criminal'], matter({ crimeSigns: true, contents: ['complaint', 'petition'] })],
    [30, ['split'], matter({ contents: ['complaint', 'feedback'] })],
    [40, ['inspect_info'], denunciation({ sender: { ...sender, named: false } })],
    [50, ['file'], denunciation({ sender: { ...sender, othersName: true }, concrete: false })],
    [60, ['file'], matter({ sender: { ...sender, signed: false } })],
    [70, ['file'], matter({ language: 'en' })],
    [80, ['file'], matter({ addressees: 3, competence: 'elsewhere' })],
    [90, ['file'], matter({ guidedBefore: true, competence: 'elsewhere' })],
    [100, ['file', 'explain'], matter({ finalDecision: true })],
    [110, ['accept'], matter()],
    [120, ['refuse_accept', 'supplement'], matter({ conditionsMet: false })],
    [130, ['guide'], matter({ competence: 'elsewhere' })],
    [140, ['return'], matter({ competence: 'elsewhere', forwardedBy: 'press' })],
    [150, ['transfer', 'notify_denouncer'], denunciation({ competence: 'elsewhere' })],
    [160, ['transfer'], matter({ contents: ['feedback'], competence: 'elsewhere' })],
    [
      170,
      ['urge_lower'],
      matter({ competence: 'lower', filedWithLower: true, lowerOverdue: true }),
    ],
    [180, ['guide'], matter({ competence: 'lower' })],
    [
      190,
      ['transfer'],
      denunciation({ competence: 'elsewhere', form: 'in_person', partyMatter: true }),
    ],
  ])('%d proposes %j', (rule, outcomes, facts) => {
    expect(proposed(facts)).toEqual([rule, ...outcomes]);
  });

  it('20 adds its outcomes and goes on', () => {
    const urgent = proposeTriage(matter({ imminentDamage: true }));
    expect([urgent.rule, ...urgent.outcomes]).toEqual([
      110,
      'urgent_measure',
      'alert_head',
      'accept',
    ]);
    expect(urgent.source).toContain('Luật Tố cáo Đ.27 k.2');
    expect(urgent.source).toContain('Luật KN Đ.27/36');
    expect(proposed({ contents: ['complaint'], legible: true, stateSecret: true })).toEqual([
      20,
      'urgent_measure',
      'alert_head',
    ]);
  });

  it('10 comes before 20, which is then warned about', () => {
    const facts = matter({ crimeSigns: true, imminentDamage: true });
    expect(proposed(facts)).toEqual([10, 'forward_criminal']);
    expect(codes(facts)).toContain('also_urgent');
  });

  it.each(['phone', 'email', 'web'] as const)(
    '40 and 50 take a denunciation by %s, however well named',
    (form) => {
      expect(proposed(denunciation({ form }))[0]).toBe(40);
      expect(proposed(denunciation({ form, concrete: false }))[0]).toBe(50);
    },
  );

  it.each(['phone', 'email', 'web'] as const)('60 never files a nameless signal by %s', (form) => {
    const facts = matter({ contents: ['feedback'], form, sender: { named: false } });
    expect(proposed(facts)).toEqual([110, 'accept']);
  });

  it('60 is not about denunciations, which 120 refuses when unsigned', () => {
    const facts = denunciation({ sender: { ...sender, signed: false }, conditionsMet: false });
    expect(proposed(facts)[0]).toBe(120);
    expect(codes(facts)).toContain('unsigned_denunciation');
  });

  it('70 takes a notarised translation, and never calls a phone call illegible', () => {
    expect(proposed(matter({ language: 'en', notarisedTranslation: true }))[0]).toBe(110);
    expect(proposed(matter({ legible: false }))[0]).toBe(70);
    expect(proposed(matter({ contents: ['feedback'], form: 'phone', legible: false }))[0]).toBe(
      110,
    );
  });

  it('80 begins with the second addressee', () => {
    const sentTo = (addressees: number) => matter({ addressees, competence: 'elsewhere' });
    expect([1, 2].map((addressees) => proposed(sentTo(addressees))[0])).toEqual([130, 80]);
  });

  it('100 gives way to new evidence', () => {
    expect(proposed(matter({ finalDecision: true, newEvidence: true }))).toEqual([110, 'accept']);
  });

  it('80 leaves a competent receiver to process it', () => {
    expect(proposed(matter({ addressees: 5 }))[0]).toBe(110);
  });

  it('80 is silent on a lower unit that is late or was passed over', () => {
    const lower = { addressees: 5, competence: 'lower' } as const;
    expect(proposed(matter({ ...lower, filedWithLower: true }))[0]).toBe(80);
    expect(proposed(matter(lower))[0]).toBe(180);
    expect(proposed(matter({ ...lower, filedWithLower: true, lowerOverdue: true }))[0]).toBe(170);
  });

  it.each<[string, Partial<TriageFactsInput>, number]>([
    ['competent', { competence: 'own' }, 110],
    ['to urge a late lower unit', { competence: 'lower', lowerOverdue: true }, 170],
  ])('90 never files for a receiver that is %s (Luật Tố cáo Đ.24 k.3)', (_, facts, rule) => {
    for (const before of [{ guidedBefore: true }, { transferredBefore: true }]) {
      expect(proposed(matter({ ...facts, ...before }))[0]).toBe(rule);
      expect(codes(matter({ ...facts, ...before }))).toContain('guided_before_yet_to_act');
    }
  });

  it('150 guides a denouncer who comes in person (Luật Tố cáo Đ.24 k.2)', () => {
    const facts = denunciation({ competence: 'elsewhere', form: 'in_person' });
    expect(proposed(facts)).toEqual([150, 'guide']);
    expect(codes(facts)).toContain('in_person_is_guided');
  });

  it.each(['denunciation', 'petition', 'feedback'] as const)(
    '180 transfers a %s down, and has the skip recorded',
    (kind) => {
      const facts = matter({ contents: [kind], competence: 'lower' });
      expect(proposed(facts)).toEqual([180, 'transfer']);
      expect(codes(facts)).toContain('level_skipped');
    },
  );

  it('170 waits until the lower unit is late', () => {
    const facts = matter({ competence: 'lower', filedWithLower: true });
    expect(proposed(facts)).toEqual([180, 'guide']);
    expect(codes(facts)).toEqual(['lower_unit_in_time']);
  });
});

describe('a triage proposal', () => {
  it('treats an organisation’s denunciation as feedback, and says so', () => {
    const facts = denunciation({
      sender: { ...sender, kind: 'enterprise' },
      competence: 'elsewhere',
    });
    expect(proposed(facts)).toEqual([160, 'transfer']);
    expect(proposeTriage(facts).kind).toBe('feedback');
    expect(codes(facts)).toEqual(['only_individuals_denounce']);
  });

  it('does not split an organisation’s denunciation from its feedback', () => {
    const facts = matter({
      contents: ['denunciation', 'feedback'],
      sender: { ...sender, kind: 'agency' },
    });
    expect(proposed(facts)[0]).toBe(110);
  });

  it('takes a fact left out as false, the sender as an individual', () => {
    expect(proposed({ contents: ['denunciation'] })).toEqual([50, 'file']);
    expect(proposed({ contents: ['petition'], form: 'written' })[0]).toBe(60);
  });

  it('has no rule when nobody has said who is competent', () => {
    const proposal = proposeTriage({ contents: ['feedback'], form: 'phone' });
    expect(proposal).toMatchObject({ rule: null, outcomes: [], source: '' });
    expect(proposal.warnings.map(({ code }) => code)).toEqual(['no_rule']);
  });

  it('names the texts of its date', () => {
    const split = { contents: ['complaint', 'feedback'] } as const;
    const source = (date: string) =>
      proposeTriage({ ...split, contents: [...split.contents], date }).source;
    expect(source('2026-07-01')).toBe('Luật TCD Đ.25 k.3; NĐ 154/2026 Đ.14 k.4');
    expect(source('2026-06-30')).toBe('Luật TCD Đ.25 k.3');
  });

  it('warns about a fact it does not know, and refuses one it cannot read', () => {
    const typo = { ...matter(), partymatter: true };
    expect(codes(typo)).toEqual(['unknown_fact']);
    expect(() => proposeTriage({ contents: [] })).toThrow('facts.invalid');
    expect(() => proposeTriage({ ...matter(), date: '10/07/2026' })).toThrow('facts.invalid');
  });
});
