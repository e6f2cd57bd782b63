import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { jpeg, pages, pdf, pdfStream } from '../check/corpus.fixture.ts';
import { cleanFile } from './clean-file.ts';

const MARK = Buffer.from('PLANTED-NGUYEN-VAN-A');
const behind = (...bytes: number[]) => Buffer.concat([Buffer.from(bytes), MARK]);

const page = (entries: string, objects: (string | Buffer)[]) => {
  const [root, tree, leaf] = pages(1);
  return pdf([root!, tree!, leaf!.replace('>>', `/Resources << ${entries} >> >>`), ...objects]);
};
const picture = (filter: string, data: Buffer, ...more: Buffer[]) =>
  page('/XObject << /Im0 4 0 R >>', [
    pdfStream(
      `/Subtype /Image /Width 4 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray ${filter}`,
      data,
    ),
    ...more,
  ]);
const font = (object: string, ...more: Buffer[]) =>
  page('/Font << /F1 4 0 R >>', [object, ...more]);
const composed = (map: string) =>
  font(
    '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 5 0 R >>',
    pdfStream('', Buffer.from(map)),
  );
const shading = (dict: string, data: Buffer) =>
  page('/Shading << /S1 << /ShadingType 2 /Coords [0 0 1 1] /Function 4 0 R >> >>', [
    pdfStream(`/Domain [0 1] /Range [0 1] ${dict}`, data),
  ]);

const copyOf = async (bytes: Buffer) => Buffer.from(await cleanFile(bytes, 'application/pdf'));
/** Of the only stream that its copy has. */
async function dataOf(bytes: Buffer): Promise<Buffer> {
  const copy = await copyOf(bytes);
  const text = copy.toString('latin1');
  const start = text.indexOf('\nstream\n') + 8;
  return copy.subarray(start, text.indexOf('\nendstream', start));
}
const PIXELS = Buffer.from('0102030405060708', 'hex');
const ROWS = Buffer.from('00010203040005060708', 'hex');
const predicted = '/DecodeParms << /Predictor 15 /Columns 4 >>';
const fax = '/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 4 /Rows 2 >>';
const comment = Buffer.concat([
  Buffer.from([0, 0, 0, 0, 0x3e, 0, 0, 0, 0, 0, 4 + MARK.length, 0x20, 0, 0, 0]),
  MARK,
]);
/** A page of 4 by 2. */
const jbig2Page = Buffer.from('0000000130000100000013', 'hex');
const jbig2 = Buffer.concat([jbig2Page, Buffer.alloc(19, 1)]);

describe('T16: no byte behind what a picture of a PDF holds is in its copy', () => {
  it.each<[string, Buffer, Buffer]>([
    ['pixels', picture('', Buffer.concat([PIXELS, MARK])), PIXELS],
    [
      'hexadecimal pixels',
      picture('/Filter /ASCIIHexDecode', Buffer.from(`0102030405060708>${MARK.toString()}`)),
      PIXELS,
    ],
    [
      'runs',
      picture('/Filter /RunLengthDecode', Buffer.concat([Buffer.of(7), PIXELS, behind(128)])),
      PIXELS,
    ],
    [
      'repeated pixels',
      picture('/Filter /RunLengthDecode', behind(249, 5, 128)),
      Buffer.alloc(8, 5),
    ],
    [
      'a fax',
      picture(fax, behind(0x26, 0xa0, 0x01, 0x00, 0x10)),
      Buffer.from([0x26, 0xa0, 0x01, 0x00, 0x10]),
    ],
    ['segments of JBIG2', picture('/Filter /JBIG2Decode', Buffer.concat([jbig2, comment])), jbig2],
  ])('%s', async (_, bytes, data) => {
    expect(await dataOf(bytes)).toEqual(data);
  });

  it.each<[string, Buffer, Buffer]>([
    [
      'behind the packed',
      picture('/Filter /FlateDecode', Buffer.concat([deflateSync(PIXELS), MARK])),
      PIXELS,
    ],
    [
      'behind the pixels',
      picture('/Filter /FlateDecode', deflateSync(Buffer.concat([PIXELS, MARK]))),
      PIXELS,
    ],
    [
      'behind the rows',
      picture(`/Filter /FlateDecode ${predicted}`, deflateSync(Buffer.concat([ROWS, MARK]))),
      ROWS,
    ],
    // 80 0B 60 50 22 0C 0C 85 01: the example of ISO 32000-1, 7.4.4.2.
    [
      'behind LZW',
      picture('/Filter /LZWDecode', behind(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01)),
      Buffer.from('2d2d2d2d2d412d2d', 'hex'),
    ],
  ])('packed: %s', async (_, bytes, clear) => {
    const data = await dataOf(bytes);
    expect(inflateSync(data)).toEqual(clear);
    expect(data.includes(MARK)).toBe(false);
  });

  it('keeps what a predictor and a fax are told', async () => {
    const rows = picture(`/Filter /FlateDecode ${predicted}`, deflateSync(ROWS));
    expect((await copyOf(rows)).toString('latin1')).toContain('/Predictor 15 /Columns 4');
    const copy = await copyOf(picture(fax, Buffer.from([0x26, 0xa0, 0x01, 0x00, 0x10])));
    expect(copy.toString('latin1')).toContain('/K -1 /Columns 4 /Rows 2');
  });

  it('looks into what the segments of several pictures share', async () => {
    const globals = '/Filter /JBIG2Decode /DecodeParms << /JBIG2Globals 5 0 R >>';
    const copy = await copyOf(picture(globals, jbig2, pdfStream('', comment)));
    expect(copy.includes(MARK)).toBe(false);
    expect(copy.toString('latin1')).toMatch(/\/JBIG2Globals \d+ 0 R/);
  });

  it.each<[string, Buffer]>([
    ['a fax without an end', picture(fax, behind(0x26))],
    ['what is no segment', picture('/Filter /JBIG2Decode', Buffer.concat([jbig2, MARK]))],
  ])('makes none of %s', async (_, bytes) => {
    await expect(copyOf(bytes)).rejects.toMatchObject({ code: 'FILE_UNCLEANABLE' });
  });
});

