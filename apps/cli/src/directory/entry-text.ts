import type { DirectoryEntryV1 } from '@minh-bach/contracts';

/** `post hq-sm.an`, and what it says, each member that differs from before beside what it was. */
export function entryText(entry: DirectoryEntryV1, before: DirectoryEntryV1 | null): string {
  const was: Readonly<Record<string, unknown>> = before ?? {};
  const members = Object.entries(entry).flatMap(([name, value]) => {
    if (name === 'kind' || name === 'id') return [];
    const now = JSON.stringify(value);
    const then = JSON.stringify(was[name]);
    if (before === null) return [`${name}: ${now}`];
    return now === then ? [] : [`${name}: ${then ?? '–'} → ${now}`];
  });
  return [`${entry.kind} ${entry.id}`, ...members].join('\n    ');
}
