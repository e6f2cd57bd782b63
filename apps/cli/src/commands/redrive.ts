import { listStuck, redrive, type Redriven, type Standstill } from '@minh-bach/messaging';
import pg from 'pg';
import { parseArgs } from 'node:util';
import type { CliCommand } from '../main.ts';

/** What the command asks of a running system. */
export interface StuckMessages {
  list(group: string | undefined): Promise<Standstill>;
  redrive(group: string, stream: string | undefined): Promise<Redriven>;
  close(): Promise<void>;
}

export type OpenStuckMessages = (databaseUrl: string) => StuckMessages;

const usage = {
  vi: '--database URL (--list [--group NHÓM] | --group NHÓM [--stream LUỒNG]): xem hoặc chạy lại các thông điệp bị giữ lại',
  en: '--database URL (--list [--group GROUP] | --group GROUP [--stream STREAM]): shows what is held back, or replays it',
};

const states = { parked: 'đã dừng / parked', waiting: 'đang chờ / waiting' };

export const redriveCommand = (open: OpenStuckMessages): CliCommand => ({
  usage,
  async run(args) {
    const { database, list, group, stream } = parse(args) ?? {};
    if (database === undefined || (!list && group === undefined)) {
      console.error(`mb redrive ${usage.vi}\nmb redrive ${usage.en}`);
      return 2;
    }
    const messages = open(database);
    try {
      if (list || group === undefined) console.log(words(await messages.list(group)));
      else console.log(told(await messages.redrive(group, stream)));
      return 0;
    } finally {
      await messages.close();
    }
  },
});

/** Codes, places and counts: nothing of what the messages say. */
function words({ stuck, deadLetters }: Standstill): string {
  if (stuck.length + deadLetters.length === 0)
    return 'Không có thông điệp nào bị giữ lại.\nNothing is held back.';
  const lines = stuck.map(({ group, stream, state, since, reason, errorId, count }) =>
    [group, stream, states[state], since, reason, errorId ?? '-', `× ${count}`].join('  '),
  );
  const letters = deadLetters.map(({ group, place, code, since }) =>
    [group, place, 'không đọc được / unreadable', since, code].join('  '),
  );
  return [...lines, ...letters].join('\n');
}

const told = ({ streams, deadLetters }: Redriven): string =>
  `Chạy lại: ${streams} luồng, ${deadLetters} thông điệp không đọc được.\n` +
  `Tried again: ${streams} streams, ${deadLetters} unreadable messages.`;

function parse(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({
      args,
      options: { database: text, group: text, stream: text, list: { type: 'boolean' } },
    }).values;
  } catch {
    return undefined;
  }
}

export default redriveCommand((databaseUrl) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  return {
    list: (group) => listStuck(pool, group),
    redrive: (group, stream) => redrive(pool, group, stream === undefined ? {} : { stream }),
    close: () => pool.end(),
  };
});
