import { readFile } from 'node:fs/promises';
import {
  createEventStoreDbEventStore,
  createPostgresEventStore,
  type EventStore,
} from '@minh-bach/event-store';
import { isDataFolder, openInFolder } from './data-folder.ts';

/** Opens a log to copy from, which must be there, or one to copy to, which is made where it is missing. */
export type OpenLog = (address: string, end: 'from' | 'to') => Promise<EventStore>;

/** Why an address cannot be used; never quotes it. */
export class BadAddress extends Error {
  constructor(readonly why: keyof typeof ADDRESS_WORDS) {
    super(why);
  }
}

export const ADDRESS_WORDS = {
  PASSWORD_SHOWN: {
    vi: 'Không ghi mật khẩu trên dòng lệnh: người khác trên máy có thể thấy. Hãy ghi địa chỉ vào một tệp và dùng tên tệp.',
    en: 'No password on the command line: others on the machine can see it. Write the address into a file and name the file.',
  },
  NO_ADDRESS: {
    vi: 'Nhật ký phải là địa chỉ postgresql://… hoặc esdb://…, tệp chứa một địa chỉ như vậy, hoặc thư mục dữ liệu của npm start.',
    en: 'A log must be an address like postgresql://… or esdb://…, a file that holds one, or a data folder of npm start.',
  },
  BOTH_EVENTSTOREDB: {
    vi: 'Không sao chép được giữa hai EventStoreDB. Hãy dùng bản sao lưu của EventStoreDB.',
    en: 'Nothing is copied between two EventStoreDBs. Use a backup of the server.',
  },
  NO_LOG: {
    vi: 'Cơ sở dữ liệu nguồn không có nhật ký.',
    en: 'The database to copy from holds no log.',
  },
} as const;

const SCHEME = /^[a-z][a-z+]*:\/\//;
const PASSWORD = /^[^/]*\/\/[^/?#@]*:[^/?#]*@|[?&]password=/i;

/**
 * An address or a data folder as it stands, or what the named file holds.
 *
 * @throws BadAddress
 */
export async function readAddress(argument: string): Promise<string> {
  if (SCHEME.test(argument)) {
    if (PASSWORD.test(argument)) throw new BadAddress('PASSWORD_SHOWN');
    return argument;
  }
  if (isDataFolder(argument)) return argument;
  const held = await readFile(argument, 'utf8').catch(() => '');
  if (!SCHEME.test(held.trim())) throw new BadAddress('NO_ADDRESS');
  return held.trim();
}

/**
 * The client of EventStoreDB does not stand two servers in one process.
 *
 * @throws BadAddress
 */
export function refuseTwoClients(addresses: readonly string[]): void {
  if (addresses.every((address) => EVENTSTOREDB.test(address)))
    throw new BadAddress('BOTH_EVENTSTOREDB');
}

const EVENTSTOREDB = /^esdb(\+discover)?:/;

/** @throws BadAddress, and whatever the engine refuses with */
export const openLog: OpenLog = async (address, end) => {
  if (EVENTSTOREDB.test(address))
    return createEventStoreDbEventStore({ connectionString: address });
  if (isDataFolder(address)) return openInFolder(address, (url) => openPostgres(url, end));
  if (!/^postgres(ql)?:/.test(address)) throw new BadAddress('NO_ADDRESS');
  return openPostgres(address, end);
};

const openPostgres: OpenLog = async (connectionString, end) => {
  try {
    const makesSchema = end === 'to';
    return await createPostgresEventStore({ connectionString, makesSchema });
  } catch (error) {
    if (Reflect.get(Object(error), 'code') === UNDEFINED_TABLE) throw new BadAddress('NO_LOG');
    throw error;
  }
};

const UNDEFINED_TABLE = '42P01';
