import { inboxConformance } from '../conformance/inbox-conformance.ts';
import { MemoryInboxStore } from './memory-inbox-store.ts';

inboxConformance('memory', async (group) => new MemoryInboxStore(group));
