import {
  assignSchema,
  caseNoteSchema,
  caseNumberSchema,
  commandAnswerSchema,
  evidenceSchema,
  explanationSchema,
  type Action,
} from '@minh-bach/contracts';
import {
  Allow,
  Command,
  Operation,
  ServiceRuntime,
  answer,
  commandAnswerOf,
  words,
  type RequestContext,
} from '@minh-bach/platform';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { loadCase } from '../case-stream.ts';
import type { CaseCommand } from '../domain/case.commands.ts';
import { mayBeAssigned } from './judging-unit.ts';
import { WorkOnCase } from './work-on-case.handler.ts';

const number = { schema: caseNumberSchema };
const described = { answer: commandAnswerSchema };

/** From assignment to evidence. */
@Controller('investigation/cases')
export class VerifyCaseController {
  constructor(
    private readonly commands: CommandBus,
    private readonly service: ServiceRuntime,
  ) {}

  @Post(':number/assignment')
  @HttpCode(200)
  @Allow('case.assign')
  @Operation({
    ...described,
    summary: words('Giao xác minh', 'Assigns a case'),
    status: 200,
    problems: ['ASSIGNEE_CANNOT_VERIFY', 'ALREADY_CONCLUDED'],
  })
  async assign(
    @Param('number', number) id: string,
    @Body({ schema: assignSchema }) { assignee }: z.infer<typeof assignSchema>,
    @Command({ ifMatch: true }) context: RequestContext,
  ) {
    const { state } = await loadCase(this.service, id, 'case.read', context.actor);
    const assigneeMayVerify = await mayBeAssigned(this.service, state, assignee);
    return this.#work(
      id,
      'case.assign',
      { type: 'AssignCase', assignee, assigneeMayVerify },
      context,
    );
  }

  @Post(':number/notes')
  @Allow('case.note')
  @Operation({ ...described, summary: words('Ghi chú', 'Adds a note') })
  async note(
    @Param('number', number) id: string,
    @Body({ schema: caseNoteSchema }) { text }: z.infer<typeof caseNoteSchema>,
    @Command() context: RequestContext,
  ) {
    return this.#work(id, 'case.note', { type: 'AddNote', text }, context);
  }

  @Post(':number/explanations')
  @Allow('case.record')
  @Operation({
    ...described,
    summary: words('Ghi nhận giải trình', 'Records an explanation'),
    problems: ['NOT_THE_ASSIGNEE', 'ALREADY_CONCLUDED', 'DATE_IN_FUTURE'],
  })
  async explanation(
    @Param('number', number) id: string,
    @Body({ schema: explanationSchema }) body: z.infer<typeof explanationSchema>,
    @Command() context: RequestContext,
  ) {
    return this.#work(id, 'case.record', { type: 'RecordExplanation', ...body }, context);
  }

  @Post(':number/evidence')
  @Allow('case.record')
  @Operation({
    ...described,
    summary: words('Ghi nhận chứng cứ', 'Records evidence'),
    problems: ['NOT_THE_ASSIGNEE', 'ALREADY_CONCLUDED', 'DATE_IN_FUTURE'],
  })
  async evidence(
    @Param('number', number) id: string,
    @Body({ schema: evidenceSchema }) body: z.infer<typeof evidenceSchema>,
    @Command() context: RequestContext,
  ) {
    return this.#work(id, 'case.record', { type: 'RecordEvidence', ...body }, context);
  }

  async #work(id: string, action: Action, command: CaseCommand, context: RequestContext) {
    const outcome = await this.commands.execute(new WorkOnCase(id, action, command, context));
    return answer(commandAnswerOf(outcome), outcome);
  }
}
