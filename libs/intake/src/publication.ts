import { INTAKE_TOPIC, respondentsTold, type PetitionReceivedV1 } from '@minh-bach/contracts';
import type { RecordedEvent } from '@minh-bach/kernel';
import type { ServiceDefinition } from '@minh-bach/platform';
import type { PetitionEvent, PetitionRegistered } from './domain/petition.events.ts';

/** What intake tells the others: that a petition came, and nothing of who sent it. */
export const intakePublication: NonNullable<ServiceDefinition['publishes']> = {
  topic: INTAKE_TOPIC,
  translate: (recorded) => {
    const { event } = recorded as RecordedEvent<PetitionEvent>;
    switch (event.type) {
      case 'PetitionRegistered':
        return { type: 'PetitionReceived', data: petitionReceived(event.data) };
      case 'ProgressNoted':
        return undefined;
    }
    return undefined;
  },
};

/** Field by field: what the event learns to say later stays here until somebody names it, too. */
const petitionReceived = (registered: PetitionRegistered['data']): PetitionReceivedV1 => ({
  petition: registered.petition,
  declaredKind: registered.declaredKind,
  channel: registered.channel,
  senderKind: registered.senderKind,
  unit: registered.unit,
  receivedOn: registered.receivedOn,
  datedOn: registered.datedOn,
  signed: registered.signed,
  named: registered.named,
  legible: registered.legible,
  language: registered.language,
  respondentUnit: registered.respondentUnit,
  gist: registered.gist,
  ...(registered.respondents ? { respondents: respondentsTold(registered.respondents) } : {}),
});
