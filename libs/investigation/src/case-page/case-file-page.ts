import type { CaseMatter } from '@minh-bach/contracts';
import type { RecordedEvent } from '@minh-bach/kernel';
import { folioOf, type Papers } from '../domain/case-file.ts';
import type { CaseEvent } from '../domain/case.events.ts';
import { words } from './opened-words.ts';

type PersonRef = (id: string) => { id: string; name: string };

/** What was recorded, in its order, and what was taken out since. @param events opened for this reading */
export function caseFile(
  events: readonly RecordedEvent<CaseEvent>[],
  person: PersonRef,
): Pick<CaseMatter, 'explanations' | 'evidence'> {
  const explanations: CaseMatter['explanations'] = [];
  const evidence: CaseMatter['evidence'] = [];
  const withdrawn = withdrawals(events, person);
  let item = 0;
  const recorded = (data: Papers, { metadata: { recordedAt, actor } }: RecordedEvent) => ({
    at: recordedAt,
    by: person(actor.person),
    item,
    folio: folioOf(data),
    files: (data.files ?? []).map(({ type, size, folio }) => ({ type, size, folio })),
    withdrawn: withdrawn.get(item) ?? null,
  });
  for (const one of events) {
    const { event } = one;
    if (event.type === 'ExplanationRecorded') {
      item += 1;
      const { givenBy, givenOn, text } = event.data;
      const said = { givenBy: words(givenBy), givenOn, text: words(text) };
      explanations.push({ ...recorded(event.data, one), ...said });
    }
    if (event.type === 'EvidenceRecorded') {
      item += 1;
      const { title, obtainedOn, source, text } = event.data;
      const said = { title: words(title), obtainedOn, source: words(source), text: words(text) };
      evidence.push({ ...recorded(event.data, one), ...said });
    }
  }
  return { explanations, evidence };
}

/** By the place of what was taken out. */
const withdrawals = (events: readonly RecordedEvent<CaseEvent>[], person: PersonRef) =>
  new Map(
    events.flatMap(({ event, metadata: { recordedAt: at, actor } }) =>
      event.type === 'ItemWithdrawn'
        ? [
            [
              event.data.item,
              { at, by: person(actor.person), reason: words(event.data.reason) },
            ] as const,
          ]
        : [],
    ),
  );
