import { INTEGRATION_EVENTS } from '@minh-bach/contracts';
import { DomainError } from '@minh-bach/kernel';
import type { z } from 'zod';

/** Schemas of the data of integration events, by topic and type. */
export type Contracts = Readonly<Record<string, Readonly<Record<string, z.ZodType>>>>;

export const integrationContracts: Contracts = INTEGRATION_EVENTS;

/**
 * Data as its contract wants it: what is not in the contracts is neither sent nor taken in.
 *
 * @throws DomainError `UNKNOWN_MESSAGE_TYPE` {topic, type}; ZodError when the data does not fit
 */
export function dataByContract(
  contracts: Contracts,
  { topic, type, data }: { topic: string; type: string; data: unknown },
): unknown {
  const types = Object.hasOwn(contracts, topic) ? contracts[topic] : undefined;
  const schema = types && Object.hasOwn(types, type) ? types[type] : undefined;
  if (!schema) throw new DomainError('UNKNOWN_MESSAGE_TYPE', { topic, type });
  return schema.parse(data);
}
