import {
  refusalsOf,
  registerPetition,
  registeredSchema,
  type PetitionKind,
} from '@minh-bach/contracts';
import type { RequestContext } from '@minh-bach/http';
import { DomainError, drawNumber, isDomainError, localDate } from '@minh-bach/kernel';
import {
  nameRespondents,
  readStream,
  refuseNobodyLeft,
  releaseFiles,
  unprotected,
  useCase,
  type Asked,
  type ServiceRuntime,
} from '@minh-bach/platform';
import type { PetitionRegistered } from '../domain/petition.events.ts';
import { markedSender } from '../sender-marks.ts';
import { receiptCodeDecider } from '../domain/receipt-code.decider.ts';
import { petitions } from '../petition-stream.ts';
import { RegistrationCountRow } from './registration-count.entity.ts';
import { PetitionTrackRow } from '../track-petition/petition-track.entity.ts';

/** Numbers that are drawn at most. */
const TRIES = 20;
const refuse = refusalsOf(registerPetition);

/** The stream is named after the number, so a number that is taken is a conflict: the next is tried. */
export const registration = useCase(
  registerPetition,
  async (asked) => {
    const { service, body, context } = asked;
    const numberOf = numbersOf(service, context.commandId, body.receivedOn);
    const { known, free } = await triedBy(service, context.commandId, numberOf);
    const registered = await (known === undefined
      ? register(asked, numberOf, free)
      : service.run(registering(service, { ...paperOf(asked), petition: known }, context)));
    return { ...registered, receivedOn: body.receivedOn };
  },
  {
    schema: registeredSchema,
    of: ({ stream, receivedOn, events }) => ({
      number: stream.slice(petitions.prefix.length),
      receivedOn,
      registeredAt: events[0]?.metadata.recordedAt,
    }),
  },
);

/** @param free the first try whose number nobody had a moment ago */
async function register(asked: Asked<typeof registerPetition>, numberOf: NumberOf, free: number) {
  const { service, body, context } = asked;
  const { uploads } = service.infrastructure;
  const { actor, commandId } = context;
  const { file, respondentUnit, receiptHash } = body;
  await refuseTooMany(service, actor);
  const named = await nameRespondents(service, body);
  await refuseNobodyLeft(service, {
    protection: { ...unprotected(numberOf(free)), unit: actor.unit, units: [], people: [] },
    named: { respondentUnit, ...named },
    receivedOn: body.receivedOn,
    actor,
    callers: [],
    needsCase: body.declaredKind !== 'denunciation',
    bySender: true,
  });
  await refuseEarlierCode(service, receiptHash, numberOf);
  // What is refused must use up neither file nor code; a number that is taken is tried again below.
  const stream = `intake.receipt-code.${receiptHash}`;
  const code = { decider: receiptCodeDecider, stream, command: null, context };
  const read = await service.check(code);
  const marks =
    body.declaredKind === 'denunciation'
      ? {}
      : await markedSender(service.infrastructure.vault, body.sender);
  const petition = { ...paperOf(asked), ...named, ...marks };
  const first = registering(service, { ...petition, petition: numberOf(free) }, context);
  await service.check({ ...first, read: [] });

  const attachment = file && {
    ...(await uploads.claim(file.id, { person: actor.person, service: service.name, commandId })),
    name: file.name,
  };
  await service.run({ ...code, read });
  for (let attempt = free; attempt < TRIES; attempt += 1) {
    try {
      const scanned = { ...petition, petition: numberOf(attempt), file: attachment };
      const run = registering(service, scanned, context);
      const outcome = await service.run(attempt === free ? { ...run, read: [] } : run);
      if (file) await releaseFiles(service, [file.id]);
      return outcome;
    } catch (error) {
      if (!isDomainError(error, 'NUMBER_TAKEN')) throw error;
    }
  }
  throw refuse('NUMBER_TAKEN');
}

/** The paper as it is recorded, still without number, people and scan. */
function paperOf({ body, context }: Asked<typeof registerPetition>) {
  const { file: _, summary, respondents: __, ...rest } = body;
  const said = wordsOf(body.declaredKind, summary);
  return { ...rest, ...said, named: true, unit: context.actor.unit, file: null };
}

/** What is said lies in the working text, save a denouncer's words, which may tell who he is. */
const wordsOf = (kind: PetitionKind, said: string) =>
  kind === 'denunciation' ? { summary: null, statement: said } : { summary: said, statement: null };

type NumberOf = (attempt: number) => string;

/** The year is that of receipt, so that a retry after New Year draws the same numbers. */
const numbersOf =
  ({ secret }: ServiceRuntime, commandId: string, receivedOn: string): NumberOf =>
  (attempt) =>
    drawNumber('petition', secret, commandId, Number(receivedOn.slice(0, 4)), attempt);

/**
 * The petition that an earlier try of this command registered, if any: it is answered from what is stored,
 * since its scan was released with it and cannot be claimed again. Else the first number that is free.
 */
async function triedBy(
  { infrastructure, registry }: ServiceRuntime,
  commandId: string,
  numberOf: NumberOf,
): Promise<{ readonly known?: string; readonly free: number }> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const number = numberOf(attempt);
    const [first] = await readStream(infrastructure.store, registry, petitions.nameOf(number));
    if (!first) return { free: attempt };
    if (first.metadata.commandId === commandId) return { known: number, free: attempt };
  }
  throw refuse('NUMBER_TAKEN');
}

/** By the rows: a few more may slip in at the same moment. */
async function refuseTooMany(
  { lists, infrastructure, clock }: ServiceRuntime,
  { person }: RequestContext['actor'],
): Promise<void> {
  const { MB_REGISTRATIONS_PER_DAY: atMost } = infrastructure.limits;
  const day = localDate(clock.now());
  const today = await lists.row.one(RegistrationCountRow, { person, day });
  if ((today?.registered ?? 0) >= atMost) throw refuse('TOO_MANY_REGISTERED', { atMost });
}

/** Codes of petitions that were registered before codes were taken in the log: only rows know them. */
async function refuseEarlierCode(
  { lists }: ServiceRuntime,
  receiptHash: string,
  numberOf: NumberOf,
): Promise<void> {
  // Rows that stand still know them all the same; rows that were never made know none.
  if (!(await lists.wasBuilt())) throw new DomainError('STORE_UNAVAILABLE');
  const known = await lists.row.one(PetitionTrackRow, { receiptHash });
  const isOwn = () =>
    Array.from({ length: TRIES }, (_, i) => numberOf(i)).includes(known!.petition);
  if (known && !isOwn()) throw refuse('RECEIPT_CODE_USED');
}

/** The law counts from receipt: where that was before today, the event happened then. */
function registering(
  { clock }: ServiceRuntime,
  petition: PetitionRegistered['data'],
  context: RequestContext,
) {
  const { receivedOn } = petition;
  const late = receivedOn < localDate(clock.now());
  return {
    decider: petitions.decider,
    stream: petitions.nameOf(petition.petition),
    command: { type: 'RegisterPetition', petition } as const,
    context,
    ...(late
      ? {
          occurred: {
            at: new Date(`${receivedOn}T00:00:00+07:00`).toISOString(),
            reason: 'RECEIVED_BEFORE_REGISTRATION',
          },
        }
      : {}),
  };
}
