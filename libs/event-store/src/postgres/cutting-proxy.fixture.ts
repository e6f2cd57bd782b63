import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** Stands between a client and PostgreSQL, and can lose an answer. */
export interface CuttingProxy {
  /** The same database, through the proxy. */
  readonly url: string;
  /** The next answer that mentions this is not passed on: the line goes dead instead. */
  loseNextAnswerWith(bytes: string): void;
  readonly lost: number;
  close(): Promise<void>;
}

export async function startCuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let cutAt: string | undefined;
  let lost = 0;

  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', cut).on('close', cut);
    }
    client.pipe(upstream);
    upstream.on('data', (answer: Buffer) => {
      if (cutAt !== undefined && answer.includes(cutAt)) {
        cutAt = undefined;
        lost += 1;
        cut();
      } else client.write(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    loseNextAnswerWith: (bytes) => (cutAt = bytes),
    get lost() {
      return lost;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
