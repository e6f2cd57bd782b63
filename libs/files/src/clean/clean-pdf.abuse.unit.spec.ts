import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { pages, pdf, pdfStream } from '../check/corpus.fixture.ts';
import { cleanFile } from './clean-file.ts';

const clean = async (bytes: Buffer) =>
  Buffer.from(await cleanFile(bytes, 'application/pdf')).toString('latin1');

/** One page with these entries, and these objects from number 4 on. */
function page(entries: string, objects: (string | Buffer)[] = [], catalog = ''): Buffer {
  const [root, tree, leaf] = pages(1, catalog);
  return pdf([root!, tree!, leaf!.replace('>>', `${entries} >>`), ...objects]);
}
const resources = (entries: string) => `/Resources << ${entries} >>`;
const image = (colours: string) =>
  pdfStream(
    `/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace ${colours}`,
    Buffer.from('x'),
  );
const note = (entries: string) => `/Annots [<< /Rect [0 0 9 9] ${entries} >>]`;
const look = pdfStream('/Subtype /Form /BBox [0 0 9 9]', Buffer.from('0 0 9 9 re f'));

describe('T16: what a page of a PDF shows is in the copy', () => {
  const PALETTE = Buffer.from('000000ff8000', 'hex');
  it.each<[string, string, Buffer]>([
    ['a stream', '4 0 R', pdfStream('', Buffer.concat([PALETTE, Buffer.from('(behind) Tj')]))],
    ['a packed stream', '4 0 R', pdfStream('/Filter /FlateDecode', deflateSync(PALETTE))],
    ['a string of its own', '4 0 R', Buffer.from('<000000ff8000>')],
  ])('colours of a palette that is %s', async (_, table, palette) => {
    const space = `[/Indexed /DeviceRGB 1 ${table}]`;
    for (const bytes of [
      page(resources(`/ColorSpace << /Cs1 ${space} >>`), [palette]),
      page(resources('/XObject << /Im0 5 0 R >>'), [palette, image(space)]),
    ]) {
      const copy = await clean(bytes);
      expect(copy).toMatch(/\[ \/Indexed \/DeviceRGB 1 <000000ff8000> \]/i);
      expect(copy).not.toContain('behind');
    }
  });

  it.each([
    '[ /CalRGB << /WhitePoint [ 0.95 1 1.08 ] /BlackPoint [ 0 0 0 ] /Gamma [ 2.2 2.2 2.2 ] /Matrix [ 1 0 0 0 1 0 0 0 1 ] >> ]',
    '[ /CalGray << /WhitePoint [ 0.95 1 1.08 ] /Gamma 2.2 >> ]',
    '[ /Lab << /WhitePoint [ 0.95 1 1.08 ] /Range [ -100 100 -100 100 ] >> ]',
  ])('colours of a calibrated space: %s', async (space) => {
    const named = resources('/ColorSpace << /Cs1 4 0 R >>');
    expect(await clean(page(named, [space]))).toContain(space);
    const shown = resources('/XObject << /Im0 4 0 R >>');
    expect(await clean(page(shown, [image(space)]))).toContain(space);
  });

  it('what is named like a key of another kind of object', async () => {
    const fonts = '/Font << /Type 4 0 R /F1 4 0 R >>';
    const copy = await clean(page(resources(fonts), ['<< /Type /Font /BaseFont /Times-Roman >>']));
    expect(copy).toMatch(/\/Type \d+ 0 R/);
    expect(copy).toMatch(/\/_0 \d+ 0 R/);
  });

  it('how a soft mask is read', async () => {
    const mask = '/ExtGState << /G0 << /SMask << /S /Luminosity /G 4 0 R /TR 5 0 R >> >> >>';
    const turned = '<< /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>';
    expect(await clean(page(resources(mask), [look, turned]))).toMatch(/\/TR \d+ 0 R/);
  });

  const form = (fields: string) => `/AcroForm << ${fields} /Fields [] >>`;
  const layers = (config: string) => `/OCProperties << /OCGs [4 0 R] /D << ${config} >> >>`;
  const layer = '<< /Type /OCG /Name (a) >>';

  it.each<[string, Buffer]>([
    ['a hidden note', page(note('/Subtype /Square /F 2'))],
    ['what would pop up', page(note('/Subtype /Popup'))],
    ['a link without a frame', page(note('/Subtype /Link /BS << /W 0 >>'))],
    ['a link', page(note('/Subtype /Link /Border [0 0 0]'))],
    ['a field that is empty', page(note('/Subtype /Widget /FT /Tx /V () /MK << >>'))],
    ['a box that is not ticked', page(note('/Subtype /Widget /FT /Btn /V /Off'))],
    ['a signature without a picture', page(note('/Subtype /Widget /FT /Sig /V 4 0 R'), ['<< >>'])],
    ['a note with a look', page(note('/Subtype /FreeText /AP << /N 4 0 R >>'), [look])],
    ['layers of which all show', page('', [layer], layers('/ON [4 0 R] /OFF [] /Order [4 0 R]'))],
  ])('with %s there is a copy', async (_, bytes) => {
    await expect(clean(bytes)).resolves.toContain('/Page');
  });

  it.each<[string, Buffer]>([
    ['a field that is filled in', page(note('/Subtype /Widget /FT /Tx /V (Nam)'))],
    [
      'a field that its parent fills in',
      page(note('/Subtype /Widget /Parent 4 0 R'), ['<< /FT /Tx /V <4e616d> >>']),
    ],
    ['a field with a frame', page(note('/Subtype /Widget /FT /Tx /MK << /BC [0] >>'))],
    ['a button', page(note('/Subtype /Widget /FT /Btn /Ff 65536 /MK << /CA (x) >>'))],
    [
      'a field whose look is out of date',
      page(
        note('/Subtype /Widget /FT /Tx /V (Nam) /AP << /N 4 0 R >>'),
        [look],
        form('/NeedAppearances true'),
      ),
    ],
    ['text that was written across', page(note('/Subtype /FreeText /Contents (Nam)'))],
    ['a line that was drawn', page(note('/Subtype /Line /L [0 0 9 9]'))],
    ['a sticky note', page(note('/Subtype /Text /Contents (Nam)'))],
    ['a link in a frame', page(note('/Subtype /Link /Border [0 0 1]'))],
    ['looks of which none is chosen', page(note('/AP << /N << /On 4 0 R >> >>'), [look])],
    ['a look that is not there', page(note('/Subtype /Stamp /AP << /N 9 0 R >>'))],
    ['a layer that is hidden', page('', [layer], layers('/OFF [4 0 R]'))],
    ['layers that are hidden', page('', [layer], layers('/BaseState /OFF /ON []'))],
    ['a layer that is only printed', page('', [layer], layers('/AS [<< /Event /Print >>]'))],
    [
      'a layer that is not for screens',
      page('', ['<< /Type /OCG /Usage << /View << /ViewState /OFF >> >> >>'], layers('')),
    ],
    [
      'what shows where a layer does not',
      page('', [layer, '<< /Type /OCMD /OCGs 4 0 R /P /AllOff >>'], layers('')),
    ],
    ['a number that is none', page('/MediaBox [0 0 1e3 842]')],
    [
      'a palette that is not there',
      page(resources('/ColorSpace << /C [/Indexed /DeviceRGB 1 9 0 R] >>')),
    ],
    [
      'a picture that is described in short names',
      page(resources('/XObject << /Im0 4 0 R >>'), [
        pdfStream('/Subtype /Image /W 1 /H 1 /BPC 8 /CS /DeviceGray', Buffer.from('x')),
      ]),
    ],
  ])('with %s there is none', async (_, bytes) => {
    await expect(clean(bytes)).rejects.toMatchObject({ code: 'FILE_UNCLEANABLE' });
  });
});
