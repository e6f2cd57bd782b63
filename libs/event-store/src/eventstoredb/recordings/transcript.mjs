// What a real EventStoreDB answers to @eventstore/db-client, written down step by step as JSON.
//   node transcript.mjs [esdb://127.0.0.1:2113?tls=false] > answers.json
// Needs @eventstore/db-client 6.2.1 where Node finds it. Positions, times and random ids are left out or replaced by
// their order, so two runs, and two servers that behave alike, print the same text.
import { randomUUID } from 'node:crypto';
import {
  ANY,
  BACKWARDS,
  END,
  EventStoreDBClient,
  FORWARDS,
  NO_STREAM,
  START,
  STREAM_EXISTS,
  binaryEvent,
  eventTypeFilter,
  excludeSystemEvents,
  jsonEvent,
  streamNameFilter,
} from '@eventstore/db-client';

const url = process.argv[2] ?? 'esdb://127.0.0.1:2113?tls=false';
const client = EventStoreDBClient.connectionString(url);
const run = Date.now().toString(36);
const stream = (name) => `transcript${run}-${name}`;
const ids = new Map();
const id = (name) => ids.get(name) ?? ids.set(name, randomUUID()).get(name);
const named = (value) => [...ids].find(([, v]) => v === value)?.[0] ?? 'other';
const event = (name, data = { name }, type = 'Noted') =>
  jsonEvent({ id: id(name), type, data, metadata: { by: name } });
const answers = {};

const plain = (value) =>
  JSON.parse(
    JSON.stringify(value ?? null, (_, v) =>
      typeof v === 'bigint' ? `${v}n` : v instanceof Uint8Array ? Buffer.from(v).toString() : v,
    ).replaceAll(`transcript${run}-`, ''),
  );
const failure = (e) =>
  plain({
    error: e.type ?? e.name,
    code: e.code,
    expectedVersion: e.expectedVersion,
    actualVersion: e.actualVersion,
    streamName: e.streamName,
    maxAppendSize: e.maxAppendSize,
  });
const appended = (r) => ({
  success: r.success,
  next: r.nextExpectedRevision,
  position: r.position ? 'given' : 'none',
});
const seen = (r) => {
  const e = r.event;
  return (
    e && {
      stream: e.streamId,
      revision: e.revision,
      id: named(e.id),
      type: e.type,
      isJson: e.isJson,
      data: e.data,
      metadata: e.metadata,
      created: e.created instanceof Date ? 'Date' : typeof e.created,
      position: e.position ? 'given' : 'none',
    }
  );
};
const read = async (it) => {
  const out = [];
  for await (const r of it) out.push(r);
  return out;
};
const append = (s, events, expectedRevision, more) =>
  client.appendToStream(stream(s), events, { expectedRevision, ...more }).then(appended);

async function step(name, f, ms = 20_000) {
  let timer;
  try {
    answers[name] = plain(
      await Promise.race([
        f(),
        new Promise((_, no) => {
          timer = setTimeout(() => no(new Error('no answer in time')), ms);
        }),
      ]),
    );
  } catch (e) {
    answers[name] = e.message === 'no answer in time' ? 'no answer in time' : failure(e);
  } finally {
    clearTimeout(timer);
  }
}
/** Collects what a subscription emits until `done(log)` or `ms`. */
const watch = (make, done, ms = 8_000) =>
  new Promise((yes) => {
    const log = [],
      s = make(),
      end = (why) => {
        clearTimeout(t);
        s.unsubscribe?.().catch(() => {});
        yes({ why, log });
      };
    const t = setTimeout(() => end('time'), ms),
      note = (x) => {
        log.push(x);
        if (done(log)) end('enough');
      };
    s.on('data', (r) => {
      const e = r.event ?? r.link;
      if (e && e.streamId.startsWith(`transcript${run}-`)) note(`${e.streamId}@${e.revision}`);
    });
    s.on('caughtUp', () => note('caughtUp'));
    s.on('confirmation', () => note('confirmation'));
    s.on('error', (e) => {
      log.push(failure(e));
      end('error');
    });
    s.on('end', () => log.push('end'));
    s.on('close', () => log.push('close'));
  });

// -- appends and expected revisions
await step('append two, no stream expected', () =>
  append('a', [event('a0'), event('a1')], NO_STREAM),
);
await step('append one, revision 1 expected', () => append('a', [event('a2')], 1n));
await step('append, stream expected to exist', () => append('a', [event('a3')], STREAM_EXISTS));
await step('append, any revision', () => append('a', [event('a4')], ANY));
await step('append, stale revision', () => append('a', [event('x1')], 2n));
await step('append, revision ahead of the stream', () => append('a', [event('x2')], 99n));
await step('append, no stream expected but there is one', () =>
  append('a', [event('x3')], NO_STREAM),
);
await step('append, stream expected to exist but none does', () =>
  append('none', [event('x4')], STREAM_EXISTS),
);
await step('append, revision 0 expected but no stream', () => append('none', [event('x5')], 0n));
await step('append nothing to a new stream', () => append('empty', [], NO_STREAM));
await step('append nothing, any revision', () => append('a', [], ANY));
await step('stale revision without throwing', () =>
  append('a', [event('x6')], 0n, { throwOnAppendFailure: false }),
);

