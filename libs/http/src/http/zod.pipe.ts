import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { ProblemCatalogue } from '../problems/catalogue.ts';
import { invalidInput } from '../problems/invalid-input.ts';

const PLACES = { body: 'body', query: 'query', param: 'path' } as const;

/**
 * Checks `@Body({ schema })`, `@Query({ schema })` and `@Param(…, { schema })`, whatever the
 * Content-Type said. That every such parameter has a schema is checked when the app starts.
 */
@Injectable()
export class ZodPipe implements PipeTransform {
  constructor(private readonly catalogue: ProblemCatalogue) {}

  transform(value: unknown, { schema, type, data }: ArgumentMetadata): unknown {
    if (!(schema instanceof z.ZodType)) return value;
    const result = schema.safeParse(value, { reportInput: true });
    if (result.success) return result.data;
    const place = type in PLACES ? PLACES[type as keyof typeof PLACES] : 'body';
    throw invalidInput(
      place,
      data === undefined ? [] : [String(data)],
      result.error.issues,
      (code) => this.catalogue.find(code)?.detail,
    );
  }
}
