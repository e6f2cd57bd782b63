import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { checkFile } from './check-file.ts';
import { jpeg, objectStream, pages, pdf, pdfStream, png, pngText, zip } from './corpus.fixture.ts';

const refusal = async (bytes: Buffer, declared?: string): Promise<unknown> =>
  checkFile(bytes, declared).then(
    (checked) => checked,
    (error: { code: string }) => error.code,
  );

describe('honest files', () => {
  it.each<[string, Buffer, string, object]>([
    ['a PDF', pdf(), 'application/pdf', { type: 'application/pdf', pages: 2 }],
    ['a PNG', png(), 'image/png', { type: 'image/png', pages: 1 }],
    ['a JPEG', jpeg(), 'image/jpeg', { type: 'image/jpeg', pages: 1 }],
    ['a JPEG as some browsers call it', jpeg(), 'image/jpg', { type: 'image/jpeg', pages: 1 }],
    ['one with parameters', png(), 'Image/PNG; name=x', { type: 'image/png', pages: 1 }],
    ['one of no said type', jpeg(), '', { type: 'image/jpeg', pages: 1 }],
    ['one of unknown type', jpeg(), 'application/octet-stream', { type: 'image/jpeg', pages: 1 }],
    ['a scan of A3 at 600 dpi', png(7_016, 9_921), 'image/png', { type: 'image/png', pages: 1 }],
    [
      'a photo with a second version behind it',
      Buffer.concat([jpeg(), jpeg(), Buffer.alloc(9)]),
      'image/jpeg',
      { type: 'image/jpeg', pages: 1 },
    ],
    [
      'a PDF that opens at a page, links out and is signed',
      pdf(pages(1, '/OpenAction [3 0 R /Fit] /A << /S /URI /URI (https://x.vn) >> /Sig 1')),
      'application/pdf',
      { type: 'application/pdf', pages: 1 },
    ],
    [
      'a PDF that opens at a page by an action',
      pdf([...pages(1, '/OpenAction 4 0 R'), '<< /S /GoTo /D [3 0 R /XYZ null null 0] >>']),
      'application/pdf',
      { type: 'application/pdf', pages: 1 },
    ],
    [
      'a PDF with notes and their flags',
      pdf([...pages(1), '<< /Subtype /Link /F 4 /A << /S /URI /URI (mailto:a@x.vn) >> >>']),
      'application/pdf',
      { type: 'application/pdf', pages: 1 },
    ],
    [
      'a PDF whose objects are compressed',
      pdf([objectStream('<< /Type /Pages /Count 7 /Kids [] >>'), pdfStream('', Buffer.from('q'))]),
      'application/pdf',
      { type: 'application/pdf', pages: 7 },
    ],
    [
      'a PDF whose objects are together, but not compressed',
      pdf([
        pdfStream('/Type /ObjStm /N 1 /First 5', Buffer.from('9 0  << /Type /Pages /Count 7 >>')),
      ]),
      'application/pdf',
      { type: 'application/pdf', pages: 7 },
    ],
    [
      'a PDF whose streams say other things twice',
      pdf([...pages(1), pdfStream('/Own 1 /Own 2 /DecodeParms null', Buffer.from('q Q'))]),
      'application/pdf',
      { type: 'application/pdf', pages: 1 },
    ],
    [
      'a PDF that does not tell its pages',
      pdf(['<< /Type /Catalog >>']),
      'application/pdf',
      { type: 'application/pdf' },
    ],
    [
      'a PDF with other names like the refused',
      pdf([...pages(1), '<< /JavaScriptless 1 /Launcher 2 /J#61va 3 >>']),
      'application/pdf',
      { type: 'application/pdf', pages: 1 },
    ],
  ])('%s comes in', async (_, bytes, declared, checked) => {
    expect(await checkFile(bytes, declared)).toEqual(checked);
  });
});

