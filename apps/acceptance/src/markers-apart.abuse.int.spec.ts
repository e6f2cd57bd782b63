import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWith } from '@minh-bach/testing';
import { leaveMarkers, leavesNoMarker, type Marked } from './abuse/marked-way.ts';
import { filesBelow, formFound, formsOf } from './abuse/traces.ts';

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

  it('T9: in no file of the broker, which names of a matter no unit and no kind either', async () => {
    const words = ['HQ-SM', 'respondentUnit', 'denunciation', 'complaint'];
    const forms = words.map((word) => [word, formsOf(word)] as const);
    const found: string[] = [];
    // The directory's topic is keyed by units and posts; that customs has them is no secret.
    for await (const [path, content] of filesBelow(marked.product.folders.broker!))
      if (!path.includes('directory.v1-'))
        for (const [word, each] of forms) if (formFound(content, each)) found.push(word);
    expect(found).toEqual([]);
  }, 120_000);
});
