import { Injectable, type OnModuleInit } from '@nestjs/common';
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
