import { readArgs } from '../answer.ts';
import { openProduct, type OpenProduct } from '../backup/open-product.ts';
import { PART_OPTIONS, hasPart, refuseKeysWithOthers } from '../backup/parts.ts';
import { stopOf } from '../backup/words.ts';
import { printStop } from '../logs/copy-words.ts';
import { told } from '../logs/progress-report.ts';
import type { CliCommand } from '../main.ts';

const usage = {
  vi: 'NGUỒN [--log THƯ-MỤC] [--files THƯ-MỤC] [--keys THƯ-MỤC] [--secrets THƯ-MỤC] [--store ĐỊA-CHỈ] [--files-at THƯ-MỤC] [--json]: sao lưu nhật ký, tệp đã niêm phong và khóa đã gói, mỗi phần vào một thư mục riêng; lần sau chỉ thêm phần mới; bị ngắt thì chạy lại',
  en: 'FROM [--log FOLDER] [--files FOLDER] [--keys FOLDER] [--secrets FOLDER] [--store ADDRESS] [--files-at FOLDER] [--json]: backs up log, sealed files and wrapped keys, each into a folder of its own; the next run adds what is new; if interrupted, run it again',
};

export const exportCommand = (open: OpenProduct): CliCommand => ({
  usage,
  async run(args) {
    const parsed = readArgs(
      { args, allowPositionals: true, options: PART_OPTIONS },
      `mb export ${usage.vi}\nmb export ${usage.en}`,
      ({ positionals, values }) => positionals.length === 1 && hasPart(values),
    );
    if (parsed === undefined) return 2;
    const [at = ''] = parsed.positionals;
    const { json, store, secrets, 'files-at': filesAt, ...parts } = parsed.values;
    try {
      refuseKeysWithOthers(parts);
      const { exportParts, exportedText } = await import('../backup/export-parts.ts');
      const product = await open({ at, store, filesAt, secrets }, 'from');
      const exported = await told(json, (onProgress) =>
        exportParts(product, parts, onProgress),
      ).finally(() => product.close());
      console.log(json ? JSON.stringify({ exported }) : exportedText(exported));
      return 0;
    } catch (error) {
      return printStop(stopOf(error), json);
    }
  },
});

export default exportCommand(openProduct);
