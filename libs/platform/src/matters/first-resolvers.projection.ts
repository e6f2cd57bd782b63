import { caseNumberSchema, personIdSchema, unitIdSchema } from '@minh-bach/contracts';
import { z, type RecordedEvent } from '@minh-bach/kernel';
import type { Projection } from '@minh-bach/projections';
import { Entity, Index, PrimaryColumn } from 'typeorm';
import { ownerOf } from '../commands/read-stream.ts';
import { addRows } from '../rows/write-rows.ts';
import { MOST_HELD, atMost, said } from './followed-facts.ts';
import { isPetitionNumber } from './numbers.ts';

/** A petition that was accepted as a first complaint, and a unit that its case was given to. */
@Entity('first_cases')
@Index('first_cases_unit', ['unit'])
export class FirstCaseRow {
  @PrimaryColumn('text') petition!: string;
  @PrimaryColumn('text') unit!: string;
}

/** Who led, decided or verified the case of a petition, in whatever unit. */
@Entity('case_resolvers')
export class CaseResolverRow {
  @PrimaryColumn('text') petition!: string;
  @PrimaryColumn('text') person!: string;
  /** They led or decided it; else they verified it, or drafted what was decided. */
  @PrimaryColumn('boolean') decided!: boolean;
}

export type FirstResolver = Pick<CaseResolverRow, 'person' | 'decided'>;

export const firstResolverEntities = [FirstCaseRow, CaseResolverRow];

/** Streams of cases that say who resolved them. A service follows those of others in the log itself. */
const RESOLVING_STREAMS = ['investigation.case-', 'response.case-'] as const;

/**
 * What a resolver alone does. Who assigned it counts before anything was decided: where the limit passes,
 * the second complaint goes to the superior of whoever should have resolved the first.
 */
const RESOLVES = new Set([
  'CaseAssigned',
  'ConclusionReturned',
  'ConclusionApproved',
  'DecisionIssued',
]);

/** Its draft is the substance of what is decided. What verifiers record beside it, who was assigned does. */
const DRAFTS = 'ConclusionProposed';

const factsSchema = z
  .object({
    petitions: said(atMost(MOST_HELD, z.string())),
    instance: said(z.number()),
    unit: said(unitIdSchema),
    competentUnit: said(unitIdSchema),
    approvedBy: said(personIdSchema),
    signer: said(personIdSchema),
    assignee: said(personIdSchema),
  })
  .catch({});

const isOfCase = ({ stream }: RecordedEvent): boolean =>
  RESOLVING_STREAMS.some((start) => stream.startsWith(start)) &&
  caseNumberSchema.safeParse(ownerOf(stream)).success;

/** What an event of a case says: fields of another shape are as if they were not said. */
function rowsOf({ event, metadata: { actor } }: RecordedEvent) {
  const { petitions = [], instance, unit, competentUnit, ...by } = factsSchema.parse(event.data);
  const numbers = petitions.filter(isPetitionNumber);
  const units = instance === 1 ? [unit, competentUnit] : [];
  const acting = [actor.person, actor.deputyFor];
  const deciders = RESOLVES.has(event.type) ? [...acting, by.approvedBy, by.signer] : [];
  const verifiers = [by.assignee, ...(event.type === DRAFTS ? acting : [])];
  const rowsFor = (petition: string, people: readonly (string | undefined)[], decided: boolean) =>
    people
      .filter((id) => personIdSchema.safeParse(id).success)
      .map((id): CaseResolverRow => ({ petition, person: id!, decided }));
  return {
    cases: numbers.flatMap((petition): FirstCaseRow[] =>
      units.filter((id) => id !== undefined).map((id) => ({ petition, unit: id })),
    ),
    resolvers: numbers.flatMap((petition) => [
      ...rowsFor(petition, deciders, true),
      ...rowsFor(petition, verifiers, false),
    ]),
  };
}

/**
 * Who resolved or verified first complaints, and of which units, in each service: a second complaint is not
 * theirs (Luật Khiếu nại Đ.7). Rows are only added: no event takes one back.
 */
export const firstResolversProjection: Projection = {
  name: 'first-resolvers',
  version: 2,
  follows: RESOLVING_STREAMS,
  async apply(batch, manager) {
    const rows = batch.filter(isOfCase).map(rowsOf);
    await addRows(
      manager,
      FirstCaseRow,
      rows.flatMap(({ cases }) => cases),
    );
    await addRows(
      manager,
      CaseResolverRow,
      rows.flatMap(({ resolvers }) => resolvers),
    );
  },
};

/**
 * By units that a second complaint is about: who resolved or verified a first one that named one of them when its case was
 * opened, or whose case was given to one. A name that one person adds to it later moves no other complaint.
 * Not of its own case. A first one that is kept from everybody counts for all.
 */
export const RESOLVERS_OF_FIRST = `
  SELECT r.person, r.decided FROM first_cases f JOIN case_resolvers r USING (petition)
   WHERE f.unit = ANY($1) AND f.petition <> ALL($2)
   UNION
  SELECT r.person, r.decided FROM protections p JOIN case_resolvers r USING (petition)
   WHERE p.ever_units && $1::text[] AND p.petition <> ALL($2)
     AND coalesce(p.opened_about && $1::text[], true)
     AND EXISTS (SELECT FROM first_cases f WHERE f.petition = p.petition)`;