describe('files of other types', () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  );
  const html = Buffer.from('<!doctype html><script>alert(1)</script>');
  it.each<[string, Buffer, string]>([
    ['SVG', svg, 'image/svg+xml'],
    ['SVG of no said type', svg, ''],
    ['HTML', html, 'text/html'],
    ['HTML of no said type', html, ''],
    ['GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'), ''],
    ['ZIP', zip(), 'application/zip'],
    ['an animated PNG', png(2, 2, { extra: [animation()] }), ''],
    ['a PDF said to be HTML', pdf(), 'text/html'],
    ['nothing', Buffer.alloc(0), ''],
    ['text', Buffer.from('xin chào'), 'text/plain'],
  ])('%s is not allowed', async (_, bytes, declared) => {
    expect(await refusal(bytes, declared)).toBe('FILE_TYPE_NOT_ALLOWED');
  });

  it.each<[string, Buffer, string]>([
    ['SVG said to be PNG', svg, 'image/png'],
    ['HTML said to be PDF', html, 'application/pdf'],
    ['PNG said to be JPEG', png(), 'image/jpeg'],
    ['PDF said to be PNG', pdf(), 'image/png'],
    ['HTML before a PDF', Buffer.concat([html, pdf()]), 'application/pdf'],
    ['nothing said to be PDF', Buffer.alloc(0), 'application/pdf'],
    ['HTML behind a PNG', Buffer.concat([png(), html]), 'image/png'],
    ['HTML behind a JPEG', Buffer.concat([jpeg(), html]), 'image/jpeg'],
    ['HTML behind a PDF', Buffer.concat([pdf(), html]), 'application/pdf'],
    ['an archive behind a PNG', Buffer.concat([png(), zip()]), 'image/png'],
    [
      'an archive behind a PDF that ends like one',
      Buffer.concat([pdf(), zip('startxref\n0\n%%EOF\n')]),
      'application/pdf',
    ],
    [
      'an archive behind a JPEG that ends like one',
      Buffer.concat([jpeg(), zip(jpeg().toString('latin1'))]),
      'image/jpeg',
    ],
  ])('%s is a lie', async (_, bytes, declared) => {
    expect(await refusal(bytes, declared)).toBe('FILE_TYPE_LIES');
  });

  function animation(): Buffer {
    return Buffer.concat([
      Buffer.from('000000086163544c0000000100000000', 'hex'),
      Buffer.from('b92d13f3', 'hex'),
    ]);
  }
});

describe('broken files', () => {
  it.each([
    ['PNG', png(), 'image/png'],
    ['JPEG', jpeg(), 'image/jpeg'],
    ['PDF', pdf(), 'application/pdf'],
  ] as const)('a %s cut off anywhere is refused', async (_, bytes, type) => {
    const whole = type === 'application/pdf' ? bytes.length - 1 : bytes.length;
    for (let length = 0; length < whole; length++)
      expect(await refusal(bytes.subarray(0, length), type)).toMatch(/^FILE_(BROKEN|TYPE_LIES)$/);
  });

  it.each<[string, Buffer]>([
    ['a PNG without pixels', png(2, 2, { pixels: false })],
    ['a PNG with a changed byte', Buffer.from(png().with(20, 9))],
    ['a PNG of no width', png(0, 2)],
    ['a JPEG of no height', jpeg(2, 0)],
    ['a JPEG with an endless segment', Buffer.from(jpeg().with(4, 0xff))],
    ['a PDF of no version', Buffer.from(pdf().toString('latin1').replace('1.7', 'x.y'), 'latin1')],
  ])('%s is refused', async (_, bytes) => {
    expect(await refusal(bytes)).toBe('FILE_BROKEN');
  });
});

describe('bombs', () => {
  it.each<[string, Buffer]>([
    ['a PNG of 60,000 × 60,000', png(60_000, 60_000)],
    ['a PNG of 2³¹ × 1', png(2 ** 31, 1)],
    ['a PNG of 11,000 × 11,000', png(11_000, 11_000)],
    ['a JPEG of 65,535 × 65,535', jpeg(65_535, 65_535)],
    ['a JPEG that hides a second, huge one', Buffer.concat([jpeg(), jpeg(65_535, 65_535)])],
  ])('%s is too large, whatever it weighs', async (_, bytes) => {
    expect(await refusal(bytes)).toBe('FILE_TOO_LARGE');
  });

  it('a PDF whose object stream unpacks to gigabytes is refused, in bounded memory', async () => {
    const packed = deflateSync(
      Buffer.concat([Buffer.from('9 0 '), Buffer.alloc(80 * 1024 * 1024)]),
    );
    const bomb = pdf([pdfStream('/Type /ObjStm /Filter /FlateDecode', packed)]);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusal(bomb)).toBe('FILE_BROKEN');
  });
});

