import { Together } from '@minh-bach/kernel';
import type { DataSource, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';

type Asked = FindOptionsWhere<ObjectLiteral>;

/** One row each, by columns that name it: those who ask at the same time ask as one. */
export class RowsTogether {
  readonly #byEntity = new Map<
    EntityTarget<ObjectLiteral>,
    Together<Asked, ObjectLiteral | null>
  >();

  constructor(private readonly rows: Pick<DataSource, 'getRepository'>) {}

  /** @param where texts and numbers, by column */
  async one<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
    where: Readonly<Partial<Record<keyof Row & string, string | number>>>,
  ): Promise<Row | null> {
    let together = this.#byEntity.get(entity);
    if (!together) {
      together = new Together(async (asked) => {
        const found = await this.rows.getRepository<ObjectLiteral>(entity).findBy([...asked]);
        return asked.map((each) => found.find((row) => isAsked(row, each)) ?? null);
      });
      this.#byEntity.set(entity, together);
    }
    return (await together.ask(where as Asked)) as Row | null;
  }
}

const isAsked = (row: ObjectLiteral, where: Asked): boolean =>
  Object.entries(where).every(([column, value]) => (row[column] as unknown) === value);
