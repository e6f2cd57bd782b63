import { proposalsQuery, proposalsSchema, words } from '@minh-bach/contracts';
import { Allow, Operation } from '@minh-bach/http';
import { ServiceRuntime, personRefs } from '@minh-bach/platform';
import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { listProposals } from './list-proposals.ts';

@Controller('directory/proposals')
export class ProposalsController {
  constructor(private readonly service: ServiceRuntime) {}

  @Get()
  @Allow('directory.proposals')
  @Operation({
    summary: words(
      'Các thay đổi chờ quản trị viên thứ hai, hoặc tất cả',
      'Changes that wait for a second administrator, or all',
    ),
    answer: proposalsSchema,
    problems: ['BAD_CURSOR'],
  })
  async list(
    @Query({ schema: proposalsQuery }) asked: z.infer<typeof proposalsQuery>,
  ): Promise<z.infer<typeof proposalsSchema>> {
    const { proposals, next } = await listProposals(this.service, asked);
    const people = proposals.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy]);
    const nameOf = await personRefs(this.service.organisation, people);
    return {
      items: proposals.map(({ proposedBy, decidedBy, ...proposal }) => ({
        ...proposal,
        proposedBy: nameOf(proposedBy),
        decidedBy: decidedBy === null ? null : nameOf(decidedBy),
      })),
      nextCursor: next,
    };
  }
}
