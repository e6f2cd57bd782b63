import {
  discloseDenouncer,
  discloseIdentity,
  refusalsOf,
  type Action,
  type BodyOf,
  type CommandDefinition,
  isOneOf,
} from '@minh-bach/contracts';
import { DomainError, type Actor, type RecordedEvent } from '@minh-bach/kernel';
import { callersOf, ownerOf, type Asked, type ServiceRuntime } from '@minh-bach/platform';
import { fieldsAt, type FieldToOpen } from '@minh-bach/vault';
import type { PetitionRegistered } from '../domain/petition.events.ts';
import type { LoadedPetition } from '../petition-stream.ts';
import { allowDisclosure } from './allow-disclosure.ts';
import { disclosureDecider } from './disclosure.decider.ts';
import { loadToOpen } from './load-to-open.ts';
import { mayOpen, refuseNothingToSend, refuseOtherPurpose } from './sending.ts';

const refuse = refusalsOf(discloseIdentity);

/** As long as a lost answer may be asked for again: what opens later is on the record anew. */
const REPEATED_WITHIN_MS = 5 * 60_000;

function refuseOld(events: readonly RecordedEvent[], now: Date): void {
  if (
    events.some(
      ({ metadata }) => now.getTime() - Date.parse(metadata.recordedAt) > REPEATED_WITHIN_MS,
    )
  )
    throw refuse('DISCLOSURE_TOO_OLD');
}

/**
 * What a denunciation says, and who says it, opens for people who are appointed to that, and by no
 * other right: not to the desk that took it in, nor to who classifies or heads.
 *
 * @throws DomainError `DENUNCIATION_SEALED`, `NOT_FOUND`
 */
function asItIs(action: Action, petition: LoadedPetition): LoadedPetition {
  const isAppointed = action.startsWith('denunciation.');
  if (petition.isDenunciation && !isAppointed) throw refuse('DENUNCIATION_SEALED');
  if (!petition.isDenunciation && isAppointed) throw new DomainError('NOT_FOUND');
  return petition;
}

/**
 * Calling a petition a denunciation takes it away from others and opens it to officers. So a second
 * person has to open it.
 *
 * @throws DomainError `CALLED_BY_ONESELF`
 */
async function refuseCaller(
  { infrastructure }: ServiceRuntime,
  { stream, isDenunciation }: LoadedPetition,
  actor: Actor,
): Promise<void> {
  if (!isDenunciation) return;
  const callers = await callersOf(infrastructure.store, ownerOf(stream));
  if (isOneOf(callers, actor)) throw refusalsOf(discloseDenouncer)('CALLED_BY_ONESELF');
}

interface Opened {
  readonly registered: RecordedEvent<PetitionRegistered>;
  /** By path; `null` when its key was destroyed. */
  readonly values: ReadonlyMap<string, unknown>;
  /** Of the sender, oldest first. */
  readonly corrected: readonly unknown[];
}

/** A disclosure that its door has let in. */
export type AskedToOpen<D extends CommandDefinition> = Omit<Asked, 'body'> & {
  readonly body: BodyOf<D>;
};

/** Asked for on purpose: it is counted, then the event that says so goes first, then the fields open. */
export async function openFields(
  { service, number, action, body: { purpose }, context }: AskedToOpen<typeof discloseIdentity>,
  paths: readonly string[],
): Promise<Opened> {
  const { infrastructure, runner, clock } = service;
  const { actor } = context;
  refuseOtherPurpose(actor, purpose);
  const load = async () => {
    const petition = asItIs(action, await loadToOpen(service, number, action, actor));
    await refuseCaller(service, petition, actor);
    return petition;
  };
  const { stream, events, registered, state, isDenunciation } = await load();
  refuseNothingToSend(actor, state);
  const matter = ownerOf(stream);
  const own: FieldToOpen[] = fieldsAt(
    { owner: matter, eventId: registered.id, data: registered.event.data },
    // Working text opens with the page; where it is held back, here.
    paths
      .filter((path) => mayOpen(actor, path))
      .filter((path) => path !== '/summary' || isDenunciation),
  );
  const corrections = paths.includes('/sender')
    ? events.flatMap(({ id, event }) =>
        event.type === 'SenderCorrected'
          ? fieldsAt({ owner: matter, eventId: id, data: event.data }, ['/corrected'])
          : [],
      )
    : [];
  const fields = [...own, ...corrections];
  const opened = await infrastructure.disclosures.disclose({
    actor,
    purpose,
    matter,
    fields,
    append: async (event) => {
      const disclosure = {
        decider: disclosureDecider,
        stream: `intake.disclosures-${matter}`,
        command: event,
        context,
      };
      await runner.check(disclosure);
      // Neither what was counted nor what was recorded long ago lets anything open today.
      refuseOld(await allowDisclosure(service, { matter, purpose }, context), clock.now());
      refuseOld((await runner.run(disclosure)).events, clock.now());
      // Whom the petition is about may have been said meanwhile.
      await load();
    },
  });
  const valueAt = (i: number): unknown => {
    const field = opened[i];
    return field?.state === 'open' ? field.value : null;
  };
  const values = new Map(own.map(({ path }, i) => [path, valueAt(i)] as const));
  const corrected = corrections.map((_, i) => valueAt(own.length + i));
  return { registered, values, corrected };
}
