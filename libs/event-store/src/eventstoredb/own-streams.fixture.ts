import { randomUUID } from 'node:crypto';
import { LOG_ID_STREAM } from './log-id.ts';
import type { EngineEvent, EventStoreDbEngine } from './engine.ts';

/**
 * A part of a server's log that looks like a whole one, new and empty: streams of its own, and nothing
 * that stood there before. Events of others in between are told of as the server's own.
 */
export async function ownStreams(engine: EventStoreDbEngine): Promise<EventStoreDbEngine> {
  const own = `spec-${randomUUID()}.`;
  const [last] = await engine.readAll({ backwards: true, maxCount: 1 });
  const from = last?.commit;
  const named = (stream: string) =>
    // Whose log it is, is no part of it.
    stream === LOG_ID_STREAM
      ? stream
      : stream.startsWith('$$')
        ? `$$${own}${stream.slice(2)}`
        : own + stream;
  const seen = (event: EngineEvent): EngineEvent => ({
    ...event,
    stream: event.stream.startsWith(own) ? event.stream.slice(own.length) : '$of-others',
  });
  return {
    append: (stream, ...rest) => engine.append(named(stream), ...rest),
    readStream: async (stream, options) =>
      (await engine.readStream(named(stream), options)).map(seen),
    readAll: async (options) =>
      (
        await engine.readAll({
          ...options,
          ...(!options.backwards && options.from === undefined && from !== undefined && { from }),
        })
      ).map(seen),
    search: async (after, prefixes, ...rest) => {
      const found = await engine.search(after ?? from, prefixes.map(named), ...rest);
      return { ...found, events: found.events.map(seen) };
    },
    follow: (after, heard, signal) => engine.follow(after ?? from, (e) => heard(seen(e)), signal),
    close: () => Promise.resolve(),
  };
}
