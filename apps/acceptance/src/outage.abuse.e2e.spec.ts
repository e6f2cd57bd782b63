import { afterAll, beforeAll, describe } from '@jest/globals';
import { outlivesAccidents } from './abuse/accidents.ts';
import { startProduct, type Product } from './harness/index.ts';

describe('T31: an outage of PostgreSQL is a 503 that says when to come again, in one process', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct('standalone');
  }, 180_000);
  afterAll(() => product?.close(), 60_000);

  outlivesAccidents(() => product, 'standalone');
});
