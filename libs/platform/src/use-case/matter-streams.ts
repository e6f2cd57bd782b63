import type { Action, CommandDefinition } from '@minh-bach/contracts';
import type { Actor, Decider, DomainEvent } from '@minh-bach/kernel';
import type { CommandOutcome, CommandRun } from '../commands/command-run.ts';
import { loadMatter, type Known, type LoadedMatter } from '../pages/load-matter.ts';
import type { ServiceRuntime } from '../service/service-runtime.ts';
import type { Asked } from './use-case.ts';

/** The streams of one kind of matter in a service, e.g. `response.case-…`, with their decider. */
export class MatterStreams<S extends { readonly is: string }, C, E extends DomainEvent> {
  constructor(
    readonly prefix: string,
    readonly decider: Decider<S, C, E>,
  ) {}

  nameOf(number: string): string {
    return `${this.prefix}${number}`;
  }

  /** By its own number, or by one of its petitions'. @throws DomainError `NOT_FOUND` */
  load(
    service: ServiceRuntime,
    number: string,
    action: Action,
    actor: Actor,
  ): Promise<LoadedMatter<Known<S>, E>> {
    return loadMatter<S, E>(service, this, number, action, actor);
  }

  /** Decides on what was loaded; where another command came first, on the fresh stream. */
  decide(
    { service, context }: Pick<Asked, 'service' | 'context'>,
    { stream, events }: LoadedMatter<Known<S>, E>,
    command: C,
    beforeDecision?: CommandRun<S, C, E>['beforeDecision'],
  ): Promise<CommandOutcome<S, E>> {
    const run = { decider: this.decider, stream, command, context, read: events };
    return service.run({ ...run, ...(beforeDecision && { beforeDecision }) });
  }

  /** What `decide` would refuse now, without writing anything: before work that costs more than that. */
  async check(
    { service, context }: Pick<Asked, 'service' | 'context'>,
    { stream, events }: LoadedMatter<Known<S>, E>,
    command: C,
    beforeDecision?: CommandRun<S, C, E>['beforeDecision'],
  ): Promise<void> {
    const run = { decider: this.decider, stream, command, context, read: events };
    await service.check({ ...run, ...(beforeDecision && { beforeDecision }) });
  }

  /** The use case in which reach is all that is asked beside the decider. */
  reached<D extends CommandDefinition>(commandOf: (asked: Asked<D>) => C | Promise<C>) {
    return async (asked: Asked<D>): Promise<CommandOutcome<S, E>> => {
      const { service, number, action, context } = asked;
      const stream = this.nameOf(number);
      await service.matters.assertReach(stream, action, context.actor);
      const command = await commandOf(asked);
      return service.run({ decider: this.decider, stream, command, context });
    };
  }
}
