import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import {
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
} from '@grpc/grpc-js';
import { takeAppends, type AppendCall, type AppendFault } from './appending.fixture.ts';
import { DoubleLog, Refused } from './log.fixture.ts';
import { failure, nameOf } from './messages.fixture.ts';
import { Subscription, answersTo } from './reading.fixture.ts';
import type {
  DeleteReq,
  DeleteResp,
  ReadReq,
  ReadResp,
  TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js';

export { ALSO_SELF_SIGNED, SELF_SIGNED } from './certificate.fixture.ts';
export { json } from './log.fixture.ts';

interface Options {
  readonly version?: '23.10.6' | '24.6.0';
  /** What the server proves itself with, and by it TLS. */
  readonly tls?: { cert: string; key: string };
  /** `user:password` of those who may do everything; nobody else may do anything. Both as of now. */
  readonly users?: readonly string[];
}

/**
 * An EventStoreDB in memory: the part of its protocol that the client speaks, answered as recorded from
 * real servers, and on demand what a real one cannot be made to do. What it says of a server's death
 * proves nothing about one.
 */
export class ServerDouble {
  readonly log = new DoubleLog();
  /** For the next appends, one after the other. */
  readonly appendFaults: AppendFault[] = [];
  /** For the next reads and subscriptions: `stall`, `half` of the answer and a stall, or a failure. */
  readonly readFaults: string[] = [];
  /** Appends, as they came in. */
  readonly heard: { stream: string; ids: string[] }[] = [];
  /** Calls that any node of a cluster might have answered. */
  notOfLeader = 0;
  /** How many subscriptions were begun. */
  begun = 0;
  leader: number | undefined;
  #server: Server | undefined;
  #port = 0;
  readonly #subscriptions = new Set<ServerWritableStream<ReadReq, ReadResp>>();

  private constructor(private readonly options: Options) {}

  static async start(options: Options = {}): Promise<ServerDouble> {
    const double = new ServerDouble(options);
    await double.start();
    return double;
  }

  get port(): number {
    return this.#port;
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.#port}?tls=${this.options.tls !== undefined}`;
  }

  get subscriptions(): number {
    return this.#subscriptions.size;
  }

  /** Again at the same address, with all that was stored. */
  async start(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
    server.addService(ServerFeaturesService, {
      getSupportedMethods: (_: unknown, tell: sendUnaryData<unknown>) => tell(null, supported()),
    });
    server.addService(StreamsService, {
      read: (call: ServerWritableStream<ReadReq, ReadResp>) => this.#read(call),
      batchAppend: (call: AppendCall) => {
        if (this.#mayCall(call)) takeAppends(this, call);
        else call.emit('error', failure('access-denied'));
      },
      delete: (call: ServerUnaryCall<DeleteReq, DeleteResp>, tell: sendUnaryData<DeleteResp>) => {
        this.log.delete(nameOf(call.request.getOptions()!.getStreamIdentifier()));
        tell(null, new streams.DeleteResp());
      },
      tombstone: (
        call: ServerUnaryCall<TombstoneReq, TombstoneResp>,
        tell: sendUnaryData<TombstoneResp>,
      ) => {
        this.log.tombstone(nameOf(call.request.getOptions()!.getStreamIdentifier()));
        tell(null, new streams.TombstoneResp());
      },
    });
    const { tls } = this.options;
    const credentials = tls
      ? ServerCredentials.createSsl(null, [
          { cert_chain: Buffer.from(tls.cert), private_key: Buffer.from(tls.key) },
        ])
      : ServerCredentials.createInsecure();
    this.#port = await new Promise((resolve, reject) =>
      server.bindAsync(`127.0.0.1:${this.#port}`, credentials, (error, port) =>
        error ? reject(error) : resolve(port),
      ),
    );
    this.#server = server;
  }

  /** As by `kill -9`: all lines are cut. */
  stop(): void {
    this.#server?.forceShutdown();
    this.#server = undefined;
    this.#subscriptions.clear();
  }

  async restart(): Promise<void> {
    this.stop();
    await this.start();
  }

  /** Subscriptions of now stay, and say nothing any more. */
  silence(): void {
    this.#subscriptions.clear();
  }

  /** @param how `end` without a word of why, or by a failure */
  endSubscriptions(how: 'end' | 'too-slow' | 'unavailable'): void {
    for (const call of this.#subscriptions)
      if (how === 'end') call.end();
      else call.emit('error', failure(how));
    this.#subscriptions.clear();
  }

  #read(call: ServerWritableStream<ReadReq, ReadResp>): void {
    const options = call.request.getOptions()!;
    const fault = this.readFaults.shift();
    call.on('error', () => undefined);
    if (!this.#mayCall(call)) return void call.emit('error', failure('access-denied'));
    if (fault === 'stall') return;
    if (fault === 'half') {
      for (const message of answersTo(this.log, options).slice(0, -1)) call.write(message);
      return;
    }
    if (fault !== undefined) return void call.emit('error', failure(fault));
    try {
      if (options.hasSubscription()) return this.#subscribe(call, options);
      for (const message of answersTo(this.log, options)) call.write(message);
      call.end();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      call.emit('error', failure(error.type, { stream: error.fields.stream }));
    }
  }

  #subscribe(call: ServerWritableStream<ReadReq, ReadResp>, options: ReadReq.Options): void {
    this.begun += 1;
    const tellsOfEmpty = this.options.version !== '23.10.6';
    const write = (message: ReadResp) => void call.write(message);
    const subscription = new Subscription(this.log, write, tellsOfEmpty, options);
    subscription.goOn();
    const grown = () => {
      if (this.#subscriptions.has(call)) subscription.goOn();
    };
    this.log.grown.on('event', grown);
    this.#subscriptions.add(call);
    call.on('cancelled', () => {
      this.log.grown.off('event', grown);
      this.#subscriptions.delete(call);
    });
  }

  #mayCall(call: { metadata: { get(name: string): (string | Buffer)[] } }): boolean {
    if (call.metadata.get('requires-leader')[0] !== 'true') this.notOfLeader += 1;
    const { users } = this.options;
    if (!users) return true;
    const [given = ''] = call.metadata.get('authorization');
    return users.some((user) => `Basic ${Buffer.from(user).toString('base64')}` === given);
  }
}

function supported() {
  const method = new features.SupportedMethod()
    .setServiceName('event_store.client.streams.streams')
    .setMethodName('batchappend');
  return new features.SupportedMethods().setMethodsList([method]);
}
