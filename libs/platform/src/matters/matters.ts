import { reaches, type Action } from '@minh-bach/contracts';
import { DomainError } from '@minh-bach/kernel';
import type { DataSource } from 'typeorm';
import type { Organisation } from '../organisation/organisation.ts';

/** Which of this service's streams a number means, and who reaches them. */
export class Matters {
  constructor(
    private readonly rows: DataSource,
    private readonly organisation: Organisation,
  ) {}

  /**
   * The streams of a petition or case that someone of a unit reaches by an action, and with them
   * those that belong to no unit of their own (disclosures, reserved numbers). The streams of other
   * units stay closed, though they tell of the same matter.
   *
   * @throws DomainError `NOT_FOUND`, the same for what is unknown and what is not theirs to see
   */
  async streamsOf(number: string, action: Action, actorUnit: string): Promise<string[]> {
    const links = await this.rows.query<{ stream: string; unit: string | null }[]>(
      `SELECT s.stream, u.unit FROM matter_streams s LEFT JOIN stream_units u USING (stream)
        WHERE s.matter = $1 ORDER BY s.stream`,
      [number],
    );
    const units = [...new Set(links.map(({ unit }) => unit).filter((unit) => unit !== null))];
    const reached = new Set<string>();
    for (const unit of units)
      if (reaches(action, actorUnit, unit, await this.organisation.unitsAbove(unit)))
        reached.add(unit);
    if (reached.size === 0) throw new DomainError('NOT_FOUND');
    return links
      .filter(({ unit }) => unit === null || reached.has(unit))
      .map(({ stream }) => stream);
  }

  /** Refuses a stream of a unit that the actor does not reach. */
  async assertReach(stream: string, action: Action, actorUnit: string): Promise<void> {
    const [row] = await this.rows.query<{ unit: string }[]>(
      'SELECT unit FROM stream_units WHERE stream = $1',
      [stream],
    );
    const above = row ? await this.organisation.unitsAbove(row.unit) : [];
    if (!row || !reaches(action, actorUnit, row.unit, above)) throw new DomainError('NOT_FOUND');
  }
}
