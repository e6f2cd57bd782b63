import { describe } from '@jest/globals';
import { tellStories } from './stories.ts';

describe('the standalone product', () => {
  tellStories('standalone', { intake: 'standalone', triage: 'standalone' });
});
