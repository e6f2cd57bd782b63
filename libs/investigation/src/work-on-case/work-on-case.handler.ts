import type { Action } from '@minh-bach/contracts';
import { isDomainError } from '@minh-bach/kernel';
import {
  ServiceRuntime,
  type CommandOutcome,
  type CommandRun,
  type RequestContext,
} from '@minh-bach/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { loadCase, streamOfCase } from '../case-stream.ts';
import type { CaseCommand } from '../domain/case.commands.ts';
import { caseDecider, type CaseState } from '../domain/case.decider.ts';
import type { CaseEvent } from '../domain/case.events.ts';
import { assigningUnit, fourEyes, judgingUnit } from './judging-unit.ts';

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
    const run = { decider: caseDecider, stream, command, context };
    if (command.type === 'ApproveConclusion' || command.type === 'ReturnConclusion')
      return this.#judge(number, action, run);
    await this.#assertReach(number, action, run);
    return this.service.run(run);
  }

  /** Where the heads of its unit are respondents, the unit above assigns and may do the work. */
  async #assertReach(
    number: string,
    action: Action,
    { stream, context: { actor } }: CommandRun<CaseState, CaseCommand, CaseEvent>,
  ) {
    const { state } = await loadCase(this.service, number, 'case.read', actor);
    if (state.case.competentUnit !== actor.unit) {
      const assigning = await assigningUnit(this.service, state);
      if (assigning?.id === actor.unit) return;
    }
    await this.service.matters.assertReach(stream, action, actor);
  }

  /** Nobody who worked on it; then for the unit above, where nobody else is left in the unit. */
  async #judge(number: string, action: Action, run: CommandRun<CaseState, CaseCommand, CaseEvent>) {
    const { actor } = run.context;
    const { state } = await loadCase(this.service, number, 'case.read', actor);
    const judging = await judgingUnit(this.service, state);
    if (judging?.id !== actor.unit)
      await this.service.matters.assertReach(run.stream, action, actor);
    try {
      return await this.service.run(run);
    } catch (error) {
      if (!isDomainError(error, 'FOUR_EYES')) throw error;
      throw fourEyes(state.case.competentUnit, judging);
    }
  }
}
