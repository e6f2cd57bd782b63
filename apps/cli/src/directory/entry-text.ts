import type { DirectoryEntryV1 } from '@minh-bach/contracts';

/** `post hq-sm.an`, and what it says, each member that differs from before beside what it was. */
export function entryText(entry: DirectoryEntryV1, before: DirectoryEntryV1 | null): string {
  const was: Readonly<Record<string, unknown>> = before ?? {};
  const is: Readonly<Record<string, unknown>> = { ...entry };
  // A member that is left out says something, too.
  const names = new Set([...Object.keys(entry), ...Object.keys(was)]);
  const members = [...names].flatMap((name) => {
    if (name === 'kind' || name === 'id') return [];
    const [then, now] = [JSON.stringify(was[name]), JSON.stringify(is![name])];
    if (before === null) return [`${name}: ${now}`];
    return now === then ? [] : [`${name}: ${then ?? '–'} → ${now ?? '–'}`];
  });
  return [`${entry.kind} ${entry.id}`, ...members].join('\n    ');
}
