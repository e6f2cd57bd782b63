import {
  proposalsQuery,
  proposalsSchema,
  words,
  type DirectoryEntryV1,
} from '@minh-bach/contracts';
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
    const people = proposals.flatMap(({ proposedBy, decidedBy, entry, before }) => [
      proposedBy,
      decidedBy,
      ...peopleIn(entry, before),
    ]);
    const nameOf = await personRefs(this.service.organisation, people);
    return {
      items: proposals.map(({ proposedBy, decidedBy, ...proposal }) => ({
        ...proposal,
        people: peopleIn(proposal.entry, proposal.before).map(nameOf),
        proposedBy: nameOf(proposedBy),
        decidedBy: decidedBy === null ? null : nameOf(decidedBy),
      })),
      nextCursor: next,
    };
  }
}

/** Holders, deputies, and those for whom they act. */
function peopleIn(...entries: readonly (DirectoryEntryV1 | null)[]): string[] {
  const named = entries.flatMap((entry) => {
    if (entry?.kind === 'post') return [entry.person];
    return entry?.kind === 'deputy' ? [entry.deputy, entry.holder] : [];
  });
  return [...new Set(named.filter((id) => id !== undefined))];
}
