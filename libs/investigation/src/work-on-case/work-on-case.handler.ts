import type { Action } from '@minh-bach/contracts';
import { ServiceRuntime, type CommandOutcome, type RequestContext } from '@minh-bach/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { streamOfCase } from '../case-stream.ts';
import type { CaseCommand } from '../domain/case.commands.ts';
import { caseDecider, type CaseState } from '../domain/case.decider.ts';
import type { CaseEvent } from '../domain/case.events.ts';

/** Anything that a person does with a case: only the command differs. */
export class WorkOnCase extends Command<CommandOutcome<CaseState, CaseEvent>> {
  constructor(
    readonly number: string,
    readonly action: Action,
    readonly command: CaseCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(WorkOnCase)
export class WorkOnCaseHandler implements ICommandHandler<WorkOnCase> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ number, action, command, context }: WorkOnCase) {
    const stream = streamOfCase(number);
    await this.service.matters.assertReach(stream, action, context.actor.unit);
    return this.service.run({ decider: caseDecider, stream, command, context });
  }
}
