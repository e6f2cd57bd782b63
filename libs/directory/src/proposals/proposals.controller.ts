import {
  decidedSchema,
  proposalIdSchema,
  proposalsQuery,
  proposalsSchema,
} from '@minh-bach/contracts';
import {
  Allow,
  Command,
  Operation,
  ServiceRuntime,
  answer,
  personRefs,
  words,
  type RequestContext,
} from '@minh-bach/platform';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { ProposalDecisions, type Decided } from './decide-proposal.ts';
import { listProposals } from './list-proposals.ts';
import { CHANGE_PROBLEMS } from '../record-entry/entry-answer.ts';

const DECISION_PROBLEMS = [
  ...CHANGE_PROBLEMS,
  'PROPOSAL_DECIDED',
  'PROPOSAL_ENDED',
  'PROPOSAL_STALE',
  'SECOND_ADMINISTRATOR',
];

@Controller('directory/proposals')
export class ProposalsController {
  constructor(
    private readonly service: ServiceRuntime,
    private readonly decisions: ProposalDecisions,
  ) {}

  @Get()
  @Allow('directory.proposals')
  @Operation({
    summary: words(
      'Các thay đổi chờ quản trị viên thứ hai, hoặc tất cả',
      'Changes that wait for a second administrator, or all',
    ),
    answer: proposalsSchema,
  })
  async list(
    @Query({ schema: proposalsQuery }) { view }: z.infer<typeof proposalsQuery>,
  ): Promise<z.infer<typeof proposalsSchema>> {
    const proposals = await listProposals(this.service, view);
    const people = proposals.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy]);
    const nameOf = await personRefs(this.service.organisation, people);
    return {
      items: proposals.map(({ proposedBy, decidedBy, ...proposal }) => ({
        ...proposal,
        proposedBy: nameOf(proposedBy),
        decidedBy: decidedBy === null ? null : nameOf(decidedBy),
      })),
    };
  }

  @Post(':proposal/confirmation')
  @HttpCode(200)
  @Allow('directory.confirm')
  @Operation({
    summary: words(
      'Quản trị viên thứ hai, hoặc người kiểm tra nội bộ ở cấp cao nhất, xác nhận; thay đổi có hiệu lực',
      'The second administrator, or an auditor of the top unit, confirms; the change takes effect',
    ),
    status: 200,
    answer: decidedSchema,
    problems: DECISION_PROBLEMS,
  })
  async confirm(
    @Param('proposal', { schema: proposalIdSchema }) id: string,
    @Command() context: RequestContext,
  ) {
    return decided(await this.decisions.confirm(id, context));
  }

  @Post(':proposal/refusal')
  @HttpCode(200)
  @Allow('directory.change')
  @Operation({
    summary: words('Từ chối hoặc rút đề xuất', 'Declines a proposal, or takes it back'),
    status: 200,
    answer: decidedSchema,
    problems: DECISION_PROBLEMS,
  })
  async decline(
    @Param('proposal', { schema: proposalIdSchema }) id: string,
    @Command() context: RequestContext,
  ) {
    return decided(await this.decisions.decline(id, context));
  }
}

const decided = (outcome: Decided) => {
  const { id, revision, position = null } = outcome;
  return answer({ id, revision, position }, outcome);
};
