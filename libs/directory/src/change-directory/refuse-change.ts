import {
  appointDeputy,
  dutiesInConflict,
  refusalsOf,
  type DeputyEntry,
  type PostEntry,
} from '@minh-bach/contracts';
import type { RequestContext } from '@minh-bach/http';
import { DomainError, localDate } from '@minh-bach/kernel';
import type { ServiceRuntime } from '@minh-bach/platform';
import type { Entry } from '../domain/entry.events.ts';
import { refuseTakenSubject } from '../subjects/take-subject.ts';
import { administratorsOn, keepsTwo } from './administrators.ts';
import { Powers } from './powers.ts';
import { refuseMisplaced, refuseWithoutUnit, type Stage } from './unit-places.ts';

/** Of all that change the directory, this command may be refused for most. */
const refuse = refusalsOf(appointDeputy);

/**
 * Refuses what other entries forbid; asked in a turn, when it is proposed and again when it is recorded.
 *
 * @throws DomainError `SUBJECT_TAKEN`, `DUTIES_APART`, `DEPUTY_NOT_FIT`, `DEPUTY_OF_ANOTHER_UNIT`,
 *   `TOO_FEW_ADMINISTRATORS`, what `unit-places.ts` refuses; `READ_MODEL_STOPPED` or `PROJECTION_LATE`
 */
export async function refuseChange(
  service: ServiceRuntime,
  entry: Entry,
  before: Entry | null,
  context: RequestContext,
  stage: Stage,
): Promise<void> {
  const powers = new Powers(service.rights.dataSource);
  // Taken subjects and open proposals stand in lists: while these stand still, rights can only end.
  await service.lists.fresh();
  if (entry.kind === 'person') await refuseTakenSubject(service, entry, before, context);
  if (entry.kind === 'post') await refuseDuties(powers, entry);
  if (entry.kind === 'deputy' && !entry.revoked) await refuseDeputy(powers, entry, context);
  await refuseTooFew(service, entry);
  if (entry.kind === 'unit') await refuseMisplaced(service, entry, stage);
  if (entry.kind === 'post') await refuseWithoutUnit(service, entry, stage);
}

async function refuseDuties(powers: Powers, entry: PostEntry): Promise<void> {
  const conflict =
    dutiesInConflict([...entry.roles, ...(await powers.rolesBeside(entry))]) ??
    ((await powers.joinsHeadAndOfficer(entry)) ? ['denunciation-officer', 'head'] : undefined);
  if (conflict) throw refuse('DUTIES_APART', { duties: conflict });
}

/**
 * Deputies never handle denunciations of whom they acted for: a head alone appoints nobody of another
 * unit, since the units above are to handle these.
 */
async function refuseDeputy(
  powers: Powers,
  entry: DeputyEntry,
  { actor }: RequestContext,
): Promise<void> {
  if (!(await powers.mayDeputise(entry))) throw refuse('DEPUTY_NOT_FIT');
  // An auditor who confirms is a second person, as an administrator is.
  const isAlone = actor.role !== 'administrator' && actor.role !== 'auditor';
  if (isAlone && !(await powers.servesBeside(entry))) throw refuse('DEPUTY_OF_ANOTHER_UNIT');
}

/** Also asked of an ending: the last ones are never ended. */
export async function refuseTooFew(service: ServiceRuntime, entry: Entry): Promise<void> {
  const today = localDate(service.clock.now());
  const administration = await new Powers(service.rights.dataSource).administration();
  if (!keepsTwo(administration, entry, today)) throw refuse('TOO_FEW_ADMINISTRATORS');
}

/**
 * By the rows of this turn: whose right ended a moment ago changes nothing more.
 *
 * @throws DomainError `ACTION_FORBIDDEN`
 */
export async function refuseFormer(
  { organisation }: ServiceRuntime,
  { actor }: RequestContext,
): Promise<void> {
  const posts = await organisation.postsOf(actor.person);
  if (!posts.some(({ roles }) => roles.some((role) => role === actor.role)))
    throw new DomainError('ACTION_FORBIDDEN');
}

/** One administrator alone gives nothing: until there are two, the links of the start are the only way. */
export async function refuseAlone(service: ServiceRuntime): Promise<void> {
  const today = localDate(service.clock.now());
  const administration = await new Powers(service.rights.dataSource).administration();
  if (administratorsOn(administration, today).size < 2)
    throw refuse('SECOND_ADMINISTRATOR_MISSING');
}

/** Whether somebody administers today or on a day to come. */
export async function administers(service: ServiceRuntime, person: string): Promise<boolean> {
  const today = localDate(service.clock.now());
  const { tenures } = await new Powers(service.rights.dataSource).administration();
  return tenures.some(
    (one) =>
      one.person === person &&
      one.roles.includes('administrator') &&
      (one.to === null || one.to >= today),
  );
}
