import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '@minh-bach/kernel';
import {
  Disclosures,
  masterKeyOf,
  MemoryKeyStore,
  openVault,
  type FieldToOpen,
  type IdentityDisclosed,
  type Vault,
} from './index.ts';

const actor: Actor = { person: 'p-1', role: 'receiver', unit: 'u-1' };
const matter = 'D26-48301725-4';

describe('opening identity', () => {
  let trace: string[];
  let vault: Vault;
  let disclosures: Disclosures;
  let field: FieldToOpen;

  beforeEach(async () => {
    trace = [];
    const masterKey = masterKeyOf(Buffer.alloc(32, 9));
    vault = await openVault({ keys: new MemoryKeyStore(), masterKey, destroyed: [] });
    const place = { owner: matter, eventId: 'e1', path: '/petitioner/name' };
    const plain = { ...place, compartment: 'identity' as const, value: 'Đặng Thị Mây' };
    field = { ...place, sealed: (await vault.seal([plain]))[0]! };
    disclosures = new Disclosures({
      seal: (fields) => vault.seal(fields),
      open: (fields) => (trace.push('open'), vault.open(fields)),
      destroy: (names) => vault.destroy(names),
      blindIndex: (purpose, text) => vault.blindIndex(purpose, text),
    });
  });
  const disclose = (append: (event: IdentityDisclosed) => Promise<unknown>, fields = [field]) =>
    disclosures.disclose({ actor, purpose: 'contact', matter, fields, append });

  it('is on the record before it happens, without the words disclosed', async () => {
    const events: IdentityDisclosed[] = [];
    const opened = await disclose(async (event) => {
      await Promise.resolve();
      events.push(event);
      trace.push('durable');
    });
    expect(trace).toEqual(['durable', 'open']);
    expect(opened).toEqual([{ state: 'open', value: 'Đặng Thị Mây' }]);
    expect(events).toEqual([
      {
        type: 'IdentityDisclosed',
        data: { matter, purpose: 'contact', fields: [{ eventId: 'e1', path: '/petitioner/name' }] },
      },
    ]);
  });

  it('does not happen when the event cannot be appended', async () => {
    const full = new Error('the log cannot grow');
    await expect(disclose(() => Promise.reject(full))).rejects.toBe(full);
    expect(trace).toEqual([]);
  });

  it('never happens while the append hangs', async () => {
    const answer = disclose(() => new Promise(() => undefined));
    await expect(
      Promise.race([answer, new Promise((resolve) => setImmediate(() => resolve('waiting')))]),
    ).resolves.toBe('waiting');
    expect(trace).toEqual([]);
  });

  it('is one event a request, however many fields', async () => {
    let appended = 0;
    await disclose(async () => (appended += 1), [field, field]);
    expect(appended).toBe(1);
  });

  it('is refused for a field of another matter, before anything is recorded', async () => {
    const other = { ...field, owner: 'D26-00000001-0' };
    await expect(disclose(async () => trace.push('durable'), [field, other])).rejects.toMatchObject(
      {
        code: 'NOT_OF_MATTER',
      },
    );
    expect(trace).toEqual([]);
  });

  it('shows nothing when the field was said to be of this matter and is of another', async () => {
    const plain = { owner: 'D26-2', compartment: 'identity' as const, eventId: 'e1', path: '/n' };
    const [sealed] = await vault.seal([{ ...plain, value: 'Trần B' }]);
    const claimed = { ...plain, owner: matter, sealed: sealed! };
    await expect(disclose(async () => undefined, [claimed])).rejects.toMatchObject({
      code: 'SEAL_BROKEN',
    });
  });

  it('takes no free text as purpose: it would stand in the log', async () => {
    await expect(
      disclosures.disclose({
        actor,
        purpose: 'gọi bà Mây',
        matter,
        fields: [field],
        append: async () => trace.push('durable'),
      }),
    ).rejects.toMatchObject({ code: 'PURPOSE_UNKNOWN' });
    expect(trace).toEqual([]);
  });

  it('says erased once the key is destroyed', async () => {
    await vault.destroy([{ owner: matter, compartment: 'identity' }]);
    expect(await disclose(async () => undefined)).toEqual([{ state: 'erased' }]);
  });
});
