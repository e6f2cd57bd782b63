import { beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith, sharedKafka } from '@minh-bach/testing';
import { ConfigResourceTypes, type Kafka } from 'kafkajs';
import { isDeepStrictEqual } from 'node:util';
import { unique, until } from '../conformance/fixture.ts';
import { createKafka } from './kafka-client.ts';
import { ensureTopics } from './topics.ts';

describeWith('kafka', 'Topics that are there already', () => {
  let kafka: Kafka;

  beforeAll(async () => {
    if (!capabilities.kafka) return;
    const { brokers } = await sharedKafka();
    kafka = createKafka({ brokers: [...brokers] });
  }, 120_000);

  it('has the broker unpack what is sent to a topic of an older version, whose other settings stay', async () => {
    const topic = unique('older');
    const admin = kafka.admin();
    await admin.connect();
    const configEntries = [{ name: 'retention.ms', value: '86400000' }];
    await admin.createTopics({
      waitForLeaders: false,
      topics: [{ topic, numPartitions: 1, configEntries }],
    });
    await ensureTopics(kafka, [{ topic, partitions: 1, replicas: 1 }]);
    const names = ['compression.type', 'retention.ms'];
    const settings = async () => {
      const { resources } = await admin.describeConfigs({
        includeSynonyms: false,
        resources: [{ type: ConfigResourceTypes.TOPIC, name: topic, configNames: names }],
      });
      return resources[0]!.configEntries.map(({ configName, configValue }) => [
        configName,
        configValue,
      ]);
    };
    try {
      // A broker hears of it a moment later.
      await until(async () =>
        isDeepStrictEqual(Object.fromEntries(await settings()), {
          'compression.type': 'uncompressed',
          'retention.ms': '86400000',
        }),
      );
    } finally {
      await admin.disconnect();
    }
  });

  it('refuses a topic whose number of partitions was changed', async () => {
    const spec = { topic: unique('partitions'), partitions: 3, replicas: 1 };
    await ensureTopics(kafka, [spec]);
    await expect(ensureTopics(kafka, [{ ...spec, partitions: 4 }])).rejects.toThrow(
      'has 3 partitions and should have 4',
    );
  });
});
