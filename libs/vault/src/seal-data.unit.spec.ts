import { beforeAll, describe, expect, it } from '@jest/globals';
import { isCiphertext, sealed } from '@minh-bach/kernel';
import { z } from 'zod';
import { masterKeyOf, MemoryKeyStore, openVault, sealData, type Vault } from './index.ts';
import { fieldsAt, sealedFields, withOpened } from './open-paths.ts';

const schema = z.strictObject({
  kind: z.string(),
  petitioner: z.strictObject({
    name: sealed('identity', z.string()),
    phones: z.array(sealed('identity', z.string())),
    birthDate: sealed('identity', z.string()).exactOptional(),
  }),
  extract: sealed('working', z.strictObject({ text: z.string() })).nullable(),
});
const data = {
  kind: 'complaint',
  petitioner: { name: 'Đặng Thị Mây', phones: ['0912345678', '0987654321'] },
  extract: { text: 'Khiếu nại quyết định ấn định thuế' },
};
const owner = 'D26-48301725-4';

describe('sealing the data of events', () => {
  let vault: Vault;
  let calls = 0;
  beforeAll(async () => {
    const masterKey = masterKeyOf(Buffer.alloc(32, 9));
    const keys = new MemoryKeyStore();
    const inner = await openVault({ keys, masterKey, destroyed: [] });
    vault = {
      seal: (fields) => ((calls += 1), inner.seal(fields)),
      open: (fields) => inner.open(fields),
      destroy: (names) => inner.destroy(names),
      blindIndex: (purpose, text) => inner.blindIndex(purpose, text),
    };
  });
  const seal = (eventIds: string[], value: unknown = data) =>
    sealData(
      vault,
      eventIds.map((eventId) => ({ schema, owner, eventId, data: value })),
    );

  it('leaves no sealed word in clear, leaves the rest, and still fits the schema', async () => {
    const [stored] = await seal(['e1']);
    const text = JSON.stringify(stored);
    for (const word of ['Mây', '0912345678', '0987654321', 'Khiếu'])
      expect(text).not.toContain(word);
    expect(stored).toMatchObject({ kind: 'complaint' });
    expect(() => schema.parse(stored)).not.toThrow();
  });

  it('seals many events in one call, each bound to its own', async () => {
    calls = 0;
    const events = await seal(['e1', 'e2']);
    expect(calls).toBe(1);
    const swapped = fieldsAt({ owner, eventId: 'e1', data: events[1] }, ['/petitioner/name']);
    await expect(vault.open(swapped)).rejects.toMatchObject({ code: 'SEAL_BROKEN' });
  });

  it('opens back to what was decided', async () => {
    const event = { owner, eventId: 'e1', data: (await seal(['e1']))[0] };
    const fields = [...sealedFields(event, 'identity'), ...sealedFields(event, 'working')];
    expect(fields.map((field) => field.path)).toEqual([
      '/petitioner/name',
      '/petitioner/phones/0',
      '/petitioner/phones/1',
      '/extract',
    ]);
    const opened = await vault.open(fields);
    const values = opened.map((field) => (field.state === 'open' ? field.value : field.state));
    expect(withOpened(event, fields, values)).toEqual(data);
  });

  it('opens the asked paths only, and none that is absent, in clear, or of the prototype', async () => {
    const event = { owner, eventId: 'e1', data: (await seal(['e1']))[0] };
    const paths = ['/petitioner/phones/1', '/kind', '/petitioner/birthDate', '/__proto__/x'];
    expect(fieldsAt(event, paths).map((field) => field.path)).toEqual(['/petitioner/phones/1']);
  });

  it('leaves null as it is', async () => {
    expect((await seal(['e1'], { ...data, extract: null }))[0]).toMatchObject({ extract: null });
  });

  it('refuses a ciphertext carried over from another event', async () => {
    const [stored] = await seal(['e1']);
    const { extract } = stored as typeof data;
    expect(isCiphertext(extract)).toBe(true);
    await expect(seal(['e2'], { ...data, extract })).rejects.toMatchObject({
      code: 'SEALED_ALREADY',
      details: { path: '/extract' },
    });
  });
});
