import type { LocalizedText } from '@minh-bach/contracts';
import { SetMetadata } from '@nestjs/common';
import type { z } from 'zod';

/** What the description of the interface says of a route, beyond what its decorators say already. */
export interface OperationDescription {
  readonly summary: LocalizedText;
  /** Unique among all routes. @default the controller's name with the method's */
  readonly id?: string;
  /** Shape of the answer; none when it has no body. */
  readonly answer?: z.ZodType;
  /** @default Nest's: 201 for POST, else 200 */
  readonly status?: number;
  /** Codes of problems of its own, beside those every route has. */
  readonly problems?: readonly string[];
  /** Media type of the request. @default 'application/json' */
  readonly consumes?: 'application/json' | 'multipart/form-data';
  /** Media type of the answer. @default 'application/json' */
  readonly produces?: string;
}

export const OPERATION = Symbol.for('minh-bach:operation');

/** On every route: without a description the app does not start. */
export const Operation = (description: OperationDescription) =>
  SetMetadata<symbol, OperationDescription>(OPERATION, description);
