// The memory store, besides what every store must do; and Cypher on any graphology graph.
import { MemoryStore } from '../../graph/store/memory.ts';
import { storeContract } from '../contract/store.ts';

storeContract('MemoryStore', async () => new MemoryStore());
