import { open, rename, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { MANIFEST, endLine, type Manifest } from './manifest.ts';

/** Aside, flushed, then named: a file of that name is whole. */
export async function writeWhole(
  folder: string,
  name: string,
  content: readonly Buffer[],
): Promise<void> {
  const path = join(folder, name);
  const file = await open(`${path}.part`, 'w', 0o600);
  try {
    await file.writeFile(Buffer.concat(content));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
  await syncFolder(folder);
}

/** Each line is durable before the next thing is done. */
export class ManifestFile {
  private constructor(
    private readonly file: FileHandle,
    private text: string,
  ) {}

  /** Goes on behind the whole lines that are known; what a cut run left of a line goes. */
  static async open(
    folder: string,
    known: Manifest | undefined,
    header: string,
  ): Promise<ManifestFile> {
    const file = await open(join(folder, MANIFEST), 'a', 0o600);
    const manifest = new ManifestFile(file, known?.text ?? '');
    await file.truncate(Buffer.byteLength(manifest.text));
    if (!known) await manifest.add(header);
    await syncFolder(folder);
    return manifest;
  }

  async add(line: string): Promise<void> {
    await this.file.writeFile(line);
    await this.file.sync();
    this.text += line;
  }

  end(): Promise<void> {
    return this.add(endLine(this.text));
  }

  close(): Promise<void> {
    return this.file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}
