import { execFileSync, spawnSync } from 'node:child_process';
import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { checkFile, type FileType } from '../check/check-file.ts';
import { jpeg, objectStream, pages, pdf, pdfStream, png } from '../check/corpus.fixture.ts';
import { cleanFile } from './clean-file.ts';
import { orientationOf } from './orientation.ts';
import {
  MARK,
  plantedJpeg,
  plantedObjectStreams,
  plantedPdf,
  plantedPng,
} from './planted.fixture.ts';

const clean = async (bytes: Buffer, type: FileType) => Buffer.from(await cleanFile(bytes, type));

/** Also in what is packed: every place where packed data could begin is tried. */
function tells(bytes: Buffer): boolean {
  if (bytes.includes(MARK)) return true;
  for (let at = bytes.indexOf(0x78); at !== -1; at = bytes.indexOf(0x78, at + 1)) {
    try {
      if (inflateSync(bytes.subarray(at), { finishFlush: 2 }).includes(MARK)) return true;
    } catch {
      // No packed data here.
    }
  }
  return false;
}

describe('T16: what tells of the maker of a file', () => {
  const files: [string, Buffer, FileType][] = [
    ['a JPEG', plantedJpeg(), 'image/jpeg'],
    ['a PNG', plantedPng(), 'image/png'],
    ['a PDF', plantedPdf(), 'application/pdf'],
    ['a PDF of object streams', plantedObjectStreams(), 'application/pdf'],
  ];

  it.each(files)('is in %s, and not in its working copy', async (_, bytes, type) => {
    expect(await checkFile(bytes, type)).toMatchObject({ type, pages: 1 });
    expect(tells(bytes)).toBe(true);
    const copy = await clean(bytes, type);
    expect(tells(copy)).toBe(false);
    expect(await checkFile(copy, type)).toMatchObject({ type, pages: 1 });
  });

  it('leaves the picture as it was, byte for byte', async () => {
    expect((await clean(jpeg(), 'image/jpeg')).equals(jpeg())).toBe(true);
    expect((await clean(png(), 'image/png')).equals(png())).toBe(true);
    const picture = jpeg().subarray(20);
    expect((await clean(plantedJpeg(), 'image/jpeg')).includes(picture)).toBe(true);
  });

  it('keeps which way up a photo is, and nothing else of EXIF', async () => {
    const turned = await clean(plantedJpeg(6), 'image/jpeg');
    const at = turned.indexOf('Exif\0\0');
    expect(orientationOf(turned.subarray(at + 6))).toBe(6);
    const upright = await clean(plantedJpeg(1), 'image/jpeg');
    expect(upright.includes('Exif')).toBe(false);
    const copy = await clean(plantedPng(), 'image/png');
    expect(orientationOf(copy.subarray(copy.indexOf('eXIf') + 4))).toBe(3);
  });

  it('keeps what the page of a PDF shows', async () => {
    const copy = (await clean(plantedPdf(), 'application/pdf')).toString('latin1');
    expect(copy).toMatch(/\/_\d Do/);
    expect(copy).toContain('/DeviceGray');
    expect(copy).toContain('0 0 9 9 re f');
    expect(copy).not.toMatch(/\/Info|\/ID|\/Metadata|\/PieceInfo|\/FreeText/);
  });

  it('reads the parts of a page as one, and cleans what is packed', async () => {
    const [catalog, tree, page] = pages(1);
    const drawn = deflateSync(Buffer.from(`% ${MARK}\n0 0 9 `));
    const a85 = '0d&.m0Ha7`+>k9c+B&~>';
    const bytes = pdf([
      ...[catalog!, tree!, page!.replace('>>', '/Contents [4 0 R 5 0 R 6 0 R] >>')],
      pdfStream('/Filter /FlateDecode', drawn),
      pdfStream('/Filter [/AHx]', Buffer.from('39 20 72 65>')),
      pdfStream('/Filter /A85', Buffer.from(a85)),
    ]);
    const copy = await clean(bytes, 'application/pdf');
    expect(copy.toString('latin1')).toContain('0 0 9 9 re 1 0 0 RG 5 w S');
    expect(tells(copy)).toBe(false);
  });

  it.each<[string, Buffer]>([
    ['has a page in a filter that is not looked into', withContent('/LZWDecode')],
    ['has a page behind a predictor', withContent('/FlateDecode /DecodeParms << /Predictor 12 >>')],
    ['has no pages to begin with', pdf(['<< /Type /Catalog >>'])],
    ['holds a picture of a kind that cannot be looked into', withImage('/JPXDecode')],
    ['holds a photo behind filters', withImage('[/ASCIIHexDecode /FlateDecode /DCTDecode]')],
    ['holds a photo that is none', withImage('/DCTDecode')],
  ])('makes no copy of a PDF that %s', async (_, bytes) => {
    await expect(clean(bytes, 'application/pdf')).rejects.toMatchObject({
      code: 'FILE_UNCLEANABLE',
    });
  });

  it('makes no copy of a small PDF that would be large: its photos unpack to more than a file holds', async () => {
    const photo = jpeg();
    const large = Buffer.concat([
      photo.subarray(0, -2),
      Buffer.alloc(40_000_000),
      photo.subarray(-2),
    ]);
    const packed = deflateSync(large);
    const names = ['Im0', 'Im1'].map((name, i) => `/${name} ${4 + i} 0 R`).join(' ');
    const [catalog, tree, page] = pages(1);
    const image = '/Subtype /Image /Width 2 /Height 2 /Filter [/FlateDecode /DCTDecode]';
    const bytes = pdf([
      ...[catalog!, tree!, page!.replace('>>', `/Resources << /XObject << ${names} >> >> >>`)],
      ...[pdfStream(image, packed), pdfStream(image, packed)],
    ]);
    expect(bytes.length).toBeLessThan(200_000);
    await expect(clean(bytes, 'application/pdf')).rejects.toMatchObject({
      code: 'FILE_UNCLEANABLE',
    });
  });

  // Where the machine has it: another opinion.
  if (spawnSync('exiftool', ['-ver']).status === 0)
    it.each(files)('exiftool finds nothing in a copy of %s', async (_, bytes, type) => {
      const copy = await clean(bytes, type);
      const found = execFileSync('exiftool', ['-a', '-u', '-g1', '-'], { input: copy }).toString();
      expect(found).not.toMatch(/Author|Producer|Creator|Comment|XMP|Photoshop|Profile|Planted/);
    });

  function withContent(filter: string): Buffer {
    const [catalog, tree, page] = pages(1);
    const data = deflateSync(Buffer.from('q Q'));
    const content = pdfStream(`/Filter ${filter}`, data);
    return pdf([catalog!, tree!, page!.replace('>>', '/Contents 4 0 R >>'), content]);
  }
  function withImage(filter: string): Buffer {
    const shown = '/Resources << /XObject << /Im0 4 0 R >> >>';
    const [catalog, tree, page] = pages(1);
    return pdf([
      catalog!,
      tree!,
      page!.replace('>>', `${shown} >>`),
      pdfStream(`/Subtype /Image /Width 2 /Height 2 /Filter ${filter}`, Buffer.from('x')),
      objectStream('<< >>'),
    ]);
  }
});
