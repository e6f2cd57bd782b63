import type { Action } from '@minh-bach/contracts';
import { ServiceRuntime, type CommandOutcome, type RequestContext } from '@minh-bach/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { loadCase, streamOfCase } from '../case-stream.ts';
import {
  caseDecider,
  type CaseCommand,
  type CaseState,
  type CloseCase,
  type IssueDecision,
  type RecordDelivery,
  type SendDecision,
} from '../domain/case.decider.ts';
import type { CaseEvent } from '../domain/case.events.ts';
import { issuingUnit, maySign } from './issuing.ts';

type AskedToIssue = Omit<IssueDecision, 'signerMaySign'>;
type Asked = AskedToIssue | SendDecision | RecordDelivery | CloseCase;

/** Issue, send, record delivery, close: only the command differs. */
export class AnswerCase extends Command<CommandOutcome<CaseState, CaseEvent>> {
  constructor(
    readonly number: string,
    readonly action: Action,
    readonly command: Asked,
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
    if (command.type === 'IssueDecision') {
      const issue = await this.#issuing(number, command, context);
      return this.#run(stream, issue, context);
    }
    await this.service.matters.assertReach(stream, action, context.actor);
    return this.#run(stream, command, context);
  }

  /** Where the heads of its unit are respondents, the head above issues it. */
  async #issuing(
    number: string,
    command: AskedToIssue,
    { actor }: RequestContext,
  ): Promise<IssueDecision> {
    const { state } = await loadCase(this.service, number, 'case.read', actor);
    const { unit } = actor;
    if (unit !== (await issuingUnit(this.service, state)))
      await this.service.matters.assertReach(streamOfCase(number), 'response.issue', actor);
    const { signer, issuedOn: on } = command;
    return {
      ...command,
      signerMaySign: await maySign(this.service, state, { signer, unit, on }),
    };
  }

  #run(stream: string, command: CaseCommand, context: RequestContext) {
    return this.service.run({ decider: caseDecider, stream, command, context });
  }
}
