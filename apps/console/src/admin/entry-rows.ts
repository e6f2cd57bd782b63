import { ROLE_WORDS } from '@minh-bach/contracts/browser';
import type { DirectoryEntry, LocalizedText, Proposals } from '../api/types.ts';
import { dayMonthYear } from '../i18n/dates.ts';
import type { SayLabel } from '../i18n/language.tsx';
import type { AdminWord, Told } from './told.ts';

type Proposal = Proposals['items'][number];
type Row = readonly [label: AdminWord, value: string];

interface Words {
  readonly say: SayLabel;
  readonly told: Told;
  readonly both: (words: LocalizedText) => string;
  readonly unitOf: (id: string) => string;
  readonly personOf: (id: string) => string;
}

/** An entry of the directory in words, member by member. */
function rowsOf(
  entry: DirectoryEntry,
  { say, told, both, unitOf, personOf }: Words,
): readonly Row[] {
  const day = (date: string | null) => (date === null ? told('admin.open') : dayMonthYear(date));
  const yes = (is: boolean) => say(is ? 'common.yes' : 'common.no');
  switch (entry.kind) {
    case 'unit':
      return [
        ['admin.unitName', both(entry.name)],
        ['admin.unitAbove', entry.parent === null ? '–' : unitOf(entry.parent)],
        ['admin.level', told(`admin.level.${entry.level}`)],
        ['admin.from', day(entry.from)],
        ['admin.to', day(entry.to)],
      ];
    case 'person':
      return [
        ['admin.name', entry.name],
        ['admin.id', entry.id],
        ['admin.subject', entry.subject],
        ['admin.issuer', entry.issuer],
        ['admin.isActive', yes(entry.active)],
      ];
    case 'post':
      return [
        ['admin.name', personOf(entry.person)],
        ['admin.unit', unitOf(entry.unit)],
        ['admin.title', both(entry.title)],
        ['admin.roles', entry.roles.map((role) => both(ROLE_WORDS[role])).join(', ')],
        ['admin.leads', yes(entry.leads === true)],
        ['admin.from', day(entry.from)],
        ['admin.to', day(entry.to)],
      ];
    case 'deputy':
      return [
        ['admin.deputy', personOf(entry.deputy)],
        ['admin.post', entry.post],
        ['admin.insteadOf', entry.holder === undefined ? '–' : personOf(entry.holder)],
        ['admin.from', day(entry.from)],
        ['admin.to', day(entry.to)],
        ['admin.revoked', yes(entry.revoked)],
      ];
  }
}

export interface Compared {
  readonly label: AdminWord;
  /** `undefined`: there was no such entry. */
  readonly before: string | undefined;
  readonly after: string;
}

/** What was, beside what would be. */
export function compared({ entry, before }: Proposal, words: Words): readonly Compared[] {
  const was = new Map(before === null ? [] : rowsOf(before, words));
  return rowsOf(entry, words).map(([label, after]) => ({ label, before: was.get(label), after }));
}

/** Whom or what it is about, for its heading. */
export function subjectOf({ entry }: Proposal, { both, personOf }: Words): string {
  switch (entry.kind) {
    case 'unit':
      return both(entry.name);
    case 'person':
      return entry.name;
    case 'post':
      return personOf(entry.person);
    case 'deputy':
      return personOf(entry.deputy);
  }
}
