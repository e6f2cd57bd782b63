import { queryOptions } from '@tanstack/react-query';
import { read } from '../api/call.ts';
import { noAnswer, Problem } from '../api/problem.ts';
import type { Counts } from '../api/types.ts';
import { figuresOf, STAGES, type Figures, type Stage } from './figures.ts';

export interface Overview {
  readonly figures: Figures;
  /** Services that did not answer: what they have is missing in the figures, and the page says so. */
  readonly pending: readonly Stage[];
}

/** Figures of all services. @param unit a part of the own branch */
export const overviewQuery = (unit: string | undefined) =>
  queryOptions({
    queryKey: ['overview', unit],
    queryFn: async ({ signal }): Promise<Overview> => {
      const answers = await Promise.all(
        STAGES.map(async (stage) => {
          try {
            const of = unit === undefined ? '' : `?unit=${unit}`;
            return { stage, counts: await read<Counts>(`/${stage}/counts${of}`, signal) };
          } catch (error) {
            if (error instanceof Problem && error.status < 500) throw error;
            return { stage };
          }
        }),
      );
      const counted = answers.flatMap(({ stage, counts }) => (counts ? [{ stage, counts }] : []));
      const pending = answers.flatMap(({ stage, counts }) => (counts ? [] : [stage]));
      if (counted.length === 0) throw new Problem(noAnswer);
      return { figures: figuresOf(counted), pending };
    },
    refetchInterval: 60_000,
  });
