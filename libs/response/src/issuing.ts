import { ruleOf, type Action } from '@minh-bach/contracts';
import type { ServiceRuntime } from '@minh-bach/platform';
import type { Requested } from './domain/case.decider.ts';

type Asked = Pick<ServiceRuntime, 'organisation' | 'shield'>;

interface Signing {
  readonly signer: string;
  readonly issuer: string;
  readonly unit: string;
  /** The day that the decision bears. */
  readonly on: string;
}

/**
 * The unit that this step falls to: that of the case, or the nearest above with somebody who has the
 * right and is no respondent. A case may be about what was a denunciation once.
 */
const unitFor =
  (action: Action) =>
  async (
    { organisation, shield }: Asked,
    { concluded: { unit, petitions } }: Requested,
  ): Promise<string | null> => {
    const respondents = await shield.respondentsOfAny(petitions);
    const { roles } = ruleOf(action);
    return (await organisation.nearestWith(unit, roles, respondents))?.unit ?? null;
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
  { organisation, shield }: Asked,
  { concluded: { petitions, approvedBy } }: Requested,
  { signer, issuer, unit, on }: Signing,
): Promise<boolean> {
  if (signer !== issuer && signer !== approvedBy) return false;
  const respondents = await shield.respondentsOfAny(petitions);
  const heads = await organisation.holds(signer, 'head', unit, on, respondents);
  return heads && !respondents.includes(signer);
}
