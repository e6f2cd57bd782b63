import { createHash } from 'node:crypto';
import { recordEntry, refusalsOf, type PersonEntry } from '@minh-bach/contracts';
import type { RequestContext } from '@minh-bach/http';
import { readStream, type ServiceRuntime } from '@minh-bach/platform';
import { isKnown } from '../change-directory/is-known.ts';
import { subjectDecider } from '../domain/subject.decider.ts';
import type { Entry } from '../domain/entry.events.ts';
import { SubjectRow } from './subject.entity.ts';

/** A hash, since issuers and subjects are longer than names of streams may be. */
const streamOf = ({ issuer, subject }: PersonEntry): string =>
  `directory.subject-${createHash('sha256').update(`${issuer}\n${subject}`).digest('hex')}`;

const taking = (person: PersonEntry, { ifMatch: _, ...context }: RequestContext) => ({
  decider: subjectDecider,
  stream: streamOf(person),
  command: { person: person.id },
  context,
});

/**
 * What `takeSubject` would refuse, and a subject that was anybody's before, the person's own too. One
 * that this command took, before the process died, is its own.
 *
 * @throws DomainError `SUBJECT_TAKEN`
 */
export async function refuseTakenSubject(
  service: ServiceRuntime,
  person: PersonEntry,
  before: Entry | null,
  context: RequestContext,
): Promise<void> {
  const { issuer, subject } = person;
  const keeps = before?.kind === 'person' && before.issuer === issuer && before.subject === subject;
  const { infrastructure, registry } = service;
  const history = await readStream(infrastructure.store, registry, streamOf(person));
  if (isKnown(history, context)) return;
  const rows = service.lists.dataSource.getRepository(SubjectRow);
  if (!keeps && (await rows.findOneBy({ issuer, subject })))
    throw refusalsOf(recordEntry)('SUBJECT_TAKEN');
  await service.check(taking(person, context));
}

/** In the log, before the entry: of two people at the same moment one gets it. */
export const takeSubject = (
  service: ServiceRuntime,
  person: PersonEntry,
  context: RequestContext,
) => service.run(taking(person, context));
