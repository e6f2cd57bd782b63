import { createContext } from 'react';

/** Whether the form around a field was sent: what went up with it belongs to its command then. */
export const SentContext = createContext<{ readonly current: boolean }>({ current: false });
