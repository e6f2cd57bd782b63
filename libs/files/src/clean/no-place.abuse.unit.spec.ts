import { deflateSync, inflateSync, crc32 } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { pages, pdf, pdfStream } from '../check/corpus.fixture.ts';
import { isDomainError } from '@minh-bach/kernel';
import type { FileType } from '../check/check-file.ts';
import { cleanFile } from './clean-file.ts';

const MARK = Buffer.from('PLANTED-NGUYEN-VAN-A');
const page = (entries: string, objects: (string | Buffer)[]) => {
  const [root, tree, leaf] = pages(1);
  return pdf([root!, tree!, leaf!.replace('>>', `/Resources << ${entries} >> >>`), ...objects]);
};
const drawn = (dict: string, data: Buffer) =>
  page('/XObject << /Im0 4 0 R >>', [pdfStream(`/Subtype /Image ${dict}`, data)]);
const shading = (dict: string, data: Buffer) =>
  page('/Shading << /S1 << /ShadingType 2 /Coords [0 0 1 1] /Function 4 0 R >> >>', [
    pdfStream(`/Domain [0 1] /Range [0 1] ${dict}`, data),
  ]);
const holds = (copy: Buffer): boolean => {
  if (copy.includes(MARK) || copy.toString('latin1').toLowerCase().includes(MARK.toString('hex')))
    return true;
  const text = copy.toString('latin1');
  for (let at = text.indexOf('\nstream\n'); at !== -1; at = text.indexOf('\nstream\n', at + 1)) {
    try {
      if (inflateSync(copy.subarray(at + 8), { finishFlush: 2 }).includes(MARK)) return true;
    } catch {
      /* not packed */
    }
  }
  return false;
};
const ONE = '/BitsPerComponent 8 /ColorSpace /DeviceGray';
const px = Buffer.concat([Buffer.from([0, 1]), Buffer.alloc(30, 1), MARK, Buffer.alloc(30, 1)]);
const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [l, c] = [Buffer.alloc(4), Buffer.alloc(4)];
  l.writeUInt32BE(data.length);
  c.writeUInt32BE(crc32(body));
  return Buffer.concat([l, body, c]);
};
const png = (idat: Buffer, ...more: Buffer[]) =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    ...more,
    chunk('IDAT', idat),
    chunk('IEND', Buffer.alloc(0)),
  ]);
const row = Buffer.from([0, 7]);

