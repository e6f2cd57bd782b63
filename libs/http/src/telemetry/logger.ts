import type { LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type Logger } from 'pino';
import { requestContext } from './request-context.ts';
import { safeError } from './safe-error.ts';

export interface LoggerOptions {
  readonly service: string;
  /** @default 'info' */
  readonly level?: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** @default standard output */
  readonly destination?: DestinationStream;
}

const NEST = new Set(['InstanceLoader', 'NestFactory', 'RouterExplorer', 'RoutesResolver']);

/** One JSON object a line, UTC, with request and trace ids; pino behind Nest's interface. */
export class JsonLogger implements LoggerService {
  readonly #pino: Logger;

  constructor({ service, level = 'info', destination }: LoggerOptions) {
    this.#pino = pino(
      {
        level,
        base: { service },
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
        mixin: () => {
          const scope = requestContext();
          return scope === undefined
            ? {}
            : { requestId: scope.requestId, traceId: scope.trace.traceId, route: scope.route };
        },
      },
      ...(destination === undefined ? [] : [destination]),
    );
  }

  /** Fields are ids, codes, counts and durations; never texts of persons. */
  info(message: string, fields: Readonly<Record<string, string | number | boolean>> = {}): void {
    this.#pino.info(fields, message);
  }

  /** As `info`, for what must be found also where only warnings are kept: who did what. */
  notice(message: string, fields: Readonly<Record<string, string | number | boolean>>): void {
    this.#pino.warn(fields, message);
  }

  /** Somebody has to act: what stands still, by codes and ids. */
  alarm(message: string, fields: object): void {
    this.#pino.error(fields, message);
  }

  failure(message: string, error: unknown): void {
    this.#pino.error({ error: safeError(error) }, message);
  }

  /** What Nest says of its own start is for those who look for it. */
  log(message: unknown, ...rest: unknown[]): void {
    this.#write(NEST.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.#write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.#write('trace', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.#write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.#write('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.#write('fatal', message, rest);
  }

  /** Nest passes a stack and the class that speaks behind the message. */
  #write(
    level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal',
    message: unknown,
    rest: unknown[],
  ): void {
    const last = rest.at(-1);
    const from = typeof last === 'string' && !last.includes('\n') ? { from: last } : {};
    const error = [message, ...rest].find((part) => part instanceof Error);
    const said = typeof message === 'string' ? message : level;
    this.#pino[level]({ ...from, ...(error ? { error: safeError(error) } : {}) }, said);
  }
}
