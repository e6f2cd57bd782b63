import net from 'node:net';
import type { ISocketFactory } from 'kafkajs';

/** The sockets of one Kafka client, to be cut off at will. */
export class BreakableSockets {
  readonly #open = new Set<net.Socket>();
  #cut = false;

  readonly factory: ISocketFactory = ({ host, port, onConnect }) => {
    if (this.#cut) {
      const refused = new net.Socket();
      process.nextTick(() => refused.destroy(new Error('cut off')));
      return refused;
    }
    const socket = net.connect({ host, port }, onConnect);
    this.#open.add(socket);
    socket.on('close', () => this.#open.delete(socket));
    return socket;
  };

  /** kafkajs does not notice that: it hears no end, and waits for its answer. */
  cut(): void {
    this.#cut = true;
    for (const socket of this.#open) socket.destroy();
  }

  mend(): void {
    this.#cut = false;
  }
}