describe('T16: programs and names in a PDF say nothing but what they do', () => {
  it('characters are mapped, and nothing else is said', async () => {
    const map = `%!PS ${MARK.toString()}
      /CMapName /${MARK.toString()} def 1 begincodespacerange <00> <ff> endcodespacerange
      2 beginbfrange <01> <02> [<0041> <00 42>] % ${MARK.toString()}
      <03> <04> <0043> endbfrange 1 beginbfchar<05><0045>endbfchar endcmap`;
    const copy = (await dataOf(composed(map))).toString();
    expect(copy).not.toContain(MARK.toString());
    expect(copy).toContain('1 begincodespacerange <00> <ff> endcodespacerange');
    expect(copy).toContain(
      '2 beginbfrange <01> <02> [ <0041> <0042> ] <03> <04> <0043> endbfrange',
    );
    expect(copy).toContain('1 beginbfchar <05> <0045> endbfchar');
  });

  it.each(['1 beginbfchar <05> (PLANTED) endbfchar', '/Other usecmap', '1 beginbfchar <05> <06>'])(
    'of another map there is no copy: %s',
    async (map) => {
      await expect(copyOf(composed(map))).rejects.toMatchObject({ code: 'FILE_UNCLEANABLE' });
    },
  );

  it('a function is its words', async () => {
    const program = `{ % ${MARK.toString()}\n 360 mul sin 2 div exch 0.5 gt { pop 1 } if }`;
    expect((await dataOf(shading('/FunctionType 4', Buffer.from(program)))).toString()).toBe(
      '{ 360 mul sin 2 div exch 0.5 gt { pop 1 } if }',
    );
    const other = shading('/FunctionType 4', Buffer.from(`{ ${MARK.toString()} }`));
    await expect(copyOf(other)).rejects.toMatchObject({ code: 'FILE_UNCLEANABLE' });
  });

  it('a function is its samples', async () => {
    const sampled = shading('/FunctionType 0 /Size [3] /BitsPerSample 8', behind(1, 2, 3));
    expect(await dataOf(sampled)).toEqual(Buffer.from([1, 2, 3]));
  });

  it.each([
    ['Japan1', 'Japan1'],
    [MARK.toString(), 'Identity'],
  ])('a set of characters is one that readers know: %s', async (ordering, told) => {
    const info = `<< /Registry (${ordering}) /Ordering (${ordering}) /Supplement 0 >>`;
    const dict = `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo ${info} >>`;
    const copy = (await copyOf(font(dict))).toString('latin1');
    expect(copy).toContain(`/Registry (Adobe) /Ordering (${told}) /Supplement 0`);
  });
});

describe('T16: a table of a JPEG has no place for a text', () => {
  const segment = (marker: number, data: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
  };
  const photo = (marker: number, data: Buffer) =>
    Buffer.concat([jpeg().subarray(0, 2), segment(marker, data), jpeg().subarray(2)]);
  const quantized = Buffer.concat([Buffer.of(1), Buffer.alloc(64, 1)]);
  const codes = Buffer.concat([Buffer.of(0x11, 1), Buffer.alloc(15), Buffer.of(7)]);

  it.each([0xc5, 0xc8, 0xcc, 0xdb, 0xdc, 0xdd, 0xde, 0xdf])('in FF%s', async (marker) => {
    const made = cleanFile(photo(marker, MARK), 'image/jpeg');
    await expect(made).rejects.toMatchObject({ code: 'FILE_UNCLEANABLE' });
  });

  it.each<[string, number, Buffer]>([
    ['quantization', 0xdb, quantized],
    ['codes', 0xc4, codes],
    ['arithmetic codes', 0xcc, Buffer.of(0x10, 0)],
    ['a restart interval', 0xdd, Buffer.of(0, 1)],
  ])('its end is the end of its segment: %s', async (_, marker, table) => {
    const whole = photo(marker, Buffer.concat([table, table]));
    if (marker !== 0xdd)
      expect(Buffer.from(await cleanFile(whole, 'image/jpeg')).includes(table)).toBe(true);
    const longer = photo(marker, Buffer.concat([table, MARK]));
    await expect(cleanFile(longer, 'image/jpeg')).rejects.toMatchObject({
      code: 'FILE_UNCLEANABLE',
    });
  });
});
