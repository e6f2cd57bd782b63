import type { DeputyEntry } from '@minh-bach/contracts';
import { ServiceRuntime, type CommandOutcome, type RequestContext } from '@minh-bach/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { entryDecider } from '../domain/entry.decider.ts';
import type { Entry, EntryEvent } from '../domain/entry.events.ts';
import { streamOf } from '../record-entry/record-entry.handler.ts';

export class AppointDeputyCommand extends Command<CommandOutcome<Entry | null, EntryEvent>> {
  constructor(
    readonly entry: DeputyEntry,
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(AppointDeputyCommand)
export class AppointDeputyHandler implements ICommandHandler<AppointDeputyCommand> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ entry, context }: AppointDeputyCommand) {
    return this.service.runner.run({
      decider: entryDecider,
      stream: streamOf(entry),
      command: { type: 'AppointDeputy', entry },
      context,
    });
  }
}
