import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Problem } from '../api/problem.ts';
import { useLanguage } from '../i18n/language.tsx';
import type { Selection } from './selection.ts';

interface Result {
  readonly number: string;
  /** Why not; nothing where it is done. */
  readonly problem?: string;
}

export interface Bulk {
  readonly busy: boolean;
  readonly results: readonly Result[];
  /** @param said what all of them are sent: the same to the same matter is one command */
  readonly run: (said: string) => Promise<void>;
}

/**
 * Does the same to all that is chosen. Each is a command of its own under a key of its own: what was sent
 * twice counts once, and of each it is said whether it is done. What failed stays chosen.
 *
 * @param act gives why it was not done, if so
 */
export function useBulk(
  selection: Selection,
  act: (number: string, key: string) => Promise<string | undefined>,
  onDone: () => Promise<void>,
): Bulk {
  const { language } = useLanguage();
  const keys = useRef(new Map<string, string>());
  const [busy, setBusy] = useState(false);
  const [results, setResults] = useState<readonly Result[]>([]);
  async function one(number: string, said: string): Promise<Result> {
    const of = `${number} ${said}`;
    const key = keys.current.get(of) ?? crypto.randomUUID();
    keys.current.set(of, key);
    try {
      const problem = await act(number, key);
      return { number, ...(problem === undefined ? {} : { problem }) };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { number, problem: error.body[language].title };
    }
  }
  async function run(said: string): Promise<void> {
    setBusy(true);
    const done: Result[] = [];
    try {
      for (const number of selection.chosen) {
        done.push(await one(number, said));
        setResults([...done]);
      }
    } finally {
      setBusy(false);
      await onDone();
      selection.set(failedOf(done).map(({ number }) => number));
    }
  }
  return { busy, results, run };
}

const failedOf = (results: readonly Result[]): readonly Result[] =>
  results.filter(({ problem }) => problem !== undefined);

/** How many were done, and why the others were not. */
export function BulkResults({
  bulk: { busy, results },
  done,
}: {
  bulk: Bulk;
  done: (n: number, all: number) => string;
}) {
  const failed = failedOf(results);
  return (
    <div role="status">
      {!busy && results.length > 0 && <p>{done(results.length - failed.length, results.length)}</p>}
      {failed.length > 0 && (
        <ul>
          {failed.map(({ number, problem }) => (
            <li key={number}>
              <Link to="/ho-so/$number" params={{ number }}>
                {number}
              </Link>
              : {problem}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
