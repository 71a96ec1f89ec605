// What every store must do, on a real Neo4j: the same suites that the memory store is held to.
import { apiContract } from '../../contract/api.ts';
import { excerptContract } from '../../contract/excerpt.ts';
import { questionContract } from '../../contract/questions.ts';
import { storeContract } from '../../contract/store.ts';
import { describeOnNeo4j } from '../../neo4j/neo4j.ts';
import { scenarioContract } from '../../scenarios/scenario.ts';

describeOnNeo4j('on a real server', (database) => {
  storeContract('Neo4j', database.emptyStore);
  apiContract('Neo4j', database.emptyStore);
  excerptContract('Neo4j', database.emptyStore);
  questionContract('Neo4j', database.emptyStore);
  scenarioContract('Neo4j', database.emptyStore);
});
