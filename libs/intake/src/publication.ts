import { INTAKE_TOPIC, respondentsTold, type PetitionReceivedV1 } from '@minh-bach/contracts';
import type { RecordedEvent } from '@minh-bach/kernel';
import type { ServiceDefinition } from '@minh-bach/platform';
import type { PetitionEvent } from './domain/petition.events.ts';

/** What intake tells the others: that a petition came, and nothing of who sent it. */
export const intakePublication: NonNullable<ServiceDefinition['publishes']> = {
  topic: INTAKE_TOPIC,
  translate: (recorded) => {
    const { type, data } = (recorded as RecordedEvent<PetitionEvent>).event;
    if (type !== 'PetitionRegistered') return undefined;
    const {
      sender: _,
      summary: __,
      statement: _____,
      file: ___,
      receiptHash: ____,
      respondents,
      ...open
    } = data;
    const message: PetitionReceivedV1 = {
      ...open,
      ...(respondents ? { respondents: respondentsTold(respondents) } : {}),
    };
    return { type: 'PetitionReceived', data: message };
  },
};
