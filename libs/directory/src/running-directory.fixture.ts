import type { Alarms, DirectoryEntryV1 } from '@minh-bach/contracts';
import type { RequestContext } from '@minh-bach/http';
import type { Actor, SettableClock } from '@minh-bach/kernel';
import { ServiceRuntime, alarmsController } from '@minh-bach/platform';
import { ask, askedBy, testInfrastructure } from '@minh-bach/platform/specs';
import type { INestApplication } from '@nestjs/common';
import { directoryService } from './directory.service.ts';
import { recordFirstAdministrator } from './first-administrator/first-administrator.ts';
import { confirmation, declination } from './proposals/decide-proposal.ts';
import { ProposalsController } from './proposals/proposals.controller.ts';
import { recordEntries } from './record-entry/record-entries.ts';
import { recordedEntry } from './record-entry/record-entry.ts';

const AlarmsController = alarmsController('directory');

export const ISSUER = 'http://127.0.0.1/oidc';

export const administrator = (person: string): Actor => ({
  person,
  role: 'administrator',
  unit: 'CHQ',
});

/** For specs: the directory on a database, with these first administrators. */
export async function startDirectory(databaseUrl: string, now: string, ...first: string[]) {
  const infra = await testInfrastructure({ databaseUrl, publications: [], now });
  const service = await ServiceRuntime.create(directoryService, infra.infrastructure);
  await service.onApplicationBootstrap();
  const changes = {
    change: (entry: DirectoryEntryV1, context: RequestContext) =>
      ask(service, recordedEntry, '', entry, context),
  };
  const decisions = {
    confirm: (id: string, context: RequestContext) => ask(service, confirmation, id, null, context),
    decline: (id: string, context: RequestContext) => ask(service, declination, id, null, context),
  };
  const app = { get: () => [service] } as unknown as INestApplication;
  for (const username of first)
    await recordFirstAdministrator(app, {
      name: `Quản trị ${username}`,
      username,
      issuer: ISSUER,
      subject: username,
    });
  const caughtUp = async () => {
    const head = await infra.infrastructure.store.head();
    await Promise.all([service.rights.waitFor(head), service.lists.waitFor(head)]);
  };
  await caughtUp();
  return {
    service,
    changes,
    decisions,
    alarms: {
      list: (page: { limit: number; cursor?: string } = { limit: 50 }): Promise<Alarms> =>
        new AlarmsController(service).list(page, administrator('quan')),
    },
    proposals: new ProposalsController(service),
    app,
    clock: infra.clock as SettableClock,
    caughtUp,
    /** By the product itself. */
    async records(...entries: DirectoryEntryV1[]) {
      await recordEntries(app, entries);
      await caughtUp();
    },
    /** @returns the proposal's id; null when it was recorded */
    async asks(by: Actor, entry: DirectoryEntryV1, over: Partial<RequestContext> = {}) {
      const { proposal } = await changes.change(entry, askedBy(by, over));
      await caughtUp();
      return proposal;
    },
    /** One proposes, the other confirms. */
    async agree(by: Actor, second: Actor, entry: DirectoryEntryV1) {
      const { proposal } = await changes.change(entry, askedBy(by));
      await decisions.confirm(proposal ?? '', askedBy(second));
      await caughtUp();
    },
    async postsOf(person: string, on?: string) {
      return (await service.organisation.postsOf(person, on)).map(({ post }) => post);
    },
    /** How many events there are in all. */
    async events() {
      let count = 0;
      for await (const _ of infra.infrastructure.store.readAll()) count += 1;
      return count;
    },
    async stop() {
      await service.beforeApplicationShutdown();
      await service.onApplicationShutdown();
      await infra.close();
    },
  };
}

export type RunningDirectory = Awaited<ReturnType<typeof startDirectory>>;
