import { expect, it } from '@jest/globals';
import { randomBytes, randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { itIs, newReceiptCode, taken } from '../complaint.ts';
import type { Product } from '../harness/index.ts';
import { Person } from '../person.ts';
import { Database } from './database.ts';
import { staffOf, type Staff } from './staff.ts';
import { filesBelow, formFound, formsOf, hashesOf } from './traces.ts';
import { picture, send } from './upload.ts';
import { registration, walk, wholeWay, type Numbers, type Texts } from './whole-way.ts';

/** Each stands in every text of its sort, so that looking for one finds all of them. */
const SEALED = `Đỗ-${randomBytes(5).toString('hex')}`;
const SEALED_DIGITS = `09${randomInt(1_000_000, 9_999_999)}`;
const OPEN = `Mở-${randomBytes(5).toString('hex')}`;

/**
 * Fields that are told in the open by design: the desk is asked to write the gist without persons;
 * the law, the body a petition goes to and a decision's number name no private person.
 */
const OPEN_FIELDS = ['gist', 'law.1', 'law.2', 'decisionNumber', 'competentBody'];
const DIGITS = /(phone|idNumber)$/;

export interface Marked {
  readonly product: Product;
  readonly database: Database;
  readonly numbers: Numbers;
  readonly code: string;
  readonly staff: Staff;
  /** What was said, by field. */
  readonly said: ReadonlyMap<string, string>;
}

/** Three petitions with a marker in every text, and the scan of one, on all their ways. */
export async function leaveMarkers(product: Product): Promise<Marked> {
  await product.setClock(itIs('2026-11-20T02:00:00.000Z'));
  const said = new Map<string, string>();
  const text: Texts = (field) => {
    const known = said.get(field);
    if (known !== undefined) return known;
    const words = DIGITS.test(field)
      ? `${SEALED_DIGITS}${String(said.size).padStart(3, '0')}`
      : `Ông ${OPEN_FIELDS.includes(field) ? OPEN : SEALED} ${field}`;
    said.set(field, words);
    return words;
  };
  const code = newReceiptCode();
  const staff = await staffOf(product.url);
  const { body } = await send(staff.desk, picture(text('file.content')), 'image/png');
  const { file } = body as { file: string };
  const numbers = await walk(staff, wholeWay({ text, code, file }));
  const { petition } = numbers;
  for (const what of ['identity', 'file'])
    await staff.desk.does(`/intake/petitions/${petition}/${what}-disclosures`, {
      purpose: 'contact-sender',
    });
  await settle(staff, text);
  await denounce(staff, text);
  await stumble(staff, text, code);
  await Person.stranger(product.url).getTracked(code, 'closed');
  return { product, database: await Database.of(product.folders), numbers, code, staff, said };
}

/** A petition that ends in triage. */
async function settle(staff: Staff, text: Texts): Promise<void> {
  const spoken: Texts = (field) => (field === 'gist' ? text(field) : text(`other.${field}`));
  const body = { ...registration({ text: spoken }), respondentUnit: null };
  const { number } = await staff.desk.does<{ number: string }>('/intake/petitions', body);
  const { revision } = await taken(staff.classifier, number);
  const path = `/triage/petitions/${number}`;
  const { revision: seen } = await staff.classifier.does(
    `${path}/classification`,
    { kind: 'feedback', reason: text('other.reason') },
    { ifMatch: revision },
  );
  const settlement = {
    outcome: 'guided',
    competentBody: text('competentBody'),
    reason: text('settlement.reason'),
  };
  await staff.classifier.does(`${path}/settlement`, settlement, { ifMatch: seen });
}

/** A denunciation: its words lie where the name lies. */
async function denounce(staff: Staff, text: Texts): Promise<void> {
  const body = registration({ text: (field) => text(`denounced.${field}`) });
  const { number } = await staff.desk.does<{ number: string }>('/intake/petitions', {
    ...body,
    declaredKind: 'denunciation',
    gist: null,
  });
  await taken(staff.classifier, number);
}

/** Requests that fail with something personal in them, and tell so in logs and answers. */
async function stumble({ desk }: Staff, text: Texts, code: string): Promise<void> {
  const name = encodeURIComponent(text('url'));
  const body = { ...registration({ text: () => text('bad.body') }), more: text('bad.key') };
  const answers = [
    await desk.get(`/intake/matters/${SEALED_DIGITS}`),
    await desk.get(`/intake/matters?name=${name}`),
    await desk.get(`/triage/worklist?view=${name}`),
    await desk.get(`/track?code=${code}`),
    await desk.post('/intake/petitions', body),
    await desk.post('/intake/petitions', { [text('key')]: 1 }),
    await desk.post('/intake/petitions', { ...body, sender: text('bad.sender') }),
    await desk.send('/intake/petitions', {
      headers: { 'content-type': 'application/json', 'idempotency-key': SEALED_DIGITS },
      body: `{"summary": "${text('bad.json')}`,
    }),
  ];
  for (const { status, body: told } of answers) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`${SEALED}|${SEALED_DIGITS}|${code}`));
  }
}

