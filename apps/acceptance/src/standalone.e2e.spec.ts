import { afterAll, beforeAll, describe } from '@jest/globals';
import { keepsItsWord } from './harness/keeps-its-word.ts';
import { startProduct, type Product } from './harness/index.ts';
import { tellStories } from './stories.ts';

describe('the standalone product', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct('standalone');
  }, 180_000);
  afterAll(() => product?.close(), 60_000);

  describe('in one process', () => keepsItsWord(() => product));
  describe('the stories', () =>
    tellStories(() => product, { intake: 'standalone', triage: 'standalone' }));
});
