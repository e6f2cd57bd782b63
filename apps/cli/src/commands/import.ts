import { readArgs } from '../answer.ts';
import { openProduct, type OpenProduct } from '../backup/open-product.ts';
import { PART_OPTIONS, hasPart, refuseKeysWithOthers } from '../backup/parts.ts';
import { Refused, stopOf } from '../backup/words.ts';
import { printStop } from '../logs/copy-words.ts';
import { told } from '../logs/progress-report.ts';
import type { CliCommand } from '../main.ts';

const usage = {
  vi: 'ĐÍCH [--log THƯ-MỤC] [--files THƯ-MỤC] [--keys THƯ-MỤC] [--secrets THƯ-MỤC] [--store ĐỊA-CHỈ] [--files-at THƯ-MỤC] [--even-cut] [--without-files] [--json]: khôi phục bản sao lưu của mb export vào nơi trống, đã dừng, và chứng minh kết quả giống bản xuất; bị ngắt thì chạy lại',
  en: 'INTO [--log FOLDER] [--files FOLDER] [--keys FOLDER] [--secrets FOLDER] [--store ADDRESS] [--files-at FOLDER] [--even-cut] [--without-files] [--json]: restores a backup of mb export into an empty, stopped installation, and proves that it is the same; if interrupted, run it again',
};

const OPTIONS = {
  ...PART_OPTIONS,
  'even-cut': { type: 'boolean', default: false },
  'without-files': { type: 'boolean', default: false },
} as const;

export const importCommand = (open: OpenProduct): CliCommand => ({
  usage,
  async run(args) {
    const parsed = readArgs(
      { args, allowPositionals: true, options: OPTIONS },
      `mb import ${usage.vi}\nmb import ${usage.en}`,
      ({ positionals, values }) => positionals.length === 1 && hasPart(values),
    );
    if (parsed === undefined) return 2;
    const [at = ''] = parsed.positionals;
    const { json, store, secrets, 'files-at': filesAt } = parsed.values;
    const { 'even-cut': evenCut, 'without-files': withoutFiles } = parsed.values;
    const { log, files, keys } = parsed.values;
    try {
      refuseKeysWithOthers(parsed.values);
      if (keys !== undefined && log === undefined) throw new Refused('KEYS_NEED_LOG');
      const { importParts, importedText } = await import('../backup/import-parts.ts');
      const product = await open({ at, store, filesAt, secrets }, 'to');
      const imported = await told(json, (onProgress) =>
        importParts(product, { log, files, keys }, { evenCut, withoutFiles, onProgress }),
      ).finally(() => product.close());
      console.log(json ? JSON.stringify({ imported }) : importedText(imported));
      return 0;
    } catch (error) {
      return printStop(stopOf(error), json);
    }
  },
});

export default importCommand(openProduct);
