import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createMemoryEventStore, type EventStore } from '@minh-bach/event-store';
import { SettableClock, hashReceiptCode } from '@minh-bach/kernel';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DemoOffice } from './demo-office.ts';
import { DoneList } from './done-list.ts';
import { receiptCodeOf } from './drawn.ts';
import { ENTRIES } from './texts/entries.ts';

const NOW = new Date('2026-11-20T03:00:00.000Z');

let folder: string;
let store: EventStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minh-bach-demo-office-'));
  store = createMemoryEventStore();
});
afterEach(() => rm(folder, { recursive: true }));

const register = async (code: string) => {
  const data = Buffer.from(JSON.stringify({ receiptHash: hashReceiptCode(code) }));
  const id = crypto.randomUUID();
  const event = { id, type: 'PetitionRegistered', data, metadata: Buffer.from('{}') };
  await store.append(`intake.petition-${id}`, [event], 'none');
};
const open = () => DemoOffice.open(folder, store, NOW);

describe('a demo that was cut short', () => {
  it('goes on where all petitions are its own, and not among those of others', async () => {
    await DoneList.begin(folder, NOW);
    await register(receiptCodeOf(ENTRIES[0]!.id));
    expect(await open()).toBeDefined();
    await register('ABCD-EFGH-JKLM');
    expect(await open()).toBeUndefined();
  });

  it('ends where a deed is refused: it keeps nobody from starting, then or later', async () => {
    const answer = { statusCode: 403, json: () => ({ code: 'NO_POST' }) };
    const services = { get: () => [], inject: () => Promise.resolve(answer) };
    const office = await open();
    const clock = new SettableClock();
    const refused = await office!.furnish({
      services: services as unknown as NestFastifyApplication,
      clock,
      tokenOf: () => Promise.resolve('token'),
    });
    expect(refused?.message).toContain('NO_POST');
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(60_000);
    expect(await open()).toBeUndefined();
    expect(await DemoOffice.receiptCodes(folder)).toEqual([]);
  });
});
