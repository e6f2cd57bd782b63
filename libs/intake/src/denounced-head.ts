import { DomainError, type Actor } from '@minh-bach/kernel';
import type { ServiceRuntime } from '@minh-bach/platform';
import type { RegisteredPetition } from './petition-stream.ts';

/**
 * Who heads the unit that is denounced, or deputises there, neither sees it nor learns who sent it, whatever post
 * is acted in: nobody judges himself, and who denounces stays hidden (Luật Tố cáo Đ.56).
 *
 * @throws DomainError `NOT_FOUND`, as if it did not exist
 */
export async function refuseDenouncedHead(
  { organisation }: ServiceRuntime,
  { person }: Actor,
  { kind, respondentUnit }: Pick<RegisteredPetition, 'kind' | 'respondentUnit'>,
): Promise<void> {
  if (kind !== 'denunciation' || respondentUnit === null) return;
  if (await organisation.holds(person, 'head', respondentUnit)) throw new DomainError('NOT_FOUND');
}
