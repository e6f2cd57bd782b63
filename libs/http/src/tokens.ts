/** Under these Nest injects what is no class. */
export const CLOCK = Symbol.for('minh-bach:clock');
export const MODE = Symbol.for('minh-bach:mode');
export const COMMAND_SECRET = Symbol.for('minh-bach:command-secret');
