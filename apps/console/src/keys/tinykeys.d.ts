/** tinykeys 3.0.0 ships these types, but its `exports` does not name them. */
declare module 'tinykeys' {
  export function createKeybindingsHandler(
    keyBindingMap: Record<string, (event: KeyboardEvent) => void>,
  ): (event: Event) => void;
}
