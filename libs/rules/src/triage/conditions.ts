import type { ContentKind, TriageFacts } from './facts.ts';

/** The facts with what follows from them: an organisation's denunciation counts as feedback. */
export interface Matter extends TriageFacts {
  readonly kinds: readonly ContentKind[];
  /** The kind, once the petition has but one. */
  readonly kind: ContentKind | undefined;
}

export function matterOf(facts: TriageFacts): Matter {
  const kinds = [
    ...new Set(
      facts.contents.map((kind) =>
        kind === 'denunciation' && facts.sender.kind !== 'individual' ? 'feedback' : kind,
      ),
    ),
  ];
  return { ...facts, kinds, kind: kinds.length === 1 ? kinds[0] : undefined };
}

const isDenunciation = ({ kind }: Matter): boolean => kind === 'denunciation';
const isElsewhere = ({ competence }: Matter): boolean => competence === 'elsewhere';

/** Luật Tố cáo 25/2018 Đ.25: an unknown denouncer, or none of the forms of Đ.22. */
const isUnattributable = ({ sender, form }: Matter): boolean =>
  !sender.named ||
  !sender.identifiable ||
  sender.othersName ||
  (form !== 'written' && form !== 'in_person');

/** The receiver is competent, or must urge a lower unit that is late (TT 05/2021 Đ.14 k.2). */
export const mustAct = ({ competence, lowerOverdue }: Matter): boolean =>
  competence === 'own' || (competence === 'lower' && lowerOverdue);

/** When each rule of `triage.json` holds, by its order. */
export const conditions: ReadonlyMap<number, (matter: Matter) => boolean> = new Map<
  number,
  (matter: Matter) => boolean
>([
  [10, (m) => m.crimeSigns],
  [20, (m) => m.stateSecret || m.imminentDamage],
  [30, (m) => m.kinds.length > 1],
  [40, (m) => isDenunciation(m) && isUnattributable(m) && m.concrete],
  [50, (m) => isDenunciation(m) && isUnattributable(m)],
  [60, (m) => !isDenunciation(m) && m.form === 'written' && !(m.sender.named && m.sender.signed)],
  // Only what is on paper or on a screen can be illegible; a call cannot.
  [
    70,
    (m) =>
      (!m.language.startsWith('vi') && !m.notarisedTranslation) ||
      (m.form !== 'phone' && !m.legible),
  ],
  // Luật Tố cáo Đ.24 k.3 frees only a receiver without authority, and a late lower unit is urged.
  [
    80,
    (m) =>
      m.addressees > 1 &&
      (isElsewhere(m) || (m.competence === 'lower' && m.filedWithLower && !m.lowerOverdue)),
  ],
  [90, (m) => (m.guidedBefore || m.transferredBefore) && !mustAct(m)],
  [100, (m) => m.finalDecision && !m.newEvidence],
  [110, (m) => m.competence === 'own' && m.conditionsMet],
  [120, (m) => m.competence === 'own'],
  [130, (m) => isElsewhere(m) && m.kind === 'complaint' && m.forwardedBy === null],
  [140, (m) => isElsewhere(m) && m.kind === 'complaint'],
  [150, (m) => isElsewhere(m) && isDenunciation(m) && m.form === 'written'],
  [160, (m) => isElsewhere(m) && (m.kind === 'petition' || m.kind === 'feedback')],
  [170, (m) => m.competence === 'lower' && m.lowerOverdue],
  [180, (m) => m.competence === 'lower' && !m.filedWithLower],
  [190, (m) => m.partyMatter],
]);

/**
 * Where the nineteen rules are silent and the law is not: a denouncer in person outside authority
 * is guided (Luật Tố cáo Đ.24 k.2), and what a lower unit has in time stays there.
 */
export function unlistedRule(matter: Matter): number | undefined {
  if (isElsewhere(matter) && isDenunciation(matter) && matter.form === 'in_person') return 150;
  return matter.competence === 'lower' ? 180 : undefined;
}

/** What a rule proposes, where it depends on more than the rule. */
export function outcomesOf(order: number, then: readonly string[], matter: Matter) {
  if (order === 150 && matter.form === 'in_person') return ['guide'];
  if (order === 180) return matter.kind === 'complaint' ? ['guide'] : ['transfer'];
  return then;
}
