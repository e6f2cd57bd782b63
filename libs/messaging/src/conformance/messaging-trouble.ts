import { expect, it } from '@jest/globals';
import { DomainError } from '@minh-bach/kernel';
import { NotYet, Poison, type Message } from '../messaging.ts';
import { until } from './fixture.ts';
import type { MessagingUnderTest } from './messaging-under-test.ts';

/** What waits, what is poisoned, what may pass, and what liveness says of it. */
export function messagingTrouble(on: MessagingUnderTest): void {
  it('lets a message about something unknown wait, visibly, while others go on', async () => {
    on.behaviour = refusing((message) =>
      on.at(message).startsWith('case') && !on.of('unit').length ? new NotYet('unit') : undefined,
    );
    on.append('case', 1);
    on.append('case', 2);
    on.append('other', 1);
    await on.consume();
    await until(async () => on.of('other').length === 1 && (await on.stuck())[0]?.count === 2);
    expect(await on.stuck()).toMatchObject([
      { group: on.group, state: 'waiting', reason: 'NOT_YET' },
    ]);

    on.append('unit', 1);
    await until(async () => on.of('case').length === 2 && (await on.stuck()).length === 0);
    expect(on.of('case')).toEqual(['case@0', 'case@1']);
  });

  it('lets a stream that only a newer version can read wait, and is well meanwhile', async () => {
    let upgraded = false;
    on.behaviour = refusing((message) =>
      on.at(message) === 'new@1' && !upgraded
        ? new DomainError('EVENT_FROM_THE_FUTURE')
        : undefined,
    );
    for (let n = 0; n < 3; n += 1) for (const s of ['new', 'old']) on.append(s, n);
    const consumer = await on.consume();
    await until(async () => on.of('old').length === 3 && (await on.stuck())[0]?.count === 2);
    expect(await on.stuck()).toMatchObject([{ state: 'waiting', reason: 'EVENT_FROM_THE_FUTURE' }]);
    consumer.check();

    upgraded = true;
    await until(() => on.of('new').length === 3);
    expect(on.of('new')).toEqual(['new@0', 'new@1', 'new@2']);
  });

  it('parks a poisoned stream while the others go on, until it is redriven', async () => {
    let mended = false;
    on.behaviour = refusing((message) =>
      on.at(message) === 'bad@1' && !mended ? new Poison('never') : undefined,
    );
    for (let n = 0; n < 4; n += 1) for (const s of ['bad', 'good']) on.append(s, n);
    const consumer = await on.consume();
    await until(async () => on.of('good').length === 4 && (await on.stuck())[0]?.count === 3);
    expect(on.of('bad')).toEqual(['bad@0']);
    expect(await on.stuck()).toMatchObject([{ state: 'parked', reason: 'POISON' }]);
    consumer.check();

    mended = true;
    await on.harness.inboxOf(on.group).redrive(new Date(), `${on.harness.prefix}bad`);
    await until(() => on.of('bad').length === 4);
    on.append('bad', 4);
    await until(() => on.of('bad').length === 5);
    expect(on.of('bad')).toEqual([0, 1, 2, 3, 4].map((r) => `bad@${r}`));
  });

  it('tries a failure that may pass again, in order, and liveness falls while it lasts', async () => {
    let down = true;
    on.behaviour = refusing((message) =>
      down && on.at(message) === 's-1@1' ? new Error('database is away') : undefined,
    );
    for (let n = 0; n < 4; n += 1) on.append('s-1', n);
    const consumer = await on.consume({ stuckAfterMs: 1_500 });
    await until(() => on.of('s-1').length === 1 && throws(() => consumer.check()));
    expect(on.of('s-1')).toEqual(['s-1@0']);
    expect(await on.stuck()).toEqual([]);

    down = false;
    await until(() => on.of('s-1').length === 4 && !throws(() => consumer.check()));
    expect(on.of('s-1')).toEqual([0, 1, 2, 3].map((r) => `s-1@${r}`));
  });

  it('fails liveness when it is cut off from its source, and recovers', async () => {
    on.append('s-1', 1);
    const consumer = await on.consume({ stuckAfterMs: 2_500 });
    await until(() => on.effects.size === 1);
    consumer.check();
    on.harness.cut();
    await until(() => throws(() => consumer.check()));

    on.harness.mend();
    on.append('s-1', 2);
    await until(() => on.effects.size === 2 && !throws(() => consumer.check()));
  });
}

const refusing = (refuse: (message: Message) => Error | undefined) => (message: Message) => {
  const error = refuse(message);
  if (error) throw error;
};

function throws(check: () => void): boolean {
  try {
    check();
    return false;
  } catch {
    return true;
  }
}
