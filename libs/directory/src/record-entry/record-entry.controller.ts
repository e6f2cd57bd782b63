import { entryAnswerSchema, recordEntrySchema, type DirectoryEntryV1 } from '@minh-bach/contracts';
import { Allow, Command, Operation, words, type RequestContext } from '@minh-bach/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CHANGE_PROBLEMS, entryAnswer } from './entry-answer.ts';
import { RecordEntryCommand } from './record-entry.handler.ts';

@Controller('directory/entries')
export class RecordEntryController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Allow('directory.change')
  @Operation({
    summary: words(
      'Ghi đơn vị, người, vị trí hoặc người thay thế; việc trao quyền chờ quản trị viên thứ hai xác nhận',
      'Records a unit, a person, a post or a deputy; what gives a right waits for a second administrator',
    ),
    answer: entryAnswerSchema,
    problems: CHANGE_PROBLEMS,
  })
  async record(
    @Body({ schema: recordEntrySchema }) entry: DirectoryEntryV1,
    @Command() context: RequestContext,
  ) {
    return entryAnswer(entry, await this.commands.execute(new RecordEntryCommand(entry, context)));
  }
}
