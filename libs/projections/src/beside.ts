import type { Position } from '@minh-bach/event-store';
import type { DataSource } from 'typeorm';
import { catchUp } from './catch-up.ts';
import { takeOver, type Checkpoint } from './checkpoint.ts';
import type { Settings } from './options.ts';
import { dropSchema, prepareSchema } from './prepare-schema.ts';

/** A second read model of the same service in a schema of its own, made from the beginning. */
export class Beside {
  private constructor(
    private readonly settings: Settings,
    readonly schema: string,
    readonly dataSource: DataSource,
    public checkpoint: Checkpoint,
  ) {}

  /** Forgets what an interrupted try may have left. */
  static async create(settings: Settings, suffix: 'next' | 'check'): Promise<Beside> {
    const schema = `${settings.schema}_${suffix}`;
    await dropSchema(settings.url, schema);
    const dataSource = await prepareSchema(settings, schema);
    return new Beside(settings, schema, dataSource, await takeOver(dataSource));
  }

  /** @returns how many events were applied */
  async catchUpTo(
    end: Position,
    options: { signal?: AbortSignal; onBatch?: (at: Checkpoint) => void } = {},
  ): Promise<number> {
    const before = this.checkpoint.events;
    this.checkpoint = await catchUp(this.dataSource, this.settings, this.checkpoint, end, options);
    return this.checkpoint.events - before;
  }

  async close(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  async drop(): Promise<void> {
    await this.close();
    await dropSchema(this.settings.url, this.schema);
  }
}
