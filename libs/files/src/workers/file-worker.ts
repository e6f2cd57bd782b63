import { isDomainError } from '@minh-bach/kernel';
import type { Order, Reply } from './messages.ts';
import { WORK, type TaskName, type Tasks } from './tasks.ts';

// The entry of a process for files: one order at a time, from the process that started it.

async function replyTo({ task, asked, bytes }: Order): Promise<Reply> {
  try {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return { state: 'done', answer: await perform(task, content, asked) };
  } catch (error) {
    // What failed otherwise may quote the file: only that it failed is told.
    if (!isDomainError(error)) return { state: 'failed' };
    return { state: 'refused', code: error.code, details: error.details };
  }
}

const perform = <Name extends TaskName>(task: Name, bytes: Buffer, asked: Tasks[Name]['asked']) =>
  WORK[task](bytes, asked);

process.on('message', (order: Order) => {
  void replyTo(order).then((reply) => process.send?.(reply));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
