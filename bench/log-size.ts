// Bytes that one registered petition leaves in the log of the built product, event by event: of data, of
// the envelope, and of what its clocks are made of. They hang on the day a little: by how many days of rest
// lie before it is due.
import { rmSync } from 'node:fs';
import { startEmbeddedPostgres } from '@minh-bach/embedded-postgres';
import pg from 'pg';
import { newFolder, startProduct } from './built.product.ts';
import { PETITION, type Numbered } from './http.loads.ts';
import { withReceipt } from './http.send.ts';

type Fields = Readonly<Record<string, unknown>>;

const kept = newFolder();
try {
  await register();
  console.log(JSON.stringify(await measure()));
} finally {
  rmSync(kept, { recursive: true, force: true });
}

async function register(): Promise<void> {
  const { signIn, stop } = await startProduct({ kept });
  try {
    const [receiver, classifier] = [await signIn('dung'), await signIn('giang')];
    const petition = withReceipt(PETITION);
    const { number } = await receiver.post<Numbered>('/intake/petitions', petition);
    await classifier.until<{ triage?: object }>(`/matters/${number}`, (m) => Boolean(m.triage));
  } finally {
    await stop();
  }
}

async function measure() {
  const postgres = await startEmbeddedPostgres({ dataFolder: kept });
  const client = new pg.Client({ connectionString: postgres.url });
  try {
    await client.connect();
    const { rows } = await client.query<{ type: string; data: Buffer; metadata: Buffer }>(
      `SELECT type, data, metadata FROM log.events
        WHERE stream LIKE 'intake.petition-%' OR stream LIKE 'intake.receipt-code%'
           OR stream LIKE 'triage.petition-%' ORDER BY position`,
    );
    const events = rows.map(({ type, data, metadata }) => {
      const { clocksStarted = [] } = JSON.parse(data.toString()) as { clocksStarted?: Fields[] };
      const clocks = clocksStarted.map((clock) => [String(clock.rule), bytesOf(clock)]);
      const parts = clocks.length > 0 && { clocks: Object.fromEntries(clocks) as Fields };
      return { type, data: data.length, envelope: metadata.length, ...parts };
    });
    return { bytes: events.reduce((sum, e) => sum + e.data + e.envelope, 0), events };
  } finally {
    await client.end();
    await postgres.stop();
  }
}

/** Of each field with its name. */
function bytesOf(fields: Fields): Fields {
  const sizes = Object.entries(fields).map(([name, value]) => {
    return [name, Buffer.byteLength(JSON.stringify({ [name]: value })) - 1] as const;
  });
  return Object.fromEntries(sizes);
}
