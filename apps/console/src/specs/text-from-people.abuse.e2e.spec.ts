import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import { startConsole } from './chromium.ts';
import type { Console } from './chromium.ts';

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
  `\u202e<script>${run}</script>`,
];

/** T17: whatever people wrote is text, on every page that shows it. */
describeWith('chromium', 'text from people', () => {
  let served: Console;
  beforeAll(async () => {
    served = await startConsole(capabilities.chromium);
  });
  afterAll(() => served.close());

  it('never runs', async () => {
    const page = await served.open('/tiep-nhan', 'dung');
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const text = PAYLOADS.join(' ');
    await page.evaluate(async (said) => {
      const send = (path: string, body: object) =>
        fetch(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
          body: JSON.stringify(body),
        });
      const answer = await send('/api/intake/petitions', {
        declaredKind: 'complaint',
        gist: said,
        summary: said,
        receivedOn: '2026-11-20',
        signed: true,
      });
      const { number } = (await answer.json()) as { number: string };
      const post = (step: string, body: object) =>
        send(`/api/triage/petitions/${number}/${step}`, body);
      await post('notes', { text: said });
      await post('classification', { kind: said, reason: said });
      await post('acceptance', { reason: said });
      const cases = (step: string, body: object) =>
        send(`/api/investigation/cases/V${number.slice(1)}/${step}`, body);
      await cases('assignment', { assignee: said });
      await cases('explanations', { givenBy: said, givenOn: '2026-11-20', text: said });
      await cases('evidence', { title: said, obtainedOn: '2026-11-20', text: said });
      await cases('conclusions', {
        conclusion: 'upheld',
        findings: said,
        law: said,
        measures: said,
      });
      await cases('return', { note: said });
    }, text);
    for (const path of ['/phan-loai?view=all', '/vu-viec?view=all', '/ho-so/V26-19876536-7']) {
      await page.goto(served.origin + path);
      await page.getByText('<svg onload=window.hit=1>').first().waitFor();
      expect(await page.evaluate('window.hit')).toBeUndefined();
      expect(await page.locator('main script, main iframe, main object, main img').count()).toBe(0);
    }
    expect(dialogs).toEqual([]);
    await page.context().close();
  });
});
