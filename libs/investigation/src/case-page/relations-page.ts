import { CONFLICT_WORDS, type CaseMatter, type PetitionKind } from '@minh-bach/contracts';
import type { RecordedEvent } from '@minh-bach/kernel';
import type { CaseEvent } from '../domain/case.events.ts';
import { barring } from '../domain/relations.ts';
import { words } from './opened-words.ts';

type PersonRef = (id: string) => { id: string; name: string };
type Shown = CaseMatter['relations'];

/** How people stand to the case, with the rule that bars them. @param events opened for this reading */
export function relationsOf(
  events: readonly RecordedEvent<CaseEvent>[],
  person: PersonRef,
  kind: PetitionKind,
): Shown {
  const shown: Shown = [];
  for (const { event, metadata } of events) {
    const { recordedAt: at, actor } = metadata;
    const by = person(actor.person);
    if (event.type === 'RelationDeclared' || event.type === 'AssignmentDeclined') {
      const { relation, note } = event.data;
      const declined = event.type === 'AssignmentDeclined';
      const of = event.type === 'RelationDeclared' ? event.data.person : event.data.assignee;
      const rule = barring(kind, relation);
      shown.push({
        ...{ item: shown.length + 1, at, by, person: person(of), relation, note: words(note) },
        ...{ isOwn: of === actor.person, declined, dismissed: null },
        rule: rule && { id: rule.id, text: CONFLICT_WORDS[rule.id], legal: rule.legal },
      });
    }
    if (event.type === 'RelationDismissed') {
      const { relation, reason } = event.data;
      const found = shown[relation - 1];
      if (found) found.dismissed = { at, by, reason: words(reason) };
    }
  }
  return shown;
}
