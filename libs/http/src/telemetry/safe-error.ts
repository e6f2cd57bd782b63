import { DomainError } from '@minh-bach/kernel';

/** What may be said about an error in a log. */
export interface SafeError {
  readonly type: string;
  readonly code?: string;
  readonly message?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly frames?: readonly string[];
  readonly cause?: SafeError;
}

/**
 * Messages of errors quote what went wrong with, and that may be somebody's name (a JSON parser, a
 * unique index). So only names, codes and places are kept, and the message of a system call.
 */
export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { type: typeof error };
  const field = (name: string) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' && /^[\w.:-]{1,80}$/.test(value) ? { [name]: value } : {};
  };
  return {
    type: error.name,
    ...field('code'),
    ...field('constraint'),
    ...field('table'),
    ...('syscall' in error && !(error instanceof DomainError) ? { message: error.message } : {}),
    frames: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(error.cause !== undefined && depth < 3 ? { cause: safeError(error.cause, depth + 1) } : {}),
  };
}