/** What holds wherever the product runs. */
export function leavesNoMarker(marked: () => Marked): void {
  const sealed = () => {
    const { code } = marked();
    return [SEALED, SEALED_DIGITS, code, code.replaceAll('-', '')].map(
      (each) => [each.slice(0, 14), formsOf(each)] as const,
    );
  };
  const found = (place: string, bytes: Buffer): string[] =>
    sealed().flatMap(([what, forms]) => {
      const form = formFound(bytes, forms);
      return form === undefined ? [] : [`${what} as ${form} in ${place}`];
    });

  it('has been told forty things that are nobody’s business, and some that may be told', () => {
    const fields = [...marked().said.keys()];
    expect(fields.filter((field) => !OPEN_FIELDS.includes(field)).length).toBeGreaterThanOrEqual(
      40,
    );
    expect(fields).toEqual(expect.arrayContaining(OPEN_FIELDS));
  });

  it('in no table', async () => {
    const tables = await marked().database.everything();
    expect([...tables].flatMap(([name, bytes]) => found(name, bytes))).toEqual([]);
    const all = Buffer.concat([...tables.values()]);
    const hashed = [...marked().said.values()].filter((text) => formFound(all, hashesOf(text)));
    expect(hashed).toEqual([]);
    // What is open is found, so that looking means something: each field, in the log's bytes.
    for (const field of OPEN_FIELDS)
      expect([field, all.includes(marked().said.get(field)!)]).toEqual([field, true]);
  }, 60_000);

  it('in no file of database, scans or broker, nor in what the database wrote of itself', async () => {
    const { product, database, numbers } = marked();
    const { database: cluster, files, broker } = product.folders;
    await database.checkpoint();
    const folders = [join(cluster, 'postgres'), files, ...(broker === undefined ? [] : [broker])];
    const hits: string[] = [];
    const open = new Set<string>();
    for (const folder of folders)
      for await (const [path, bytes] of filesBelow(folder)) {
        hits.push(...found(path, bytes));
        // What is open is found, so that looking means something: of a message, that is its key.
        if (bytes.includes(folder === broker ? numbers.petition : OPEN)) open.add(folder);
      }
    hits.push(...found('postgres.log', await readFile(join(cluster, 'postgres.log'))));
    expect(hits).toEqual([]);
    expect([...open]).toEqual(folders.filter((folder) => folder !== files));
  }, 120_000);

  it('in nothing that a process has written', () => {
    const logs = Buffer.from(marked().product.logs());
    expect(found('logs', logs)).toEqual([]);
    expect(logs.includes('/intake/petitions')).toBe(true);
  });

  it('in no history of the matter', async () => {
    const { staff, numbers } = marked();
    const { status, body } = await staff.head.get(`/matters/${numbers.petition}/history`);
    expect(status).toBe(200);
    expect(found('history', Buffer.from(JSON.stringify(body)))).toEqual([]);
  });
}
