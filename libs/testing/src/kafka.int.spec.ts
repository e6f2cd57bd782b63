import { expect, it } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';
import { describeWith } from './capabilities.ts';
import { sharedKafka } from './kafka.ts';

describeWith('kafka', 'sharedKafka', () => {
  it('is a broker that answers', async () => {
    const { brokers } = await sharedKafka();
    const admin = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING }).admin();
    await admin.connect();

    expect((await admin.describeCluster()).brokers).toHaveLength(1);
    await admin.disconnect();
  }, 60_000);
});
