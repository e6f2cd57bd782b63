import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWith } from '@minh-bach/testing';
import { outlivesAccidents } from './abuse/accidents.ts';
import { leaveMarkers, leavesNoMarker, type Marked } from './abuse/marked-way.ts';
import { filesBelow, formFound, formsOf } from './abuse/traces.ts';
import { keepsItsWord } from './harness/keeps-its-word.ts';
import { startProduct, type Product } from './harness/index.ts';
import { tellStories } from './stories.ts';

/** Eight processes: all that is tried on them is tried on one start. */
describeWith('ownKafka', 'services apart, on PostgreSQL and Kafka', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct('apart');
  }, 240_000);
  afterAll(() => product?.close(), 60_000);

  describe('the product', () => keepsItsWord(() => product));

  describe('T4: what people wrote in confidence is', () => {
    let marked: Marked;
    beforeAll(async () => {
      marked = await leaveMarkers(product);
    }, 120_000);
    afterAll(() => marked?.database.close());

    leavesNoMarker(() => marked);

    it('T9: in no file of the broker, which names of a matter no unit and no kind either', async () => {
      const words = ['HQ-SM', 'respondentUnit', 'denunciation', 'complaint'];
      const forms = words.map((word) => [word, formsOf(word)] as const);
      const found: string[] = [];
      // The directory's topic is keyed by units and posts; that customs has them is no secret.
      for await (const [path, content] of filesBelow(product.folders.broker!))
        if (!path.includes('directory.v1-'))
          for (const [word, each] of forms) if (formFound(content, each)) found.push(word);
      expect(found).toEqual([]);
    }, 120_000);
  });

  describe('the stories', () => tellStories(() => product, { intake: 'intake', triage: 'triage' }));

  describe('T31: an outage is a 503 that says when to come again', () =>
    outlivesAccidents(() => product, 'apart'));
});
