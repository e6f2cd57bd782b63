import { afterAll, beforeAll, describe } from '@jest/globals';
import { outlivesAccidents } from './abuse/accidents.ts';
import { keepsItsWord } from './harness/keeps-its-word.ts';
import { startProduct, type Product } from './harness/index.ts';
import { tellStories } from './stories.ts';

/** It is killed, and its clock set, again and again: all that does so is tried on one start. */
describe('the standalone product, from its first complaint to its third restart', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct('standalone');
  }, 180_000);
  afterAll(() => product?.close(), 60_000);

  describe('in one process', () => keepsItsWord(() => product));
  describe('the stories', () =>
    tellStories(() => product, { intake: 'standalone', triage: 'standalone' }));
  describe('T31: an outage of PostgreSQL is a 503 that says when to come again, in one process', () =>
    outlivesAccidents(() => product, 'standalone'));
});
