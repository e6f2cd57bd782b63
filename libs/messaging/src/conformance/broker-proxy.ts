import { once } from 'node:events';
import net from 'node:net';

const PRODUCE = 0;

/**
 * Stands before one broker and reads as much of Kafka's protocol as it needs: each request begins
 * with size, API key, version and correlation id, each answer with size and correlation id
 * (kafka.apache.org/protocol).
 */
export class BrokerProxy {
  /** Called instead of passing a produce request on. */
  holdProduce: (() => void) | undefined;
  /** Produce requests that the broker answered. */
  answered = 0;
  readonly #server: net.Server;
  readonly #sockets = new Set<net.Socket>();

  private constructor(private readonly brokerPort: number) {
    this.#server = net.createServer((client) => this.#connect(client));
  }

  static async before(brokerPort: number): Promise<BrokerProxy> {
    const proxy = new BrokerProxy(brokerPort);
    proxy.#server.listen(0, '127.0.0.1').unref();
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as net.AddressInfo).port;
  }

  /** Nobody reaches the broker any more through here. */
  cut(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #connect(client: net.Socket): void {
    const broker = net.connect(this.brokerPort, '127.0.0.1');
    const produces = new Set<number>();
    for (const socket of [client, broker]) {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        client.destroy();
        broker.destroy();
      });
    }
    eachFrame(client, (frame) => {
      const isProduce = frame.readInt16BE(4) === PRODUCE;
      if (isProduce && this.holdProduce) return this.holdProduce();
      if (isProduce) produces.add(frame.readInt32BE(8));
      broker.write(frame);
    });
    eachFrame(broker, (frame) => {
      const isProduce = produces.delete(frame.readInt32BE(4));
      client.write(frame, () => {
        if (isProduce) this.answered += 1;
      });
    });
  }
}

/** Whole messages of the protocol, their size in front. */
function eachFrame(socket: net.Socket, take: (frame: Buffer) => void): void {
  let pending = Buffer.alloc(0);
  socket.on('data', (bytes) => {
    pending = Buffer.concat([pending, Buffer.from(bytes)]);
    while (pending.length >= 4 && pending.length >= 4 + pending.readInt32BE(0)) {
      const end = 4 + pending.readInt32BE(0);
      take(pending.subarray(0, end));
      pending = pending.subarray(end);
    }
  });
}
