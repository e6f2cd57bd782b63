import type { Pool } from 'pg';
import type { AccessLine, AccessLog } from '../access-log.ts';

const INSERT = {
  name: 'vault-access',
  text: `
    insert into vault.access_log (at, person, role, unit, purpose, matter, fields)
    select * from unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::text[],
      $6::text[], $7::jsonb[])`,
};

/** Lines in the table `vault.access_log`; see `setUpVaultSchema`. */
export class PostgresAccessLog implements AccessLog {
  constructor(private readonly pool: Pool) {}

  async write(lines: readonly AccessLine[]): Promise<void> {
    const values = [
      lines.map((line) => line.at),
      lines.map((line) => line.actor.person),
      lines.map((line) => line.actor.role),
      lines.map((line) => line.actor.unit),
      lines.map((line) => line.purpose),
      lines.map((line) => line.matter),
      lines.map((line) => JSON.stringify(line.fields)),
    ];
    await this.pool.query({ ...INSERT, values });
  }
}
