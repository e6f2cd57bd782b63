import { crc32, deflateSync } from 'node:zlib';
import { jpeg, objectStream, pages, pdf, pdfStream, png } from '../check/corpus.fixture.ts';

/** Stands wherever a file can tell of its maker. */
export const MARK = 'Nguyen-Thi-Planted';

const segment = (marker: number, data: string): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, Buffer.from(data, 'latin1')]);
};

/** EXIF of one directory: orientation, and a maker. */
const exif = (orientation: number): string => {
  const tiff = Buffer.alloc(38);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  tiff.set([0x0f, 0x01, 2, 0, MARK.length + 1, 0, 0, 0, 38, 0, 0, 0], 10);
  tiff.set([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0], 22);
  return `${tiff.toString('latin1')}${MARK}\0`;
};

export function plantedJpeg(orientation = 6): Buffer {
  const plain = jpeg();
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(0xe0, `JFIF\0\x01\x01\0\0\x01\0\x01\x02\x02${MARK}`),
    segment(0xe1, `Exif\0\0${exif(orientation)}`),
    segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${MARK}</x:xmpmeta>`),
    segment(0xe2, `ICC_PROFILE\0\x01\x01${MARK}`),
    segment(0xe2, `MPF\0${MARK}`),
    segment(0xed, `Photoshop 3.0\x008BIM\x04\x04${MARK}`),
    segment(0xee, `Adobe\0\x64\0\0\0\0\x01${MARK}`),
    segment(0xfe, MARK),
    plain.subarray(2),
    // A second version behind the photo has its own.
    plain.subarray(0, 2),
    segment(0xfe, MARK),
    plain.subarray(2),
  ]);
}

const chunk = (type: string, data: Buffer | string): Buffer => {
  const body = Buffer.concat([Buffer.from(type), Buffer.from(data as string, 'latin1')]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length - 4, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
};

export const plantedPng = (): Buffer =>
  png(2, 2, {
    extra: [
      chunk('tEXt', `Author\0${MARK}`),
      chunk('zTXt', Buffer.concat([Buffer.from('Author\0\0'), deflateSync(Buffer.from(MARK))])),
      chunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${MARK}`),
      chunk('eXIf', exif(3)),
      chunk('iCCP', Buffer.concat([Buffer.from('x\0\0'), deflateSync(Buffer.from(MARK))])),
      chunk('tIME', Buffer.from([7, 234, 11, 27, 1, 2, 3])),
      chunk('prVt', MARK),
    ],
  });

const xmp = (packed: boolean): Buffer =>
  packed
    ? pdfStream('/Type /Metadata /Filter /FlateDecode', deflateSync(Buffer.from(MARK)))
    : pdfStream('/Type /Metadata /Subtype /XML', Buffer.from(`<x:xmpmeta>${MARK}</x:xmpmeta>`));
const information = `<< /Author (${MARK}) /Producer (${MARK}) /CreationDate (D:20261127) >>`;

/** Page 1 shows a photo; all else around it tells of its maker. */
export const plantedPdf = (more: string[] = []): Buffer => {
  const said = `/PieceInfo << /X << /Private (${MARK}) >> >> /LastModified (${MARK}) /Own (${MARK})`;
  return pdf(
    [
      `<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R /Lang (${MARK}) ${said} >>`,
      `<< /Type /Pages /Kids [3 0 R] /Count 1 ${said} >>`,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Metadata 7 0 R ${said}
         /Resources << /XObject << /Im0 5 0 R >> /ProcSet [/PDF /ImageC] /Own 6 0 R >>
         /Annots [<< /Subtype /Popup /Rect [0 0 9 9] /T (${MARK}) /Contents (${MARK}) >> 10 0 R] >>`,
      pdfStream(
        '',
        Buffer.from(`q % ${MARK}
          /P << /Author (${MARK}) >> BDC BI /W 1 /H 1 /CS /G /BPC 8 /Own (${MARK}) ID x EI EMC
          100 0 0 100 0 0 cm /Im0 Do Q`),
      ),
      pdfStream(
        `/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace [/ICCBased 8 0 R]
         /BitsPerComponent 8 /Filter /DCTDecode /Metadata 7 0 R ${said}`,
        plantedJpeg(),
      ),
      xmp(false),
      xmp(true),
      pdfStream('/N 1', Buffer.from(MARK)),
      information,
      `<< /Subtype /FreeText /Rect [0 0 9 9] /T (${MARK}) /AP << /N 11 0 R >> /NM (${MARK}) >>`,
      pdfStream(
        `/Subtype /Form /BBox [0 0 9 9] /Metadata 6 0 R ${said}`,
        Buffer.from(`0 0 9 9 re f % ${MARK}`),
      ),
      ...more,
    ],
    '',
    `/Info 9 0 R /ID [(${MARK}) (${MARK})]`,
  );
};

/** What tells of its maker lies packed in an object stream; an earlier version of the page too. */
export const plantedObjectStreams = (): Buffer =>
  pdf([
    ...pages(1),
    objectStream(information),
    objectStream(`<< /Type /Page /Own (${MARK}) >>`, '/Type /ObjStm', 8),
    `<< /Type /XRef /Root 1 0 R /Info 9 0 R /ID [(${MARK})] >>`,
  ]);
