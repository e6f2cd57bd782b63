import { entryAnswerSchema, recordEntrySchema, type DirectoryEntryV1 } from '@minh-bach/contracts';
import { Allow, Command, Operation, answer, words, type RequestContext } from '@minh-bach/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RecordEntryCommand } from './record-entry.handler.ts';

@Controller('directory/entries')
export class RecordEntryController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Allow('directory.change')
  @Operation({
    summary: words(
      'Ghi đơn vị, người, vị trí hoặc người thay thế',
      'Records a unit, a person, a post or a deputy',
    ),
    answer: entryAnswerSchema,
    problems: ['PERIOD_BACKWARDS', 'ENTRY_OF_ANOTHER_KIND', 'NOT_FOR_ONESELF'],
  })
  async record(
    @Body({ schema: recordEntrySchema }) entry: DirectoryEntryV1,
    @Command() context: RequestContext,
  ) {
    const outcome = await this.commands.execute(new RecordEntryCommand(entry, context));
    return answer(
      { id: entry.id, revision: outcome.revision, position: outcome.position ?? null },
      outcome,
    );
  }
}
