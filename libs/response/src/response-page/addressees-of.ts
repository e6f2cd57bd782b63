import type { ResponseMatter } from '@minh-bach/contracts';
import { addressedIn, missingIn } from '../domain/addressees.ts';
import type { CaseEvent } from '../domain/case.events.ts';
import type { Requested } from '../domain/case.state.ts';

type Sent = Extract<CaseEvent, { type: 'DecisionSent' }>;
type Delivered = Extract<CaseEvent, { type: 'DecisionDelivered' }>;
type Addressees = ResponseMatter['addressees'];

const toWhom = ({ data }: Sent | Delivered) => data.to ?? 'sender';

export const isSentToSender = (event: CaseEvent): event is Sent =>
  event.type === 'DecisionSent' && toWhom(event) === 'sender';
export const isDeliveredToSender = (event: CaseEvent): event is Delivered =>
  event.type === 'DecisionDelivered' && toWhom(event) === 'sender';

const said = (text: unknown): string | null => (typeof text === 'string' ? text : null);

/** Each sending, then those who wait for one. Of several, a receipt is of the first without one. */
export function addresseesOf(state: Requested, events: readonly CaseEvent[]): Addressees {
  const owed = addressedIn(state);
  const sendings: Addressees = [];
  for (const event of events) {
    if (event.type === 'DecisionSent') {
      const { method, sentOn, item } = event.data;
      const to = toWhom(event);
      const sent = { to, isOwed: owed.includes(to), method, sentOn, item: said(item) };
      sendings.push({ ...sent, receivedOn: null, proof: null });
    } else if (event.type === 'DecisionDelivered') {
      const to = toWhom(event);
      const of = sendings.find((one) => one.to === to && one.receivedOn === null);
      if (!of) continue;
      of.receivedOn = event.data.receivedOn;
      of.proof = said(event.data.proof);
    }
  }
  const nothing = { method: null, sentOn: null, item: null, receivedOn: null, proof: null };
  return [...sendings, ...missingIn(state).map((to) => ({ to, isOwed: true, ...nothing }))];
}
