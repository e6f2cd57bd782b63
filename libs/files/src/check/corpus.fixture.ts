import { crc32, deflateSync } from 'node:zlib';

/** Files made in code: honest ones, and what they can be turned into. */

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(8 + data.length + 4);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), 8 + data.length);
  return out;
};

export function png(width = 2, height = 2, { pixels = true, extra = [] as Buffer[] } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...extra,
    ...(pixels ? [chunk('IDAT', deflateSync(Buffer.alloc((2 + 1) * 2)))] : []),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
export const pngText = (text: string): Buffer => chunk('tEXt', Buffer.from(`Comment\0${text}`));

const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};

export function jpeg(width = 2, height = 2, comment = ''): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('4a46494600010100000100010000', 'hex')),
    ...(comment ? [segment(0xfe, Buffer.from(comment))] : []),
    segment(0xdb, Buffer.concat([Buffer.of(0), Buffer.alloc(64, 1)])),
    segment(0xc0, frame),
    segment(0xc4, Buffer.concat([Buffer.of(0), Buffer.alloc(16)])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xff, 0xd9]),
  ]);
}

const row = (offset: number) => `${String(offset).padStart(10, '0')} 00000 n \n`;
const FREE = '0000000000 65535 f \n';

/** A PDF of these objects; a Buffer among them is an object written as it is. */
export function pdf(objects: (string | Buffer)[] = pages(2), tail = '', trailer = ''): Buffer {
  const parts = [Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1')];
  const rows = [FREE];
  let at = parts[0]!.length;
  objects.forEach((object, i) => {
    const whole = [`${i + 1} 0 obj\n`, object, '\nendobj\n'].map((part) =>
      Buffer.from(part as string),
    );
    rows.push(row(at));
    at += whole.reduce((sum, part) => sum + part.length, 0);
    parts.push(...whole);
  });
  const table = `xref\n0 ${rows.length}\n${rows.join('')}`;
  const end = `trailer\n<< /Root 1 0 R /Size ${rows.length} ${trailer} >>\nstartxref\n${at}\n%%EOF\n`;
  parts.push(Buffer.from(`${table}${end}${tail}`, 'latin1'));
  return Buffer.concat(parts);
}

export const pages = (count: number, catalog = ''): string[] => [
  `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
  `<< /Type /Pages /Kids [3 0 R] /Count ${count} >>`,
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
];

export const pdfStream = (dictionary: string, data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);

/** Objects in a compressed object stream, which says what it is by `type`. */
export const objectStream = (content: string, type = '/Type /ObjStm', number = 9): Buffer =>
  pdfStream(
    `${type} /N 1 /First 5 /Filter /FlateDecode`,
    deflateSync(Buffer.from(`${number} 0  ${content}`)),
  );

/** An empty ZIP archive whose comment runs to the end of the file. */
export const zip = (comment = ''): Buffer => {
  const record = Buffer.alloc(22);
  record.write('PK\x05\x06', 'latin1');
  record.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([record, Buffer.from(comment)]);
};
