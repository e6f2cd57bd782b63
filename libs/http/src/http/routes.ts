import { Injectable, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/internal';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS, type Access } from '../auth/access.ts';
import { OPERATION, type OperationDescription } from './operation.ts';
import { COMMAND_PARAMETER, type CommandHeaders } from './command.ts';
import { inputsOf, type RouteInputs } from './route-inputs.ts';

/** A route as its decorators describe it. */
export interface Route {
  readonly method: string;
  /** Pattern, e.g. `/triage/petitions/:number`. */
  readonly path: string;
  /** For messages to developers: `PetitionController.accept`. */
  readonly handler: string;
  readonly access?: Access;
  readonly description?: OperationDescription;
  readonly inputs: RouteInputs;
  /** Set when the route is a command. */
  readonly command?: CommandHeaders;
}

/** All routes of the app, read from the controllers. Controllers carry their whole path. */
@Injectable()
export class Routes {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  all(): readonly Route[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const controller = metatype as Type;
      return this.scanner
        .getAllMethodNames(controller.prototype as object)
        .flatMap((name) => routesOf(controller, name));
    });
  }
}

function routesOf(controller: Type, name: string): Route[] {
  const handler = (controller.prototype as Record<string, object>)[name];
  const method =
    handler && (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
  if (handler === undefined || method === undefined) return [];
  const access = Reflect.getMetadata(ACCESS, handler) as Access | undefined;
  const description = Reflect.getMetadata(OPERATION, handler) as OperationDescription | undefined;
  const command = Reflect.getMetadata(COMMAND_PARAMETER, controller, name) as
    CommandHeaders | undefined;
  return pathsOf(controller).flatMap((base) =>
    pathsOf(handler).map((tail) => ({
      method: RequestMethod[method],
      path: `/${base}/${tail}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1'),
      handler: `${controller.name}.${name}`,
      inputs: inputsOf(controller, name),
      ...(access === undefined ? {} : { access }),
      ...(description === undefined ? {} : { description }),
      ...(command === undefined ? {} : { command }),
    })),
  );
}

const pathsOf = (target: object): string[] =>
  [Reflect.getMetadata(PATH_METADATA, target) as string | string[]].flat();