describe('T16: no place for a text', () => {
  it.each<[string, string, Buffer]>([
    [
      'PDF: rows wider than the picture (Columns)',
      'application/pdf',
      drawn(
        `/Width 1 /Height 1 ${ONE} /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 100000 >>`,
        deflateSync(px),
      ),
    ],
    ['PDF: negative width, plain', 'application/pdf', drawn(`/Width -1 /Height 1 ${ONE}`, px)],
    [
      'PDF: negative height, packed',
      'application/pdf',
      drawn(`/Width 1 /Height -1 ${ONE} /Filter /FlateDecode`, deflateSync(px)),
    ],
    [
      'PDF: 8000 bits a colour',
      'application/pdf',
      drawn(`/Width 1 /Height 1 /BitsPerComponent 8000 /ColorSpace /DeviceGray`, px),
    ],
    [
      'PDF: Width 0? height fraction',
      'application/pdf',
      drawn(`/Width 0.001 /Height 100 ${ONE}`, px),
    ],
    ['PDF: function 2 as a stream', 'application/pdf', shading('/FunctionType 2 /N 1', px)],
    ['PDF: function 3 as a stream', 'application/pdf', shading('/FunctionType 3 /N 1', px)],
    ['PDF: function of no type', 'application/pdf', shading('', px)],
    [
      'PDF: samples, negative size',
      'application/pdf',
      shading('/FunctionType 0 /Size [-1] /BitsPerSample 8', px),
    ],
    [
      'PDF: function type by reference',
      'application/pdf',
      page('/Shading << /S1 << /ShadingType 2 /Coords [0 0 1 1] /Function 4 0 R >> >>', [
        pdfStream(
          '/Domain [0 1] /Range [0 1] /FunctionType 5 0 R',
          Buffer.concat([Buffer.from('{ % '), MARK, Buffer.from('\n }')]),
        ),
        '4',
      ]),
    ],
    [
      'PDF: palette as a string',
      'application/pdf',
      drawn(
        `/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace [/Indexed /DeviceRGB 0 (abc${MARK})]`,
        Buffer.of(0),
      ),
    ],
    [
      'PDF: palette, last -9',
      'application/pdf',
      page('/XObject << /Im0 4 0 R >>', [
        pdfStream(
          `/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace [/Indexed /DeviceRGB -2 5 0 R]`,
          Buffer.of(0),
        ),
        pdfStream('', px),
      ]),
    ],
    [
      'PDF: a mask without Subtype',
      'application/pdf',
      page('/XObject << /Im0 4 0 R >>', [
        pdfStream(`/Subtype /Image /Width 1 /Height 1 ${ONE} /SMask 5 0 R`, Buffer.of(0)),
        pdfStream(`/Width 1 /Height 1 ${ONE}`, px),
      ]),
    ],
    [
      'PDF: subtype of a mask by reference',
      'application/pdf',
      page('/XObject << /Im0 4 0 R >>', [
        pdfStream(`/Subtype /Image /Width 1 /Height 1 ${ONE} /SMask 5 0 R`, Buffer.of(0)),
        pdfStream(`/Subtype 6 0 R /Width 1 /Height 1 ${ONE}`, px),
        '/Image',
      ]),
    ],
    [
      'PDF: CIDToGIDMap',
      'application/pdf',
      page('/Font << /F1 4 0 R >>', [
        '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDToGIDMap 5 0 R >>',
        pdfStream('', px),
      ]),
    ],
    [
      'PDF: Widths as a stream',
      'application/pdf',
      page('/Font << /F1 4 0 R >>', [
        '<< /Type /Font /Subtype /TrueType /BaseFont /X /Widths 5 0 R >>',
        pdfStream('', px),
      ]),
    ],
    [
      'PDF: mesh',
      'application/pdf',
      page('/Shading << /S1 4 0 R >>', [
        pdfStream(
          '/ShadingType 4 /ColorSpace /DeviceGray /BitsPerCoordinate 8 /BitsPerComponent 8 /BitsPerFlag 8 /Decode [0 1 0 1 0 1]',
          px,
        ),
      ]),
    ],
    [
      'PDF: fax whose K is -1 with END in front',
      'application/pdf',
      drawn(
        `/Width 1 /Height 1 ${ONE} /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 1 /Rows 1 >>`,
        Buffer.concat([Buffer.from([0x26]), MARK, Buffer.from([0, 0x10, 0x01])]),
      ),
    ],
    ['PNG: behind the packed pixels', 'image/png', png(Buffer.concat([deflateSync(row), MARK]))],
    ['PNG: behind the pixels', 'image/png', png(deflateSync(Buffer.concat([row, MARK])))],
    [
      'PNG: behind the pixels, not packed',
      'image/png',
      png(deflateSync(Buffer.concat([row, MARK]), { level: 0 })),
    ],
    [
      'PNG: second IDAT',
      'image/png',
      png(deflateSync(row), chunk('PLTE', Buffer.concat([MARK, Buffer.from('x')]))),
    ],
    ['PNG: gAMA too long', 'image/png', png(deflateSync(row), chunk('gAMA', MARK))],
    ['PNG: sRGB too long', 'image/png', png(deflateSync(row), chunk('sRGB', MARK))],
    ['PNG: pHYs too long', 'image/png', png(deflateSync(row), chunk('pHYs', MARK))],
    ['PNG: sBIT too long', 'image/png', png(deflateSync(row), chunk('sBIT', MARK))],
    ['PNG: tRNS too long', 'image/png', png(deflateSync(row), chunk('tRNS', MARK))],
    [
      'PNG: IEND with data',
      'image/png',
      Buffer.concat([png(deflateSync(row)).subarray(0, -12), chunk('IEND', MARK)]),
    ],
  ])('%s', async (_, type, bytes) => {
    const copy = await copyOf(bytes, type);
    expect(copy !== undefined && holds(copy)).toBe(false);
  });
});

