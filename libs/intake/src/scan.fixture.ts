import { crc32, deflateSync } from 'node:zlib';
import type { RegisterPetitionBody } from '@minh-bach/contracts';
import type { TestService } from '@minh-bach/platform/specs';
import { dung, paper } from './intake.fixture.ts';

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
};
/** Two pixels by two. */
const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  chunk('IHDR', Buffer.from('00000002000000020800000000', 'hex')),
  chunk('IDAT', deflateSync(Buffer.alloc(6))),
  chunk('IEND', Buffer.alloc(0)),
]);

/** A scan that the desk uploaded; its id. */
export async function upload({ service }: TestService): Promise<string> {
  const content = (async function* () {
    yield await Promise.resolve(PNG);
  })();
  const { uploads } = service.infrastructure;
  return (
    await uploads.put(content, {
      person: dung.person,
      service: 'intake',
      declaredType: 'image/png',
    })
  ).id;
}

/** What the desk's page sends of the paper. */
export function bodyOf(
  receiptHash: string,
  file: RegisterPetitionBody['file'] = null,
): RegisterPetitionBody {
  const { petition: _, unit: __, named: ___, statement: ____, ...said } = paper;
  const sender = {
    name: 'Công ty Thử Nghiệm',
    address: null,
    phone: null,
    email: null,
    idNumber: null,
  };
  return {
    ...said,
    forwardedBy: null,
    sender,
    receiptHash,
    summary: 'Đề nghị hủy quyết định',
    file,
  };
}
