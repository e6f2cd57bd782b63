import type { Counts } from '../api/types.ts';

/** The services through which a matter goes, in its order. */
export const STAGES = ['triage', 'investigation', 'response'] as const;
export type Stage = (typeof STAGES)[number];

/** In the order in which a matter goes through them. */
const STATES: Readonly<Record<Stage, readonly string[]>> = {
  triage: ['taken', 'classified'],
  investigation: ['received', 'assigned', 'proposed'],
  response: ['requested', 'issued', 'sent', 'delivered'],
};

export interface Counted {
  readonly stage: Stage;
  readonly counts: Counts;
}

export interface UnitFigures {
  readonly unit: Counts['unit'];
  readonly open: number;
  readonly lateByLaw: number;
  readonly lateByTarget: number;
  readonly lateAt: Readonly<Record<Stage, number>>;
}

export interface Figures {
  readonly asOf: string;
  readonly unit: Counts['unit'];
  readonly open: number;
  readonly lateByLaw: number;
  readonly lateByTarget: number;
  readonly openAt: Readonly<Record<Stage, number>>;
  readonly lateAt: Readonly<Record<Stage, number>>;
  readonly weeks: Counts['weeks'];
  readonly months: Counts['months'];
  readonly ages: Counts['ages'];
  readonly stages: readonly (Counts['stages'][number] & { readonly stage: Stage })[];
  readonly units: readonly UnitFigures[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((n, each) => n + each, 0);

/** The services' figures as one; each counts a matter only while it waits there. */
export function figuresOf(counted: readonly Counted[]): Figures {
  const first = counted[0]!.counts;
  const perStage = (of: (counts: Counts) => number) =>
    Object.fromEntries(
      STAGES.map((stage) => [
        stage,
        sum(counted.filter((each) => each.stage === stage).map(({ counts }) => of(counts))),
      ]),
    ) as Record<Stage, number>;
  const openAt = perStage(({ units }) => sum(units.map(({ open }) => open)));
  const lateAt = perStage(({ units }) => sum(units.map(({ lateByLaw }) => lateByLaw)));
  const together = <Key extends 'weeks' | 'ages'>(
    key: Key,
    add: (of: readonly Counts[Key][number][]) => Counts[Key][number],
  ) => first[key].map((_, i) => add(counted.map(({ counts }) => counts[key][i]!)));
  const units = unitsOf(counted);
  return {
    asOf: first.asOf,
    unit: first.unit,
    open: sum(Object.values(openAt)),
    lateByLaw: sum(Object.values(lateAt)),
    lateByTarget: sum(units.map(({ lateByTarget }) => lateByTarget)),
    openAt,
    lateAt,
    weeks: together('weeks', (of) => ({
      ...of[0]!,
      in: sum(of.map((week) => week.in)),
      out: sum(of.map(({ out }) => out)),
    })),
    ages: together('ages', (of) => ({ ...of[0]!, n: sum(of.map(({ n }) => n)) })),
    months: first.months.map(({ month }, i) => {
      const of = counted.map(({ counts }) => counts.months[i]!);
      const both = (which: 'law' | 'internal') => ({
        inTime: sum(of.map((each) => each[which].inTime)),
        late: sum(of.map((each) => each[which].late)),
      });
      return { month, law: both('law'), internal: both('internal') };
    }),
    stages: counted.flatMap(({ stage, counts }) => inOrder(stage, counts.stages)),
    units,
  };
}

const inOrder = (stage: Stage, of: Counts['stages']) =>
  of
    .map((each) => ({ ...each, stage }))
    .sort((a, b) => STATES[stage].indexOf(a.state) - STATES[stage].indexOf(b.state));

/** By unit, what is past the law's limits first. */
function unitsOf(counted: readonly Counted[]): UnitFigures[] {
  const units = new Map<string, UnitFigures>();
  const none = { triage: 0, investigation: 0, response: 0 };
  for (const { stage, counts } of counted)
    for (const { unit, open, lateByLaw, lateByTarget } of counts.units) {
      const known = units.get(unit.id) ?? {
        ...{ unit, open: 0, lateByLaw: 0, lateByTarget: 0 },
        lateAt: none,
      };
      units.set(unit.id, {
        unit,
        open: known.open + open,
        lateByLaw: known.lateByLaw + lateByLaw,
        lateByTarget: known.lateByTarget + lateByTarget,
        lateAt: { ...known.lateAt, [stage]: known.lateAt[stage] + lateByLaw },
      });
    }
  return [...units.values()].sort(
    (a, b) => b.lateByLaw - a.lateByLaw || b.open - a.open || a.unit.id.localeCompare(b.unit.id),
  );
}
