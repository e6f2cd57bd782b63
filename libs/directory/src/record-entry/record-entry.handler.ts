import type { DirectoryEntryV1 } from '@minh-bach/contracts';
import type { RequestContext } from '@minh-bach/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DirectoryChanges, type Changed } from '../change-directory/directory-changes.ts';

export class RecordEntryCommand extends Command<Changed> {
  constructor(
    readonly entry: DirectoryEntryV1,
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(RecordEntryCommand)
export class RecordEntryHandler implements ICommandHandler<RecordEntryCommand> {
  constructor(private readonly changes: DirectoryChanges) {}

  execute({ entry, context }: RecordEntryCommand): Promise<Changed> {
    return this.changes.change(entry, context);
  }
}
