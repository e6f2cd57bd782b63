import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import { z } from 'zod';

/** One parameter of a handler that takes something of the request. */
export interface RouteInput {
  readonly place: 'body' | 'query' | 'path';
  /** A single path parameter; undefined for all of the place at once. */
  readonly name?: string;
  readonly schema?: z.ZodType;
}

export interface RouteInputs {
  readonly all: readonly RouteInput[];
  readonly body: boolean;
  readonly query: boolean;
}

const PLACES: Readonly<Record<number, RouteInput['place']>> = {
  [RouteParamtypes.BODY]: 'body',
  [RouteParamtypes.RAW_BODY]: 'body',
  [RouteParamtypes.QUERY]: 'query',
  [RouteParamtypes.PARAM]: 'path',
};

/** What Nest noted of `@Body`, `@Query` and `@Param` on a handler. */
export function inputsOf(controller: object, method: string): RouteInputs {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    { data?: unknown; schema?: unknown }
  >;
  const all = Object.entries(args).flatMap(([key, { data, schema }]): RouteInput[] => {
    const place = PLACES[Number(key.split(':')[0])];
    if (place === undefined) return [];
    return [
      {
        place,
        ...(typeof data === 'string' ? { name: data } : {}),
        ...(schema instanceof z.ZodType ? { schema } : {}),
      },
    ];
  });
  return {
    all,
    body: all.some(({ place }) => place === 'body'),
    query: all.some(({ place }) => place === 'query'),
  };
}