// -- the same append again
await step('again: same ids, same expected revision, nothing after', () =>
  append('a', [event('a4')], 3n),
);
await step('again: same ids, no stream expected, others after', () =>
  append('a', [event('a0'), event('a1')], NO_STREAM),
);
await step('again: same ids, old exact revision, others after', () =>
  append('a', [event('a2')], 1n),
);
await step('again: same ids, any revision', () => append('a', [event('a2')], ANY));
await step('again: same ids, stream exists', () => append('a', [event('a2')], STREAM_EXISTS));
await step('again: same id, other data', () => append('a', [event('a2', { name: 'changed' })], 1n));
await step('again: same ids with a new one behind', () =>
  append('a', [event('a0'), event('a1'), event('x7')], NO_STREAM),
);
await step('again: only a part of the batch', () => append('a', [event('a0')], NO_STREAM));
await step('again: same ids, other order', () =>
  append('a', [event('a1'), event('a0')], NO_STREAM),
);
await step('one id twice in a batch', () => append('twice', [event('t0'), event('t0')], NO_STREAM));
await step('one id in two streams', () => append('other', [event('a0')], NO_STREAM));
await step('the stream after all that', async () =>
  (await read(client.readStream(stream('a'), { direction: FORWARDS, fromRevision: START }))).map(
    seen,
  ),
);

// -- reading
await step('read three from revision 1', async () =>
  (await read(client.readStream(stream('a'), { fromRevision: 1n, maxCount: 3 }))).map(
    (r) => r.event.revision,
  ),
);
await step('read backwards two', async () =>
  (
    await read(
      client.readStream(stream('a'), { direction: BACKWARDS, fromRevision: END, maxCount: 2 }),
    )
  ).map((r) => r.event.revision),
);
await step(
  'read from past the end',
  async () => (await read(client.readStream(stream('a'), { fromRevision: 99n }))).length,
);
await step(
  'read a stream that is not there',
  async () => (await read(client.readStream(stream('none')))).length,
);
await step('binary event', async () => {
  await client.appendToStream(
    stream('bin'),
    binaryEvent({ id: id('b0'), type: 'Blob', data: Buffer.from('tiếng Việt') }),
  );
  return (await read(client.readStream(stream('bin')))).map(seen);
});
await step('event without metadata', async () => {
  await client.appendToStream(
    stream('nometa'),
    jsonEvent({ id: id('n0'), type: 'Bare', data: { n: 1 } }),
  );
  return (await read(client.readStream(stream('nometa')))).map(seen);
});
await step('names with marks and slashes', async () => {
  const s = 'đơn/2026:07-Ữ';
  const r = await append(s, [event('v0', { text: 'Kính gửi Cục Hải quan' })], NO_STREAM);
  return { r, back: (await read(client.readStream(stream(s)))).map(seen) };
});
await step('a number, a string, null and a list as data', async () => {
  await append(
    'odd',
    [42, 'x', null, [1]].map((d, i) => event(`odd${i}`, d)),
    NO_STREAM,
  );
  return (await read(client.readStream(stream('odd')))).map((r) => r.event.data);
});
await step('$all from a position includes that event', async () => {
  const r = await client.appendToStream(stream('pos'), [event('p0'), event('p1')], {
    expectedRevision: NO_STREAM,
  });
  return (await read(client.readAll({ fromPosition: r.position, maxCount: 3 })))
    .map((e) =>
      e.event?.streamId.startsWith(`transcript${run}-`)
        ? `${e.event.streamId}@${e.event.revision}`
        : 'other',
    )
    .slice(0, 3);
});
await step('positions of one append: same or rising', async () => {
  const p = (await read(client.readStream(stream('pos')))).map((r) => r.event.position?.commit);
  return p[0] === p[1] ? 'same' : p[0] < p[1] ? 'rising' : 'falling';
});
await step('$all grows in order of appends', async () => {
  const mine = [];
  for await (const r of client.readAll({ maxCount: 5000 }))
    if (r.event?.streamId.startsWith(`transcript${run}-`)) mine.push(r.event.position.commit);
  return mine.every((p, i) => i === 0 || mine[i - 1] <= p) ? 'never falls' : 'falls';
});

// -- limits
for (const [label, bytes] of [
  ['half a MiB', 524_288],
  ['1 MiB', 1_048_576],
  ['2 MiB', 2_097_152],
  ['5 MiB', 5_242_880],
])
  await step(`one event of ${label}`, () =>
    append('large', [event(`big${bytes}`, { text: 'x'.repeat(bytes) })], ANY),
  );
await step('1,000 events in one append', () =>
  append(
    'many',
    Array.from({ length: 1000 }, (_, i) => event(`m${i}`, { i })),
    NO_STREAM,
  ),
);
await step('a deadline of 1 ms', () =>
  append(
    'late',
    Array.from({ length: 2000 }, (_, i) => event(`l${i}`, { text: 'x'.repeat(200) })),
    ANY,
    { deadline: 1 },
  ),
);

