/**
 * Number of the shape that the graph has in Neo4j. It rises whenever a property, label or relationship changes its meaning, so
 * that a service never misreads what an older or a newer loader wrote.
 */
export const DATA_MODEL = 2;
