import type { DirectoryEntryV1 } from '@minh-bach/contracts';
import { ServiceRuntime, type CommandOutcome, type RequestContext } from '@minh-bach/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { entryDecider } from '../domain/entry.decider.ts';
import type { Entry, EntryEvent } from '../domain/entry.events.ts';

export class RecordEntryCommand extends Command<CommandOutcome<Entry | null, EntryEvent>> {
  constructor(
    readonly entry: DirectoryEntryV1,
    readonly context: RequestContext,
  ) {
    super();
  }
}

export const streamOf = ({ kind, id }: DirectoryEntryV1): string => `directory.${kind}-${id}`;

@CommandHandler(RecordEntryCommand)
export class RecordEntryHandler implements ICommandHandler<RecordEntryCommand> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ entry, context }: RecordEntryCommand) {
    return this.service.runner.run({
      decider: entryDecider,
      stream: streamOf(entry),
      command: { type: 'RecordEntry', entry },
      context,
    });
  }
}
