import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { Routes, type Route } from './routes.ts';

/** The app does not start with a route that could be open, unchecked or undescribed by oversight. */
@Injectable()
export class RouteAudit implements OnModuleInit {
  constructor(private readonly routes: Routes) {}

  onModuleInit(): void {
    const faults = this.routes.all().flatMap(faultsOf);
    if (faults.length > 0) throw new Error(`Routes refused:\n${faults.join('\n')}`);
  }
}

function faultsOf({
  method,
  path,
  handler,
  access,
  description,
  inputs,
  command,
}: Route): string[] {
  const faults: string[] = [];
  if (access === undefined) faults.push('says nothing about access: @Allow, @SignedIn or @Public');
  if (description === undefined) faults.push('has no @Operation');
  if (method === 'ALL') faults.push('takes every method');
  for (const { place, name, schema } of inputs.all) {
    if (schema === undefined) faults.push(`takes ${name ?? 'all'} of ${place} without a schema`);
    if (name !== undefined && place !== 'path')
      faults.push(`takes one member of ${place}: take all`);
  }
  const named = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  const params = inputs.all.filter(({ place }) => place === 'path');
  for (const name of named)
    if (!params.some((p) => p.name === undefined || p.name === name))
      faults.push(`does not check :${name}`);
  if (command !== undefined && method === 'GET') faults.push('is a command by GET');
  return faults.map((fault) => `${method} ${path} (${handler}) ${fault}`);
}

/**
 * A route that a plugin adds beside Nest's has no guard in front of it: each must be named, by path
 * or by the start of it (`/assets/*`), or the app does not start.
 */
export function refuseForeignRoutes(
  fastify: FastifyInstance,
  routes: Routes,
  allowed: readonly string[],
): void {
  const added = new Set<string>();
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD') added.add(`${one} ${url}`);
  });
  fastify.addHook('onReady', (done) => {
    const own = new Set(routes.all().map(({ method, path }) => `${method} ${path}`));
    const foreign = [...added].filter((route) => !own.has(route) && !isAllowed(route, allowed));
    done(
      foreign.length > 0 ? new Error(`Routes without a guard:\n${foreign.join('\n')}`) : undefined,
    );
  });
}

const isAllowed = (route: string, allowed: readonly string[]): boolean => {
  const path = route.slice(route.indexOf(' ') + 1);
  return allowed.some((entry) =>
    entry.endsWith('*') ? path.startsWith(entry.slice(0, -1)) : path === entry,
  );
};
