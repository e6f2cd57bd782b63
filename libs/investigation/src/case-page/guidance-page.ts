import type { CaseMatter } from '@minh-bach/contracts';
import { localDate, type RecordedEvent } from '@minh-bach/kernel';
import { computeDeadlineData } from '@minh-bach/rules';
import type { CaseEvent } from '../domain/case.events.ts';
import { words } from './opened-words.ts';

type PersonRef = (id: string) => { id: string; name: string };
type UnitRef = (id: string) => { id: string; name: { vi: string; en: string } };

/** What was asked of the level above with what it answered, the last first. @param events opened for this reading */
export function guidanceOf(
  events: readonly RecordedEvent<CaseEvent>[],
  person: PersonRef,
  unit: UnitRef,
): CaseMatter['guidance'] {
  const asked: CaseMatter['guidance'] = [];
  for (const { event, metadata } of events) {
    const { recordedAt: at, actor } = metadata;
    const by = person(actor.person);
    if (event.type === 'GuidanceRequested') {
      const { to, question, reason } = event.data;
      const said = { to: unit(to), question: words(question), reason: words(reason) };
      const trigger = localDate(at);
      const { due: answerBy } = computeDeadlineData({ rule: 'UP.GUIDANCE', trigger });
      asked.push({ at, by, ...said, answerBy, answer: null });
    }
    if (event.type === 'GuidanceGiven') {
      const { answer: text, letter } = event.data;
      const open = asked.findLast(({ answer }) => answer === null);
      if (open) open.answer = { at, by, unit: unit(actor.unit), text: words(text), letter };
    }
  }
  return asked.toReversed();
}
