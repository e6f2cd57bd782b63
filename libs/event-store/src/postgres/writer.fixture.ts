// A process that writes: `node writer.fixture.ts URL NAME COUNT`, to a stream of its own and to one
// that it shares with others, there against their wins.
import { createHash } from 'node:crypto';
import { isDomainError } from '@minh-bach/kernel';
import { createPostgresEventStore } from './postgres-event-store.ts';

const [connectionString = '', name = '', count = ''] = process.argv.slice(2);
const store = await createPostgresEventStore({ connectionString, mayLoseEventsInTests: true });

const event = (content: string) => ({
  id: createHash('sha256')
    .update(content)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5'),
  type: 'Written',
  data: Buffer.from(content),
  metadata: Buffer.from('{}'),
});

async function appendShared(content: string): Promise<void> {
  for (let won = false; !won;) {
    let last: number | 'none' = 'none';
    for await (const { revision } of store.readStream('a.shared', {
      direction: 'backwards',
      limit: 1,
    }))
      last = revision;
    won = await store.append('a.shared', [event(content)], last).then(
      () => true,
      (error: unknown) => {
        if (isDomainError(error, 'WRONG_EXPECTED_REVISION')) return false;
        throw error;
      },
    );
  }
}

for (let i = 0; i < Number(count); i += 1)
  await Promise.all([
    store.append(`a.${name}`, [event(`${name} ${i}`)], i === 0 ? 'none' : i - 1),
    appendShared(`${name} shared ${i}`),
  ]);
await store.close();
