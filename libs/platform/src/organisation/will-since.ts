import { areOneWill, willOf, type Acting, type Will } from '@minh-bach/contracts';
import type { Organisation } from './organisation.ts';

interface Service {
  readonly organisation: Pick<Organisation, 'actedFor'>;
}

/**
 * With all for whom the person deputised since then, whatever post they act in: a head who ends a
 * deputation gets no second person by it.
 *
 * @param since ISO date
 */
export const willSince = async (
  { organisation }: Service,
  acting: Acting,
  since: string,
): Promise<Will> => [...willOf(acting), ...(await organisation.actedFor(willOf(acting), since))];

/** Whether they are no two persons, whatever posts they act in. */
export const areOneWillSince = async (
  service: Service,
  since: string,
  first: Acting,
  second: Acting,
): Promise<boolean> =>
  areOneWill(await willSince(service, first, since), await willSince(service, second, since));
