import { MemoryStore } from '../../graph/store/memory.ts';
import { excerptContract } from '../contract/excerpt.ts';

excerptContract('the memory store', async () => new MemoryStore());
