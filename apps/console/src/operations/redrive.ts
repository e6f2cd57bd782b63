import { useMutation, useQueryClient } from '@tanstack/react-query';
import { command } from '../api/call.ts';
import type { Redriven, Service } from '../api/types.ts';
import { operationsQuery } from './operations-query.ts';

export interface Retried extends Redriven {
  readonly service: Service;
  readonly at: string;
}

interface Asked {
  readonly service: Service;
  /** Without it: all that is parked there, and what could not be read. */
  readonly stream?: string;
}

/** Tries what is parked again. Each press is a command of its own: who presses again wants it done again. */
export function useRedrive() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ service, ...body }: Asked): Promise<Retried> => {
      const key = crypto.randomUUID();
      const done = await command<Redriven>(service, '/operations/redrive', body, { key });
      return { ...done, service, at: new Date().toISOString() };
    },
    onSettled: () => queries.invalidateQueries(operationsQuery),
  });
}
