import { storeContract } from '../../contract/store.ts';
import { describeOnNeo4j } from '../../neo4j/neo4j.ts';

describeOnNeo4j('on a real server', (database) => storeContract('Neo4j', database.emptyStore));
