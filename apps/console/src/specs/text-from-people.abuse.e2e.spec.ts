import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import { daysAgo, Matters } from './matters.ts';
import { Product } from './product.ts';

const run = 'window.hit=1';
const PAYLOADS = [
  `<script>${run}</script>`,
  `"><img src=x onerror=${run}>`,
  `<svg onload=${run}>`,
  `<svg><script>${run}</script></svg>`,
  `<iframe srcdoc="<script>parent.hit=1</script>">`,
  `<details open ontoggle=${run}>`,
  `<input autofocus onfocus=${run}>`,
  `<a href="javascript:${run}">x</a>`,
  `javascript:${run}`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`,
  `<style>@import 'http://127.0.0.1:9/x'</style>`,
  `<body onload=${run}>`,
  `<object data="javascript:${run}">`,
  `<template><img src=x onerror=${run}></template>`,
  `'"--></style></script><script>${run}</script>`,
  `{n, plural, one {${run}} other {<b>x</b>}}`,
  `{{constructor.constructor('${run}')()}}`,
  '${' + run + '}',
  `&lt;script&gt;${run}&lt;/script&gt;`,
];

/** T17: whatever people wrote is text, on every page that shows it. */
describeWith('chromium', 'text from people', () => {
  let product: Product;
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
  }, 120_000);
  afterAll(() => product?.close());

  it('never runs', async () => {
    const matters = new Matters(product);
    const said = PAYLOADS.join(' ');
    const givenOn = daysAgo(0);
    const numbers: string[] = [];
    for (const gist of PAYLOADS) numbers.push(await matters.registered({ gist, summary: said }));
    const [number = ''] = numbers;
    await (await product.as('giang')).post(`/triage/petitions/${number}/notes`, { text: said });
    const found = await matters.accepted(number);
    await matters.work(found, 'assignment', { assignee: 'hung', noConflict: true }, 'binh');
    const explanation = { givenBy: PAYLOADS[0], givenOn, text: said };
    await matters.work(found, 'explanations', explanation);
    const evidence = { title: PAYLOADS[1], obtainedOn: givenOn, text: said };
    await matters.work(found, 'evidence', evidence);
    const draft = { conclusion: 'upheld', findings: said, law: said, measures: said };
    await matters.work(found, 'conclusions', draft);
    await matters.work(found, 'return', { version: 1, note: said }, 'binh');

    const page = await product.open('/phan-loai', 'binh');
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const shown = '<script>window.hit=1</script>';
    for (const path of ['/phan-loai?view=all', '/vu-viec?view=all', `/ho-so/${found}`]) {
      await page.goto(product.origin + path);
      await page.getByText(shown).first().waitFor();
      expect(await page.evaluate('window.hit')).toBeUndefined();
      expect(await page.locator('main script, main iframe, main object, main img').count()).toBe(0);
    }
    expect(dialogs).toEqual([]);
    await page.context().close();
  }, 120_000);
});
