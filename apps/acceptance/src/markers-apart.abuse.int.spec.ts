import { afterAll, beforeAll } from '@jest/globals';
import { describeWith } from '@minh-bach/testing';
import { leaveMarkers, leavesNoMarker, type Marked } from './abuse/marked-way.ts';

describeWith('kafka', 'T4: what people wrote in confidence, with services apart, is', () => {
  let marked: Marked;
  beforeAll(async () => {
    marked = await leaveMarkers('apart');
  }, 240_000);
  afterAll(async () => {
    await marked?.database.close();
    await marked?.product.close();
  }, 60_000);

  leavesNoMarker(() => marked);
});
