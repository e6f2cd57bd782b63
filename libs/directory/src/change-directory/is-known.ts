import type { RequestContext } from '@minh-bach/http';
import type { RecordedEvent } from '@minh-bach/kernel';

/** Whether a command made part of a stream already. */
export const isKnown = (
  history: readonly RecordedEvent[],
  { commandId }: Pick<RequestContext, 'commandId'>,
): boolean => history.some(({ metadata }) => metadata.commandId === commandId);
