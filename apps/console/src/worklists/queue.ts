/** The list from which a matter was opened, so that a decision can go on to the next one. */
let queue: readonly string[] = [];

export const rememberQueue = (numbers: readonly string[]): void => void (queue = numbers);

export function nextAfter(number: string): string | undefined {
  const place = queue.indexOf(number);
  return place < 0 ? undefined : queue[place + 1];
}
