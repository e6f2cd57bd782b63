import { Injectable, type OnModuleInit, type Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { CachedPeople } from './people.ts';
import { PeopleOfRecord } from './principal.ts';

/**
 * Where several services share a process, each is guarded by its own record: that of the module
 * which holds the controller. Controllers of no service (descriptions) take the first there is.
 */
@Injectable()
export class RecordsOfModules implements OnModuleInit {
  readonly #records = new Map<unknown, PeopleOfRecord>();
  #first: PeopleOfRecord | undefined;

  constructor(private readonly modules: ModulesContainer) {}

  /** @throws Error when no module provides `PeopleOfRecord` */
  onModuleInit(): void {
    for (const module of this.modules.values()) {
      const record: unknown = module.providers.get(PeopleOfRecord)?.instance;
      if (!isRecord(record)) continue;
      const kept = record instanceof CachedPeople ? record : new CachedPeople(record);
      this.#first ??= kept;
      for (const controller of module.controllers.keys()) this.#records.set(controller, kept);
    }
    if (!this.#first) throw new Error('No module of this app provides PeopleOfRecord');
  }

  of(controller: Type): PeopleOfRecord | undefined {
    return this.#records.get(controller) ?? this.#first;
  }
}

const isRecord = (value: unknown): value is PeopleOfRecord =>
  typeof value === 'object' && value !== null && 'find' in value;
