import { CONFLICT_WORDS, type CaseMatter, type PetitionKind } from '@minh-bach/contracts';
import type { RecordedEvent } from '@minh-bach/kernel';
import type { CaseEvent } from '../domain/case.events.ts';
import { isUntold } from '../domain/relation.events.ts';
import { barring, isDismissedBy } from '../domain/relations.ts';
import { words } from './opened-words.ts';

type PersonRef = (id: string) => { id: string; name: string };
type Shown = CaseMatter['relations'];

const UNTOLD = { relation: null, note: null, rule: null };

/** How people stand to the case, with the rule that bars them. @param events opened for this reading */
export function relationsOf(
  events: readonly RecordedEvent<CaseEvent>[],
  person: PersonRef,
  opened: PetitionKind,
  isDenunciation: boolean,
): Shown {
  const kind = isDenunciation ? 'denunciation' : opened;
  const shown: Shown = [];
  const findings = new Map<number, number>();
  for (const { event, metadata } of events) {
    const { recordedAt: at, actor } = metadata;
    const by = person(actor.person);
    if (event.type === 'RelationDeclared' || event.type === 'AssignmentDeclined') {
      const { relation, note } = event.data;
      const declined = event.type === 'AssignmentDeclined';
      const of = event.type === 'RelationDeclared' ? event.data.person : event.data.assignee;
      const rule = barring(kind, relation);
      const said = {
        relation,
        note: words(note),
        rule: rule && { id: rule.id, text: CONFLICT_WORDS[rule.id], legal: rule.legal },
      };
      shown.push({
        ...{ item: shown.length + 1, at, by, person: person(of), isOwn: of === actor.person },
        ...{ declined, dismissed: null },
        ...(isUntold(event.data, isDenunciation) ? UNTOLD : said),
      });
    }
    if (event.type === 'RelationDismissed') {
      const { relation, reason } = event.data;
      const found = shown[relation - 1];
      const heads = (findings.get(relation) ?? 0) + 1;
      findings.set(relation, heads);
      // Its reason speaks of the same relation.
      const isTold = found?.relation !== null;
      if (found && isDismissedBy(heads, isDenunciation))
        found.dismissed = { at, by, reason: isTold ? words(reason) : null };
    }
  }
  return shown;
}
