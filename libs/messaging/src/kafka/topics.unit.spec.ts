import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { integrationTopics } from './topics.ts';

it('says the same of the topics as infra/kafka/topics.json', () => {
  const file = new URL('../../../../infra/kafka/topics.json', import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(integrationTopics(3));
});
