import type { PetitionKind } from '@minh-bach/contracts';
import { DomainError, type Actor } from '@minh-bach/kernel';
import type { ServiceRuntime } from '../service/service-runtime.ts';

/**
 * Who heads the unit that is denounced, or deputises there, neither sees nor decides nor learns who sent it,
 * whatever post is acted in: nobody judges himself, and who denounces stays hidden (Luật Tố cáo Đ.56).
 *
 * @throws DomainError `NOT_FOUND`, as if it did not exist
 */
export async function refuseDenouncedHead(
  { organisation }: Pick<ServiceRuntime, 'organisation'>,
  { person }: Actor,
  petition: { readonly kind: PetitionKind; readonly respondentUnit: string | null },
): Promise<void> {
  const { kind, respondentUnit } = petition;
  if (kind !== 'denunciation' || respondentUnit === null) return;
  if (await organisation.holds(person, 'head', respondentUnit)) throw new DomainError('NOT_FOUND');
}