// -- races
await step('eight writers, one expected revision', async () => {
  await append('race', [event('r0')], NO_STREAM);
  const r = await Promise.allSettled(
    Array.from({ length: 8 }, (_, i) => append('race', [event(`race${i}`)], 0n)),
  );
  return {
    won: r.filter((x) => x.status === 'fulfilled').length,
    lost: [...new Set(r.filter((x) => x.status === 'rejected').map((x) => x.reason.type))],
    length: (await read(client.readStream(stream('race')))).length,
  };
});
await step('order inside one stream under 200 parallel appends', async () => {
  await Promise.all(
    Array.from({ length: 200 }, (_, i) => append('par', [event(`par${i}`, { i })], ANY)),
  );
  const r = await read(client.readStream(stream('par')));
  return {
    length: r.length,
    dense: r.every((e, i) => e.event.revision === BigInt(i)),
    distinct: new Set(r.map((e) => e.event.id)).size,
  };
});

// -- subscriptions
await step('subscribe to a stream from the start', () =>
  watch(
    () => client.subscribeToStream(stream('a'), { fromRevision: START }),
    (l) => l.includes('caughtUp'),
  ),
);
await step('subscribe to a stream after revision 2', () =>
  watch(
    () => client.subscribeToStream(stream('a'), { fromRevision: 2n }),
    (l) => l.includes('caughtUp'),
  ),
);
await step('subscribe to a stream that is not there yet, then append', () => {
  setTimeout(() => append('later', [event('la0')], NO_STREAM), 500);
  return watch(
    () => client.subscribeToStream(stream('later'), { fromRevision: START }),
    (l) => l.some((x) => x.includes?.('-later@')),
  );
});
await step('subscribe to $all after a position, by stream prefix', async () => {
  const r = await client.appendToStream(stream('sub'), [event('s0'), event('s1'), event('s2')], {
    expectedRevision: NO_STREAM,
  });
  const e = await read(client.readStream(stream('sub')));
  return watch(
    () =>
      client.subscribeToAll({
        fromPosition: e[0].event.position ?? r.position,
        filter: streamNameFilter({ prefixes: [stream('sub')] }),
      }),
    (l) => l.filter((x) => x.includes?.('@')).length === 2,
  );
});
await step('subscribe to $all from the start, by type', () =>
  watch(
    () =>
      client.subscribeToAll({
        fromPosition: START,
        filter: eventTypeFilter({ prefixes: ['Bare'] }),
      }),
    (l) => l.some((x) => x.endsWith?.('-nometa@0')),
  ).then((r) => ({ why: r.why, events: r.log.filter((x) => x.includes?.('@')) })),
);
await step(
  'checkpoints arrive when nothing matches, and rise',
  () =>
    new Promise((yes) => {
      const seen = [];
      const s = client.subscribeToAll({
        fromPosition: START,
        filter: eventTypeFilter({
          prefixes: ['NothingIsCalledThis'],
          checkpointInterval: 1,
          maxSearchWindow: 32,
          checkpointReached: (_, { commit }) => {
            seen.push(commit);
            if (seen.length === 5) {
              s.unsubscribe().catch(() => {});
              yes({ first: seen[0], rising: seen.every((c, i) => i === 0 || c > seen[i - 1]) });
            }
          },
        }),
      });
      s.on('data', () => {});
      s.on('error', () => {});
    }),
);
await step('system events can be left out', () =>
  watch(
    () => client.subscribeToAll({ fromPosition: START, filter: excludeSystemEvents() }),
    (l) => l.filter((x) => x.includes?.('@')).length >= 5,
  ).then((r) => r.why),
);
await step('unsubscribe', async () => {
  const log = [];
  const s = client.subscribeToStream(stream('a'));
  for (const n of ['end', 'close', 'error']) s.on(n, () => log.push(n));
  s.on('data', () => {});
  await new Promise((y) => s.once('confirmation', y));
  await s.unsubscribe();
  await new Promise((y) => setTimeout(y, 300));
  return log;
});

// -- deleting
await step('soft delete', async () => {
  await append('del', [event('d0'), event('d1')], NO_STREAM);
  await client.deleteStream(stream('del'));
  return (await read(client.readStream(stream('del')))).length;
});
await step('append after a soft delete, no stream expected', () =>
  append('del', [event('d2')], NO_STREAM),
);
await step('read after it', async () =>
  (await read(client.readStream(stream('del')))).map((r) => r.event.revision),
);
await step('tombstone', async () => {
  await append('tomb', [event('tb0')], NO_STREAM);
  await client.tombstoneStream(stream('tomb'));
  return append('tomb', [event('tb1')], ANY);
});
await step(
  'read a tombstoned stream',
  async () => (await read(client.readStream(stream('tomb')))).length,
);

console.log(JSON.stringify(answers, null, 1));
await client.dispose();
process.exit(0);