describe('bytes made to keep the checker busy', () => {
  const M = 1024 * 1024;
  const stuffed = (filling: string | Buffer) => pdf([...pages(1), Buffer.alloc(8 * M, filling)]);
  const bomb = deflateSync(Buffer.alloc(M));
  // Quadratic, each of these takes minutes; the bound is Jest's own of 5 s a test.
  it.each<[string, Buffer]>([
    ['escapes without end', stuffed('#41')],
    ['names of escapes', stuffed(`/${'#41'.repeat(120)}`)],
    ['short names of escapes', stuffed('/#4')],
    ['page trees', stuffed('/Type /Pages /Count 1 ')],
    ['beginnings of streams', stuffed('stream\n')],
    ['small bombs', stuffed(pdfStream('/Filter /FlateDecode', bomb))],
    ['object streams in each other', stuffed(objectStream('<< /A 1 >> '.repeat(30_000)))],
    ['pictures', Buffer.alloc(8 * M, jpeg())],
  ])('%s', async (_, bytes) => {
    await refusal(bytes);
  });
});

describe('T15, T16: PDFs that act', () => {
  const js = '<< /S /JavaScript /JS (app.alert(1)) >>';
  const uri = '<< /S /URI /URI (https://x.vn/?who) >>';
  const numbered = (number: number, object: string) => Buffer.from(`\n${number} 0 obj ${object}`);
  it.each<[string, Buffer]>([
    ['a script of a rendition', pdf([...pages(1), '<< /S /Rendition /OP 0 /JS (x) >>'])],
    ['a script by its key alone', pdf([...pages(1), '<< /S 9 0 R /JS (x) >>'])],
    [
      'a page of another file',
      pdf([...pages(1), '<< /S /GoToR /F (\\\\\\\\host\\\\share\\\\x.pdf) >>']),
    ],
    ['a page of another file, in an object stream', pdf([objectStream('<< /S /GoTo#52 >>')])],
    ['an address when it is opened', pdf(pages(1, `/OpenAction ${uri}`))],
    ['an address when it is opened, elsewhere', pdf([...pages(1, '/OpenAction 4 0 R'), uri])],
    [
      'an address when it is opened, in an object stream',
      pdf([...pages(1, '/OpenAction 9 0 R'), objectStream(uri)]),
    ],
    [
      'an address when it is opened, after a harmless page',
      pdf(pages(1, `/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next ${uri} >>`)),
    ],
    [
      'an address that an earlier or later version of the object opens',
      pdf([...pages(1, '/OpenAction 4 0 R'), '[3 0 R /Fit]', numbered(4, uri)]),
    ],
    ['one key twice', pdf(pages(1, `/OpenAction [3 0 R /Fit] /OpenAction ${uri}`))],
    [
      'an address under a number that is hidden by a comment',
      pdf([...pages(1, '/OpenAction 4 0 R'), '[3 0 R /Fit]', Buffer.from(`4 0%\nobj ${uri}`)]),
    ],
    [
      'an address when a page is opened',
      pdf([...pages(1), `<< /Type /Page /AA << /O ${uri} >> >>`]),
    ],
    ['an action under an escaped name', pdf([...pages(1), `<< /#41A << /O ${uri} >> >>`])],
    [
      'an action in the data of a stream',
      pdf([...pages(1), pdfStream('', numbered(9, `<< /AA << /O ${uri} >> >>`))]),
    ],
    ['a link to a file', pdf([...pages(1), '<< /S /URI /URI (file://host/share) >>'])],
    ['a link to a share', pdf([...pages(1), '<< /S /URI /URI (\\\\\\\\host\\\\share) >>'])],
    ['data from elsewhere', pdf([...pages(1), pdfStream('/F (//host/x)', Buffer.from('x'))])],
    ['a page from elsewhere', pdf([...pages(1), '<< /Ref << /F (//host/x) /Page 0 >> >>'])],
    ['a file as a note', pdf([...pages(1), '<< /Subtype /FileAttachment >>'])],
    ['a film', pdf([...pages(1), '<< /Subtype /RichMedia >>'])],
    ['a form in XML, in an object stream', pdf([objectStream('<< /XFA 5 0 R >>')])],
    [
      'an object stream that names neither its type nor itself',
      pdf([
        pdfStream('/N 1 /First 5 /Filter [/ASCIIHexDecode /FlateDecode]', Buffer.from('789c>')),
      ]),
    ],
    ['a script', pdf([...pages(1), js])],
    ['a script when opened', pdf(pages(1, `/OpenAction ${js}`))],
    ['a script under an escaped name', pdf([...pages(1), '<< /S /J#61va#53cript /J#53 (x) >>'])],
    ['a script in an object stream', pdf([...pages(1), objectStream(js)])],
    ['a script in an object stream that hides its type', pdf([objectStream(js, '/Type 5 0 R')])],
    [
      'a script in an object stream under an escaped name',
      pdf([objectStream('<</S/J#61vaScript>>', '/Type /Obj#53tm')]),
    ],
    [
      'an object stream packed twice',
      pdf([
        pdfStream('/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]', Buffer.from('789c>')),
      ]),
    ],
    [
      'an object stream with a predictor',
      pdf([objectStream('<< >>', '/Type /ObjStm /DecodeParms << /Predictor 12 >>')]),
    ],
    ['a program to start', pdf([...pages(1), '<</S/Launch/F(cmd.exe)>>'])],
    ['a file inside', pdf([...pages(1), pdfStream('/Type /EmbeddedFile', Buffer.from('MZ'))])],
    ['a form with scripts', pdf(pages(1, '/AcroForm << /XFA 5 0 R >>'))],
    ['a form that sends', pdf([...pages(1), '<< /S /SubmitForm >>'])],
    ['a lock that hides what is in it', pdf([...pages(1), '<< /Encrypt 5 0 R >>'])],
  ])('%s', async (_, bytes) => {
    expect(await refusal(bytes, 'application/pdf')).toBe('FILE_ACTIVE_CONTENT');
  });

  // Readers take the last of two, or the first, or give up: only what is said once is certain.
  describe('a script in an object stream', () => {
    const hidden = (dictionary: string, object = js) =>
      pdf([...pages(1), pdfStream(dictionary, deflateSync(Buffer.from(`9 0  ${object}`)))]);
    const usual = '/Type/ObjStm/N 1/First 5';
    const flate = '/Filter/FlateDecode';
    it.each<[string, string]>([
      ['no filter first', `${usual}/Filter null${flate}`],
      ['no filter last', `${usual}${flate}/Filter null`],
      ['an empty list of filters first', `${usual}/Filter[]${flate}`],
      ['an escaped filter first', `${usual}/F#69lter null${flate}`],
      ['an escaped filter last', `${usual}/Filter null/#46ilter/FlateDecode`],
      ['a name that ends early', `${usual}/Filter null/Filter#00/FlateDecode`],
      ['a comment between', `${usual}/Filter null%${'\n'}${flate}`],
      ['a filter of no value', `${usual}/Filter ) ${flate}`],
      ['two parameters', `${usual}${flate}/DecodeParms null/DecodeParms<</Predictor 12>>`],
      ['two short parameters', `${usual}${flate}/DP null/DP<</Predictor 12>>`],
      ['parameters under both names', `${usual}${flate}/DecodeParms null/DP<</Predictor 12>>`],
      ['two counts', `/N 0${usual}${flate}`],
      ['two starts', `/First 0${usual}${flate}`],
      ['two types', `/Type/XObject${usual}${flate}`],
      ['two types, neither its own', `/Type/A/Type 5 0 R/N 1/First 5${flate}`],
      ['two lengths', `/Length 0${usual}${flate}`],
      ['no filter where there is one', `${usual}/Filter null`],
      ['a list of no filter', `${usual}/Filter[]`],
      ['a list of null', `${usual}/Filter[null]`],
      ['a filter elsewhere', `${usual}/Filter 5 0 R`],
      ['a filter under a name that ends early', `${usual}/Filter#00/FlateDecode`],
      ['a filter that nobody knows', `${usual}/Filter/Plain`],
      ['a number for a filter', `${usual}/Filter 1`],
    ])('%s', async (_, dictionary) => {
      expect(await refusal(hidden(dictionary), 'application/pdf')).toBe('FILE_ACTIVE_CONTENT');
      // Whatever is in it: what a reader finds there is not certain.
      const harmless = hidden(dictionary, '<< >>');
      expect(await refusal(harmless, 'application/pdf')).toBe('FILE_ACTIVE_CONTENT');
    });

    it.each<[string, string]>([
      ['of cross-references', '/Type/XRef/W[1 2 1]/W[1 1 1]'],
      ['of a picture', '/Type/XObject/Filter/DCTDecode/Filter/FlateDecode'],
      ['of a page', '/Filter null/Filter/FlateDecode'],
    ])('nor is any stream ambiguous: one %s', async (_, dictionary) => {
      const bytes = pdf([...pages(1), pdfStream(dictionary, deflateSync(Buffer.from('q Q')))]);
      expect(await refusal(bytes, 'application/pdf')).toBe('FILE_ACTIVE_CONTENT');
    });
  });
});

it('finds an archive also behind words in a comment', async () => {
  const end = zip('x'.repeat(40));
  const carrier = png(2, 2, { extra: [pngText('PK\x05\x06 in passing')] });
  expect(await refusal(carrier)).toMatchObject({ type: 'image/png' });
  expect(await refusal(Buffer.concat([jpeg(), end]))).toBe('FILE_TYPE_LIES');
});
