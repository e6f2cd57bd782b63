import { ruleOf, type Action } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { keptFrom, type Matter, type ServiceRuntime } from '@minh-bach/platform';
import type { Requested } from './domain/case.decider.ts';
import { keptSinceOf } from './domain/case.state.ts';

type Asked = Pick<ServiceRuntime, 'organisation' | 'shield'>;

interface Signing {
  readonly signer: string;
  readonly issuer: string;
  readonly unit: string;
  /** The day that the decision bears. */
  readonly on: string;
}

export const matterOf = ({ concluded }: Requested): Matter => ({
  petitions: concluded.petitions,
  unit: concluded.unit,
  isFirstComplaint: concluded.kind === 'complaint' && concluded.instance === 1,
  kind: concluded.kind,
  receivedOn: keptSinceOf(concluded),
});

/** Who sends the answer is told who sent the petition: whom intake shows them to. */
const matterToSend = (state: Requested): Matter => ({
  ...matterOf(state),
  opensSender: { action: 'response.send' },
});

/** As it is for this person: clerks send. */
export const matterFor = (state: Requested, { role }: Actor): Matter =>
  role === 'clerk' ? matterToSend(state) : matterOf(state);

/**
 * The unit that this step falls to: that of the case, or the nearest above with somebody who has the
 * right and is not kept from it: no respondent, since a case may be about what was a denunciation once,
 * nobody whom its petition names, and no possible resolver of the first complaint.
 */
const unitFor =
  (action: Action) =>
  async (service: Asked, state: Requested): Promise<string | null> => {
    const matter = action === 'response.send' ? matterToSend(state) : matterOf(state);
    const kept = await keptFrom(service, matter);
    const { roles } = ruleOf(action);
    const { unit } = state.concluded;
    return (await service.organisation.nearestWith(unit, roles, kept))?.unit ?? null;
  };

/** The unit with the head who issues the decision. */
export const issuingUnit = unitFor('response.issue');

/** The unit with the clerk who sends it, notes that it was received, and closes the case. */
export const sendingUnit = unitFor('response.send');

/**
 * A person signs what they approved, or issue themselves: nobody decides in the name of a head who was
 * never asked. Besides, they headed the issuing unit on the day that the decision bears.
 */
export async function maySign(
  service: Asked,
  state: Requested,
  { signer, issuer, unit, on }: Signing,
): Promise<boolean> {
  if (signer !== issuer && signer !== state.concluded.approvedBy) return false;
  const kept = await keptFrom(service, matterOf(state));
  const heads = await service.organisation.holds(signer, 'head', unit, on, kept);
  return heads && !kept.includes(signer);
}
