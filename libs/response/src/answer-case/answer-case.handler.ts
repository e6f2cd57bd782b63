import type { Action } from '@minh-bach/contracts';
import { ServiceRuntime, type CommandOutcome, type RequestContext } from '@minh-bach/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { streamOfCase } from '../case-stream.ts';
import { caseDecider, type CaseCommand, type CaseState } from '../domain/case.decider.ts';
import type { CaseEvent } from '../domain/case.events.ts';

/** Issue, send, record delivery, close: only the command differs. */
export class AnswerCase extends Command<CommandOutcome<CaseState, CaseEvent>> {
  constructor(
    readonly number: string,
    readonly action: Action,
    readonly command: CaseCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(AnswerCase)
export class AnswerCaseHandler implements ICommandHandler<AnswerCase> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ number, action, command, context }: AnswerCase) {
    const stream = streamOfCase(number);
    await this.service.matters.assertReach(stream, action, context.actor);
    return this.service.run({ decider: caseDecider, stream, command, context });
  }
}
