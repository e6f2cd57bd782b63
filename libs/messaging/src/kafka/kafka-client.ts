import { Kafka, logLevel, type KafkaConfig } from 'kafkajs';

export type KafkaConnection = Pick<
  KafkaConfig,
  'brokers' | 'clientId' | 'ssl' | 'sasl' | 'socketFactory' | 'requestTimeout'
>;

/** Says nothing on its own: what matters is told by `Observe`. */
export const createKafka = (connection: KafkaConnection): Kafka =>
  new Kafka({
    connectionTimeout: 3_000,
    requestTimeout: 30_000,
    // A request without an answer must end, or nothing notices a broker that went silent.
    enforceRequestTimeout: true,
    // Short: whoever gives up is made anew, with a back-off of our own.
    retry: { retries: 4, initialRetryTime: 100, maxRetryTime: 1_000 },
    ...connection,
    logLevel: logLevel.NOTHING,
  });
