import type { RequestContext } from '@minh-bach/http';
import { commandIdFrom, requestHashOf, system } from '@minh-bach/kernel';
import type { Message } from '@minh-bach/messaging';

/** A consumer's command: its id comes from the message, so a redelivery finds what it stored. */
export const contextOfMessage = (
  secret: Uint8Array,
  service: string,
  message: Message,
): RequestContext => ({
  commandId: commandIdFrom(secret, service, message.id),
  requestHash: requestHashOf(secret, message.id),
  correlationId: message.correlationId,
  causationId: message.causationId,
  actor: system(service),
  ...(message.traceparent === undefined ? {} : { traceparent: message.traceparent }),
});

/** A command of the product itself (a breach that is noticed): the same cause gives the same id. */
export function contextOfSystem(
  secret: Uint8Array,
  service: string,
  cause: string,
  ...parts: string[]
): RequestContext {
  const commandId = commandIdFrom(secret, cause, ...parts);
  return {
    commandId,
    requestHash: requestHashOf(secret, [cause, ...parts]),
    correlationId: commandId,
    causationId: commandId,
    actor: system(service),
  };
}