const font = (entries: string) => `/Font << /F1 << /Type /Font ${entries} >> >>`;
const named = MARK.toString();
const pixel = (entries: string) =>
  pdfStream(`/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 ${entries}`, Buffer.of(0));

describe('T16: names in a PDF are those of the standard, and numbers', () => {
  it.each<[string, Buffer]>([
    ['of a font', page(font(`/Subtype /Type1 /BaseFont /${named}`), [])],
    ['of an encoding', page(font(`/Subtype /Type1 /Encoding /${named}`), [])],
    ['of a glyph', page(font(`/Subtype /Type1 /Encoding << /Differences [1 /${named}] >>`), [])],
    [
      'of a glyph that is drawn',
      page(
        font(
          `/Subtype /Type3 /CharProcs << /${named} 4 0 R >> /Encoding << /Differences [1 /${named}] >>`,
        ),
        [pdfStream('', Buffer.from('0 0 m'))],
      ),
    ],
    [
      'of an intent',
      page('/XObject << /I 4 0 R >>', [pixel(`/ColorSpace /DeviceGray /Intent /${named}`)]),
    ],
    [
      'of a colour',
      page('/XObject << /I 4 0 R >>', [
        pixel(
          `/ColorSpace [/Separation /${named} /DeviceGray << /FunctionType 2 /N 1 /Domain [0 1] >>]`,
        ),
      ]),
    ],
    [
      'of what is drawn',
      page(`/XObject << /${named} 4 0 R >>`, [pixel('/ColorSpace /DeviceGray')]),
    ],
    ['of how colours mix', page(`/ExtGState << /G1 << /RI /${named} /BM /${named} >> >>`, [])],
    [
      'of what is told a filter',
      page('/XObject << /I 4 0 R >>', [
        pixel(`/ColorSpace /DeviceGray /Filter /FlateDecode /DecodeParms << /Columns ${named} >>`),
      ]),
    ],
  ])('%s', async (_, bytes) => {
    const copy = await copyOf(bytes, 'application/pdf');
    expect(copy !== undefined && holds(copy)).toBe(false);
  });

  it('lead where they led, on a page and in what it shows', async () => {
    const [root, tree, leaf] = pages(1);
    const shown = '/Contents 4 0 R /Resources << /XObject << /A#42 5 0 R /Other 6 0 R >> >>';
    const copy = await copyOf(
      pdf([
        ...[root!, tree!, leaf!.replace('>>', `${shown} >>`)],
        pdfStream('', Buffer.from('/AB Do /Other Do /AB Do')),
        pdfStream('/Subtype /Form /BBox [0 0 1 1]', Buffer.from('/DeviceGray cs 0 0 1 1 re f')),
        pixel('/ColorSpace /DeviceGray'),
      ]),
      'application/pdf',
    );
    const text = copy!.toString('latin1');
    const [, first, second] = /\/XObject << \/(\w+) \d 0 R \/(\w+) \d 0 R/.exec(text)!;
    expect(text).toContain(`/${first} Do /${second} Do /${first} Do`);
    expect(text).toContain('/DeviceGray cs');
  });
});

async function copyOf(bytes: Buffer, type: string): Promise<Buffer | undefined> {
  try {
    return Buffer.from(await cleanFile(bytes, type as FileType));
  } catch (error) {
    if (isDomainError(error, 'FILE_UNCLEANABLE')) return undefined;
    throw error;
  }
}
