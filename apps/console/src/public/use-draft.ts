import { useEffect, useState } from 'react';

type Draft = Readonly<Record<string, string>>;

const PREFIX = 'mb.draft.';

/** Of this tab alone: a phone that drops the page for a moment keeps it, closing the tab ends it. */
export function useDraft(kind: string) {
  const key = PREFIX + kind;
  const [draft, setDraft] = useState<Draft>({});
  useEffect(() => setDraft(kept(key)), [key]);
  const write = (field: string, value: string) => {
    const next = { ...draft, [field]: value };
    setDraft(next);
    sessionStorage.setItem(key, JSON.stringify(next));
  };
  const wipe = () => {
    wipeDrafts();
    setDraft({});
  };
  return { draft, write, wipe };
}

/** All of them. */
export function wipeDrafts(): void {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}

function kept(key: string): Draft {
  try {
    const text: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    return typeof text === 'object' && text !== null ? (text as Draft) : {};
  } catch {
    return {};
  }
}
