// Every scenario on the memory store; on Neo4j they run beside its other contracts.
import { MemoryStore } from '../../graph/store/memory.ts';
import { scenarioContract } from './scenario.ts';

scenarioContract('MemoryStore', async () => new MemoryStore());
