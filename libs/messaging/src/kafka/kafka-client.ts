import { Kafka, logLevel, type KafkaConfig } from 'kafkajs';

export type KafkaConnection = Pick<
  KafkaConfig,
  'brokers' | 'clientId' | 'ssl' | 'sasl' | 'socketFactory'
>;

/** Says nothing on its own: what matters is told by `Observe`. */
export const createKafka = (connection: KafkaConnection): Kafka =>
  new Kafka({
    connectionTimeout: 3_000,
    requestTimeout: 30_000,
    // A request without an answer must end, or nothing notices a broker that went silent.
    enforceRequestTimeout: true,
    ...connection,
    logLevel: logLevel.NOTHING,
  });
