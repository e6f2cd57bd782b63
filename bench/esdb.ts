// The adapter to EventStoreDB beside its bare client, in turn and in one run: appends a second of one
// 560-byte event at 1, 8 and 32 writers; from append to subscriber at 200 a second; catch-up of one
// category in a log of `--events N` (default 1,000,000). Medians of `--runs N` (default 5), `--seconds N`
// (default 3) for each. On the server of EVENTSTORE_URL, to which it adds events; `--double` runs the
// code on the tests' double instead, with figures of no server.
import { parseArgs } from 'node:util';
import { ServerDouble } from '@minh-bach/event-store/double';
import { measure } from './appends.side.ts';
import { benchConfig } from './config.ts';
import { CATEGORY, fillLog } from './esdb.fill.ts';
import { SIDES, type EsdbSide } from './esdb.sides.ts';
import { median, quantiles, rounded } from './median.figures.ts';

const WRITERS = [1, 8, 32];
const NAMES = ['ours', 'bare'] as const;
type Name = (typeof NAMES)[number];

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' }, // as of every benchmark; the last line is JSON either way
    runs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    events: { type: 'string', default: '1000000' },
    double: { type: 'boolean', default: false },
  },
});
const runs = Number(options.runs);
const seconds = Number(options.seconds);
const events = Number(options.events);
const say = (line: string) => console.error(line);

const double = options.double ? await ServerDouble.start() : undefined;
const url = double?.url ?? benchConfig.eventStoreUrl;
if (url === undefined) {
  say(
    'Bỏ qua phép đo EventStoreDB: cần EVENTSTORE_URL=esdb://host:2113?tls=false. / Left out: figures of EventStoreDB (they need EVENTSTORE_URL, or --double to run the code alone).',
  );
  console.log(JSON.stringify({ leftOut: 'EVENTSTORE_URL is not set' }));
} else {
  const server = double ? 'double, no figure of a server' : 'EVENTSTORE_URL';
  if (double) say('DOUBLE: none of these figures is one of a server.');
  const figures = await compare(url);
  for (const [name, figure] of Object.entries(figures)) say(`${name}: ${JSON.stringify(figure)}`);
  console.log(JSON.stringify({ server, ...figures }));
  double?.stop();
}

/** A process has one client, so a side is closed before the other is opened. */
async function on<T>(name: Name, at: string, work: (side: EsdbSide) => Promise<T>): Promise<T> {
  const side = await SIDES[name](at);
  try {
    return await work(side);
  } finally {
    await side.close();
  }
}

async function compare(at: string) {
  for (const name of NAMES) await on(name, at, (side) => measure(side, 8, 0.5));
  const seen: Record<string, number[]> = {};
  const latencies: Record<Name, number[]> = { ours: [], bare: [] };
  const note = (key: string, figure: number) => void (seen[key] ??= []).push(figure);
  for (let run = 1; run <= runs; run += 1)
    for (const name of inTurn(run))
      await on(name, at, async (side) => {
        for (const writers of WRITERS)
          note(`${name} ${writers}`, await measure(side, writers, seconds));
        latencies[name].push(...(await side.toSubscriber(200, seconds)));
        say(
          `run ${run}, ${name}: ${WRITERS.map((n) => Math.round(seen[`${name} ${n}`]!.at(-1)!))}`,
        );
      });

  const filled = await fillLog(at, events, say);
  for (let run = 1; run <= runs; run += 1)
    for (const name of inTurn(run)) {
      const { took, found } = await on(name, at, (side) => side.catchUp(CATEGORY));
      if (found !== filled) throw new Error(`${name} found ${found} of ${filled} events`);
      note(`${name} catch-up`, found / took);
      say(`run ${run}, ${name}: ${found} events caught up in ${rounded(took, 2)} s`);
    }

  const both = (of: (name: Name) => number) => {
    const [ours, bare] = NAMES.map(of) as [number, number];
    return { ours: Math.round(ours), bare: Math.round(bare), ratio: rounded(ours / bare, 2) };
  };
  const { p50, p99 } = quantiles(latencies.ours);
  const bare = quantiles(latencies.bare);
  return {
    appends: Object.fromEntries(
      WRITERS.map((n) => [n, both((name) => median(seen[`${name} ${n}`]!))]),
    ),
    toSubscriberMs: { ours: { p50, p99 }, bare: { p50: bare.p50, p99: bare.p99 } },
    catchUp: { events, category: filled, ...both((name) => median(seen[`${name} catch-up`]!)) },
  };
}

/** Each begins in turn. */
function inTurn(run: number): readonly Name[] {
  return run % 2 ? NAMES : NAMES.toReversed();
}
