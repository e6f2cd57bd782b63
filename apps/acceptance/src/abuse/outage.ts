import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Folders } from '../harness/index.ts';

/** PostgreSQL under a product that runs, as an accident at it goes. */
export class Outage {
  private constructor(
    private readonly postmaster: number,
    private readonly address: pg.ClientConfig,
  ) {}

  static async of({ database }: Folders): Promise<Outage> {
    const password = (await readFile(join(database, 'postgres.password'), 'utf8')).trim();
    const pidFile = await readFile(join(database, 'postgres', 'postmaster.pid'), 'utf8');
    const [pid, , , port] = pidFile.split('\n').map(Number);
    return new Outage(pid!, { host: '127.0.0.1', port: port!, user: 'postgres', password });
  }

  /** Connections are cut, as by a network or an administrator. */
  async cut(which: 'all' | 'all but those of the door'): Promise<void> {
    await this.#connections(
      'pg_terminate_backend(pid)',
      which === 'all' ? [] : ['gateway', 'sign-in'],
    );
  }

  /** One process of PostgreSQL dies: it cuts all others, recovers and comes back by itself. */
  async crash(): Promise<void> {
    const [pid] = await this.#connections('true');
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  }

  /** Connections stay open and nothing is answered. @returns lets it go on */
  async freeze(): Promise<() => void> {
    const all = [this.postmaster, ...(await this.#connections('true'))];
    const tell = (signal: NodeJS.Signals) => {
      for (const pid of all)
        try {
          process.kill(pid, signal);
        } catch {
          // That one has ended by itself.
        }
    };
    tell('SIGSTOP');
    return () => tell('SIGCONT');
  }

  async #connections(what: string, but: readonly string[] = []): Promise<number[]> {
    const client = new pg.Client({ ...this.address, database: 'postgres' });
    client.on('error', () => undefined);
    await client.connect();
    try {
      const { rows } = await client.query<{ pid: number }>(
        `SELECT pid, ${what} FROM pg_stat_activity
          WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
            AND application_name <> ALL ($1)`,
        [but],
      );
      return rows.map(({ pid }) => pid);
    } finally {
      await client.end();
    }
  }
}
