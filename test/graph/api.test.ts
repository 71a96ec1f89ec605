// The typed API on the memory store; on Neo4j it is held to the same.
import { MemoryStore } from '../../graph/store/memory.ts';
import { apiContract } from '../contract/api.ts';

apiContract('MemoryStore', async () => new MemoryStore());
