import { expect, it } from '@jest/globals';
import { MOST_UNSIGNED, type RawMessage } from '../inbox/inbox-store.ts';
import type { InboxUnderTest } from './inbox-under-test.ts';

const now = new Date('2026-11-28T00:00:00.000Z');

const letter = (offset: number, over: Partial<RawMessage> = {}): RawMessage => ({
  ...{ topic: 'a.v1', partition: 0, offset: String(offset) },
  ...{ key: Buffer.from('a.1'), value: Buffer.from('junk'), mac: null, ...over },
});

/** T8, T26: whoever can write to a topic must not fill the disk of those who read it. */
export function inboxDeadLetters(on: InboxUnderTest): void {
  const keep = (raw: RawMessage, code: string) => on.store.deadLetter(raw, code, now);
  const fill = async () => {
    for (let n = 0; n < MOST_UNSIGNED.letters; n++) await keep(letter(n), 'NOT_AUTHENTIC');
  };

  it('T8, T26: keeps what nobody signed up to a bound, and counts what is beyond', async () => {
    await fill();
    expect(await keep(letter(2_000), 'NOT_AUTHENTIC')).toBe(false);
    expect(await keep(letter(2_001), 'FORGED_KEY')).toBe(false);
    // Given again, as after a crash.
    expect(await keep(letter(2_001), 'FORGED_KEY')).toBe(false);
    expect(await keep(letter(7), 'NOT_AUTHENTIC')).toBe(true);
    const all = MOST_UNSIGNED.letters + 2;
    expect(await on.store.unreadable()).toEqual({
      count: all,
      notKept: 2,
      since: now.toISOString(),
    });
    expect(await on.store.deadLetters()).toHaveLength(100);

    // What proves that one of us sent it is kept whatever else there is.
    for (const [n, code] of ['NOT_JSON', 'INVALID_DATA', 'UNKNOWN_MESSAGE_TYPE'].entries())
      expect(await keep(letter(3_000 + n, { value: Buffer.from(code) }), code)).toBe(true);
    expect(await on.store.unreadable()).toMatchObject({ count: all + 3, notKept: 2 });
  }, 60_000);

  it('T8, T26: has no more room after what it keeps was read again in vain', async () => {
    await fill();
    await on.store.redriveDeadLetters();
    for (const raw of await on.store.dueDeadLetters(MOST_UNSIGNED.letters))
      await on.store.settleDeadLetter(raw, 'UNREADABLE');
    expect(await keep(letter(2_000), 'NOT_AUTHENTIC')).toBe(false);
    await on.store.settleDeadLetter(letter(7));
    expect(await keep(letter(2_001), 'NOT_AUTHENTIC')).toBe(true);
  }, 60_000);

  it('T8, T26: keeps no more bytes than the bound, whatever they are called', async () => {
    const large = Buffer.alloc(MOST_UNSIGNED.bytes / 4);
    const kept: boolean[] = [];
    for (let n = 0; n < 5; n++)
      kept.push(await keep(letter(n, { key: null, value: large }), 'NOT_AUTHENTIC'));
    expect(kept).toEqual([true, true, true, true, false]);
    expect(await keep(letter(9, { key: large, value: null }), 'NOT_AUTHENTIC')).toBe(false);
  });

  it('T9: takes another message at the place of an old one for another', async () => {
    const [junk, signed] = [Buffer.from('junk 2'), { value: Buffer.from('signed'), mac: 'm' }];
    await keep(letter(7), 'NOT_AUTHENTIC');
    expect(await keep(letter(7, signed), 'UNKNOWN_MESSAGE_TYPE')).toBe(true);
    expect(await on.store.deadLetters()).toMatchObject([{ code: 'UNKNOWN_MESSAGE_TYPE' }]);
    // What nobody signed drives nothing out that somebody did.
    expect(await keep(letter(7, { value: junk }), 'NOT_AUTHENTIC')).toBe(false);
    await on.store.redriveDeadLetters();
    expect(await on.store.dueDeadLetters(9)).toMatchObject([signed]);
    expect(await on.store.unreadable()).toMatchObject({ count: 2, notKept: 1 });
  });

  it('T8, T26: keeps a signed message once, however often it is put into its topic', async () => {
    const signed = { value: Buffer.from('signed'), mac: 'm' };
    for (let n = 0; n < 5; n++)
      expect(await keep(letter(3_000 + n, signed), 'UNKNOWN_MESSAGE_TYPE')).toBe(true);
    expect(await on.store.unreadable()).toMatchObject({ count: 1, notKept: 0 });
    // Under a key that is not signed with it, it is as good as made up.
    await fill();
    const moved = { ...signed, key: Buffer.from('a.2') };
    expect(await keep(letter(4_000, moved), 'UNKNOWN_MESSAGE_TYPE')).toBe(false);
    expect(await keep(letter(4_001, { ...moved, topic: 'b.v1' }), 'UNKNOWN_MESSAGE_TYPE')).toBe(
      true,
    );
  }, 60_000);
}
