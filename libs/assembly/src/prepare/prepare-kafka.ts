import { DIRECTORY_TOPIC } from '@minh-bach/contracts';
import {
  createKafka,
  ensureTopics,
  integrationTopics,
  setAccessLists,
  type AccessList,
} from '@minh-bach/messaging';
import { directoryGroupOf, type ServiceDefinition } from '@minh-bach/platform';
import type { KafkaBrokers } from '../infrastructure.ts';

/** What each process needs at Kafka, its user having the name of the process. */
export const kafkaRights = (services: readonly ServiceDefinition[]): readonly AccessList[] => [
  { user: 'gateway', writes: [], reads: [DIRECTORY_TOPIC], groups: ['gateway'] },
  ...services.map(({ name, publishesTo, topics, entryOf }): AccessList => {
    // The directory reads its own events instead of messages.
    const hearsDirectory = !entryOf;
    return {
      user: name,
      writes: publishesTo === undefined ? [] : [publishesTo],
      reads: [...(hearsDirectory ? [DIRECTORY_TOPIC] : []), ...topics],
      groups: [
        ...(topics.length > 0 ? [name] : []),
        ...(hearsDirectory ? [directoryGroupOf(name)] : []),
      ],
    };
  }),
];

/**
 * Makes the topics that are missing, and gives each process's user its rights and no others. Safe to
 * repeat.
 *
 * @param operator signs in as a user that may do everything
 */
export async function prepareKafka(
  operator: KafkaBrokers,
  services: readonly ServiceDefinition[],
): Promise<void> {
  const kafka = createKafka({ ...operator, brokers: [...operator.brokers], clientId: 'prepare' });
  const topics = integrationTopics(operator.brokers.length >= 3 ? 3 : 1);
  await ensureTopics(kafka, topics);
  await setAccessLists(
    kafka,
    topics.map(({ topic }) => topic),
    kafkaRights(services),
  );
}
