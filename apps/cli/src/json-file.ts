import { readFile } from 'node:fs/promises';

/** A file that cannot be taken: what to say of it. */
export class NotJson {
  constructor(readonly words: { readonly vi: string; readonly en: string }) {}
}

/** What a JSON file holds, or why it cannot be read. */
export async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (error) {
    return new NotJson(wordsOf(file, error));
  }
}

function wordsOf(file: string, error: unknown) {
  if (error instanceof SyntaxError)
    return {
      vi: `Tệp ${file} không phải JSON đúng cú pháp: ${error.message}`,
      en: `${file} is not well-formed JSON: ${error.message}`,
    };
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return { vi: `Không có tệp ${file}.`, en: `There is no file ${file}.` };
  if (code === 'EISDIR')
    return { vi: `${file} là thư mục, không phải tệp.`, en: `${file} is a folder, not a file.` };
  return { vi: `Không đọc được tệp ${file}.`, en: `${file} cannot be read.` };
}
