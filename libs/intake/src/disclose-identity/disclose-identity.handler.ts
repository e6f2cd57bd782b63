import type { disclosedIdentitySchema } from '@minh-bach/contracts';
import { DomainError, type RecordedEvent } from '@minh-bach/kernel';
import { ServiceRuntime, ownerOf, readStream, type RequestContext } from '@minh-bach/platform';
import { fieldsAt, type FieldToOpen } from '@minh-bach/vault';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import {
  isRegistered,
  type PetitionEvent,
  type PetitionRegistered,
} from '../domain/petition.events.ts';
import { petitionStreamOf } from '../petition-stream.ts';
import { disclosureDecider } from './disclosure.decider.ts';

export type DisclosedIdentity = z.infer<typeof disclosedIdentitySchema>;

/** Asked for on purpose: the event that says so goes first, then the fields open. */
export class DiscloseFields extends Command<{
  readonly registered: RecordedEvent<PetitionRegistered>;
  /** By path; `null` when its key was destroyed. */
  readonly values: ReadonlyMap<string, unknown>;
}> {
  constructor(
    readonly number: string,
    readonly purpose: string,
    readonly paths: readonly string[],
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(DiscloseFields)
export class DiscloseFieldsHandler implements ICommandHandler<DiscloseFields> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ number, purpose, paths, context }: DiscloseFields) {
    const { matters, infrastructure, registry, runner } = this.service;
    const stream = await petitionStreamOf(
      matters,
      number,
      'petition.disclose-identity',
      context.actor,
    );
    const events = await readStream<PetitionEvent>(infrastructure.store, registry, stream);
    const registered = events.find(isRegistered);
    if (!registered) throw new DomainError('NOT_FOUND');
    const matter = ownerOf(stream);
    const fields: FieldToOpen[] = fieldsAt(
      { owner: matter, eventId: registered.id, data: registered.event.data },
      paths,
    );
    const opened = await infrastructure.disclosures.disclose({
      actor: context.actor,
      purpose,
      matter,
      fields,
      append: (event) =>
        runner.run({
          decider: disclosureDecider,
          stream: `intake.disclosures-${matter}`,
          command: event,
          context,
        }),
    });
    const values = new Map(
      fields.map(({ path }, i) => {
        const field = opened[i];
        return [path, field?.state === 'open' ? field.value : null] as const;
      }),
    );
    return { registered, values };
  }
}
