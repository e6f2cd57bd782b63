import {
  askGuidance as asking,
  change,
  giveGuidance as giving,
  refusalsOf,
  storedEvent,
} from '@minh-bach/contracts';
import { z, type Actor } from '@minh-bach/kernel';
import type { AskGuidance, GiveGuidance } from './case.commands.ts';
import type { CaseEvent } from './case.events.ts';
import type { Received } from './case.state.ts';
import { ofCase, working } from './event-parts.ts';
import { refuseConcluded, refuseOthers } from './refusals.ts';

/** Xin ý kiến cấp trên. The case stays, and no clock stops; what awaits approval is as it was. */
export const guidanceRequested = storedEvent(
  'GuidanceRequested',
  z.strictObject({ ...ofCase, to: z.string(), question: working, reason: working }),
  {
    isAside: () => true,
    history: ({ to, question, reason }, { names }) => ({
      summary: {
        vi: `Xin ý kiến cấp trên: ${names.unit(to).vi}.`,
        en: `Guidance asked of the level above: ${names.unit(to).en}.`,
      },
      changes: [change('Nội dung', 'Question', question), change('Lý do', 'Why', reason)],
    }),
  },
);

export const guidanceGiven = storedEvent(
  'GuidanceGiven',
  z.strictObject({ ...ofCase, answer: working, letter: z.string().nullable() }),
  {
    history: ({ answer, letter }) => ({
      summary: {
        vi: 'Cấp trên trả lời xin ý kiến.',
        en: 'The level above answered.',
      },
      changes: [
        change('Ý kiến hướng dẫn', 'Guidance', answer),
        ...(letter === null ? [] : [change('Văn bản trả lời', 'Letter', letter)]),
      ],
    }),
  },
);

export function askGuidance(
  { to, question, reason }: AskGuidance,
  state: Received,
  actor: Actor,
): readonly CaseEvent[] {
  const refuse = refusalsOf(asking);
  if (actor.role !== 'head') refuseOthers(state, actor, refuse);
  refuseConcluded(state, refuse);
  if (state.awaitsGuidance) throw refuse('GUIDANCE_AWAITED');
  if (to === null) throw refuse('NOBODY_ABOVE_GUIDES');
  return [{ type: 'GuidanceRequested', data: { ...of(state), to, question, reason } }];
}

export function giveGuidance(
  { guides, answer, letter }: GiveGuidance,
  state: Received,
): readonly CaseEvent[] {
  const refuse = refusalsOf(giving);
  if (!guides) throw refuse('ANOTHER_UNIT_GUIDES');
  refuseConcluded(state, refuse);
  if (!state.awaitsGuidance) throw refuse('NO_GUIDANCE_ASKED');
  return [{ type: 'GuidanceGiven', data: { ...of(state), answer, letter } }];
}

const of = ({ case: { case: number, petitions } }: Received) => ({ case: number, petitions });
