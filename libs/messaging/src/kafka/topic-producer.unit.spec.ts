import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ProducerRecord, RecordMetadata } from 'kafkajs';
import { fastBackoff } from '../conformance/fixture.ts';
import { TopicMadeAnew, TopicProducer } from './topic-producer.ts';
import type { WireMessage } from './wire.ts';

type Send = (record: ProducerRecord, producer: number) => Promise<RecordMetadata[]>;

/** A client whose producers answer as they are told. */
class FakeKafka {
  made = 0;
  gone = 0;
  sent: ProducerRecord[] = [];
  send: Send = async (record) => acknowledged(record);

  producer() {
    const number = (this.made += 1);
    return {
      connect: async () => undefined,
      disconnect: async () => void (this.gone += 1),
      send: (record: ProducerRecord) => {
        this.sent.push(record);
        return this.send(record, number);
      },
    };
  }
}

const acknowledged = ({ topic, messages }: ProducerRecord): RecordMetadata[] => {
  const partitions = new Set(messages.map((m) => m.partition ?? -1));
  const baseOffset = String(written);
  written += messages.length;
  return [...partitions].map((partition) => ({
    topicName: topic,
    partition,
    errorCode: 0,
    baseOffset,
  }));
};
let written = 0;
const messages = (count: number): WireMessage[] =>
  Array.from({ length: count }, (_, n) => ({
    key: `stream-${n % 20}`,
    value: Buffer.from(String(n)),
    headers: { mac: '' },
  }));
const values = (records: readonly ProducerRecord[]) =>
  records.flatMap((record) => record.messages.map((m) => String(m.value)));
const never = new AbortController().signal;

describe('TopicProducer', () => {
  let kafka: FakeKafka;
  let producer: TopicProducer;

  beforeEach(() => {
    kafka = new FakeKafka();
    producer = new TopicProducer({
      kafka: kafka,
      topic: 'intake.v1',
      partitions: 6,
      backoff: fastBackoff,
    });
  });

  it('asks for one partition and all replicas in each send, and keeps the order of a key', async () => {
    await producer.produce(messages(100), never);

    for (const record of kafka.sent) {
      expect(record.acks).toBe(-1);
      expect(new Set(record.messages.map((m) => m.partition)).size).toBe(1);
    }
    const ofOne = values(kafka.sent).filter((value) => Number(value) % 20 === 3);
    expect(ofOne).toEqual(['3', '23', '43', '63', '83']);
    expect(values(kafka.sent)).toHaveLength(100);
  });

  it('believes no answer that does not name the partition, and sends the same again', async () => {
    const lie = [
      async () => [],
      async ({ topic }: ProducerRecord) => [{ topicName: topic, partition: 99, errorCode: 0 }],
      async (record: ProducerRecord) => acknowledged(record).map((a) => ({ ...a, errorCode: 7 })),
    ];
    kafka.send = (record) => (lie.shift() ?? (async (r) => acknowledged(r)))(record);
    await producer.produce(messages(1), never);

    expect(values(kafka.sent)).toEqual(['0', '0', '0', '0']);
  });

  it('uses a producer that failed for nothing more', async () => {
    kafka.send = async (record, number) => {
      if (number === 1) throw new Error('gave up');
      return acknowledged(record);
    };
    await producer.produce(messages(1), never);
    await producer.produce(messages(1), never);

    expect(kafka.made).toBe(2);
    expect(kafka.gone).toBe(1);
  });

  it('lets nothing overtake a batch of its partition that is not acknowledged', async () => {
    let failures = 3;
    kafka.send = async (record) => {
      if (values([record]).includes('0') && failures-- > 0) throw new Error('no leader');
      return acknowledged(record);
    };
    const many = Array.from({ length: 450 }, (_, n) => ({
      ...messages(1)[0],
      value: Buffer.from(`${n}`),
    }));
    await producer.produce(many as WireMessage[], never);

    const sizes = kafka.sent.map((record) => record.messages.length);
    expect(sizes).toEqual([200, 200, 200, 200, 200, 50]);
    expect(values(kafka.sent.slice(3))).toEqual(many.map((m) => String(m.value)));
  });

  it('sends large messages apart', async () => {
    const [first] = messages(1);
    const value = Buffer.alloc(300 * 1024);
    const large = [0, 1, 2].map(() => ({ key: 'a', headers: { mac: '' }, ...first, value }));
    await producer.produce(large, never);
    expect(kafka.sent.map((record) => record.messages.length)).toEqual([1, 1, 1]);
  });

  it('takes a topic for another one where its end lies before what was sent', async () => {
    const offsets = ['7', '8', '3'];
    kafka.send = async (record) =>
      acknowledged(record).map((each) => ({ ...each, baseOffset: offsets.shift()! }));
    const ends = new Map([0, 1, 2, 3, 4, 5].map((partition) => [partition, 7n]));
    producer = new TopicProducer({ kafka, topic: 'intake.v1', partitions: 6, ends });
    const partition = producer.partitionOf('stream-0');
    expect(await producer.produce(messages(1), never)).toEqual(new Map([[partition, 8n]]));
    expect(await producer.produce(messages(1), never)).toEqual(new Map([[partition, 9n]]));
    await expect(producer.produce(messages(1), never)).rejects.toThrow(TopicMadeAnew);
  });

  it('gives up when it is told to, and says so', async () => {
    const stop = new AbortController();
    kafka.send = async () => {
      stop.abort();
      throw new Error('no broker');
    };
    await expect(producer.produce(messages(1), stop.signal)).rejects.toThrow('aborted');
  });
});
