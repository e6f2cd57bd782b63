import { randomUUID } from 'node:crypto';
import { readStream, type Asked } from '@minh-bach/platform';
import { callToo } from '../commands/classifying.ts';
import type { PetitionEvent } from '../domain/petition.events.ts';
import { petitions } from '../petition-stream.ts';
import { asFarAsAllowed } from './call-along.ts';
import { calledTogether, isCall, joinNames } from './share-names.ts';

/** The words of who called are sealed, and are not opened for it. */
const REASON = 'Xác định là đơn tố cáo.';

/**
 * A call of merged petitions writes to several streams, and may break off between two of them. Whatever
 * comes next to one of them does the rest first: what is open follows from what all of them say now, not from
 * the command that broke off. It is done in the name of who called, as far as they may.
 */
export async function finishCalls({
  service,
  number,
  context,
}: Pick<Asked, 'service' | 'number' | 'context'>): Promise<void> {
  const together = await calledTogether(service, number, { andMerged: true });
  const called = together.find(({ everDenunciation }) => everDenunciation);
  if (together.length < 2 || !called) return;
  const { infrastructure, registry } = service;
  const stream = petitions.nameOf(called.petition);
  const events = await readStream<PetitionEvent>(infrastructure.store, registry, stream);
  const call = events.find(({ event }) => isCall(event));
  if (!call) return;
  const { ifMatch: _, ...unseen } = context;
  const theirs = { ...unseen, commandId: randomUUID(), actor: call.metadata.actor };
  const by = { service, context: theirs };
  for (const { petition, everDenunciation } of together)
    if (!everDenunciation)
      await asFarAsAllowed(callToo(by, petition, { kind: 'denunciation', reason: REASON }));
  await joinNames(by, number, REASON, 'never-had');
}
