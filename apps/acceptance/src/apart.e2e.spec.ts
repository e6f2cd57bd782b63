import { describeWith } from '@minh-bach/testing';
import { tellStories } from './stories.ts';

describeWith('kafka', 'services apart, on PostgreSQL and Kafka', () => {
  tellStories('apart', { intake: 'intake', triage: 'triage' });
});
