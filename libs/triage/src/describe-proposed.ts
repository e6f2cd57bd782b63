import { KIND_WORDS } from '@minh-bach/contracts';
import { change, type Described, type Names } from '@minh-bach/platform';
import type { Basis, PetitionEvent } from './domain/petition.events.ts';
import { AWAITING_WORDS, OUTCOME_WORDS, STATE_WORDS } from './words.ts';

export type ProposedEvent = Extract<
  PetitionEvent,
  {
    type:
      | 'ReclassificationProposed'
      | 'ReclassificationDeclined'
      | 'SettlementProposed'
      | 'SettlementDeclined';
  }
>;

/** What one person would decide on a denunciation, and that another did not confirm it. */
export function describeProposed({ type, data }: ProposedEvent): Described {
  switch (type) {
    case 'ReclassificationProposed': {
      const { vi, en } = KIND_WORDS[data.proposed.kind];
      return {
        summary: {
          vi: `Đề nghị phân loại lại đơn tố cáo thành ${vi.toLowerCase()}; chờ người thứ hai xác nhận.`,
          en: `Proposed: the denunciation is classified as ${en.toLowerCase()}; a second person has to confirm.`,
        },
        changes: [change('Lý do', 'Reason', data.reason)],
        state: AWAITING_WORDS,
      };
    }
    case 'ReclassificationDeclined': {
      const { vi, en } = KIND_WORDS[data.proposed.kind];
      return {
        summary: {
          vi: `Không chấp nhận phân loại lại thành ${vi.toLowerCase()}; đơn vẫn là tố cáo.`,
          en: `Not confirmed as ${en.toLowerCase()}; it stays a denunciation.`,
        },
        changes: [change('Lý do', 'Reason', data.note)],
      };
    }
    case 'SettlementProposed': {
      const { vi, en } = OUTCOME_WORDS[data.proposed.outcome];
      return {
        summary: {
          vi: `Đề nghị đối với đơn tố cáo: ${vi.toLowerCase()}; chờ người thứ hai xác nhận.`,
          en: `Proposed for the denunciation: ${en.toLowerCase()}; a second person has to confirm.`,
        },
        changes: [...body(data.proposed), change('Lý do', 'Reason', data.reason)],
        rules: basisRule(data.proposed.basis),
        state: AWAITING_WORDS,
      };
    }
    case 'SettlementDeclined': {
      const { vi, en } = OUTCOME_WORDS[data.proposed.outcome];
      return {
        summary: {
          vi: `Không chấp nhận đề nghị: ${vi.toLowerCase()}; đơn tố cáo vẫn chờ quyết định.`,
          en: `Not confirmed: ${en.toLowerCase()}; the denunciation still awaits a decision.`,
        },
        changes: [change('Lý do', 'Reason', data.note)],
        state: STATE_WORDS.classified,
      };
    }
  }
}

/** Where a second person confirmed. */
export const proposer = (proposedBy: string | undefined, names: Names) =>
  proposedBy === undefined
    ? []
    : [change('Người đề nghị', 'Proposed by', names.person(proposedBy))];

export const body = ({ competentBody }: { readonly competentBody: string | null }) =>
  competentBody === null ? [] : [change('Cơ quan có thẩm quyền', 'Competent body', competentBody)];

export const basisRule = (basis: Basis) => [
  {
    rule: basis.rule === null ? 'TRIAGE' : `TRIAGE.${basis.rule}`,
    version: basis.packVersion,
    law: basis.law,
    legal: true,
    explanation: basis.agreed
      ? { vi: 'Quyết định theo đề xuất của hệ thống.', en: 'Decided as the engine proposed.' }
      : {
          vi: 'Quyết định khác đề xuất của hệ thống; lý do được ghi lại.',
          en: 'Decided otherwise than proposed; the reason is on record.',
        },
  },
];
