import { z } from 'zod';
import { dateSchema } from '../vocabulary.ts';
import type { Shown, ShownColumns } from './column.ts';

const SHAPES = { day: dateSchema };

/** The shape of a row's `shown`, as the worklist answers it. */
export const shownSchema = <Columns extends ShownColumns>(columns: Columns) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(columns).map(([name, { kind }]) => [name, SHAPES[kind].nullable()]),
    ),
  ) as unknown as z.ZodType<Shown<Columns>>;
