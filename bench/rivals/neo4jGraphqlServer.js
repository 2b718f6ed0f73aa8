import console from "node:console";
import process from "node:process";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

// @neo4j/graphql over the Neo4j that the environment configures. A root field finds a path with a Cypher statement. Prints its address
// when it listens.
const typeDefs = `#graphql
  type Role @node {
    id: ID!
    title: String!
  }

  type Query {
    shortestPath(from: ID!, to: ID!): [Role!]!
      @cypher(
        statement: """
        MATCH path = SHORTEST 1 (from:Role {id: $from})-[:LEADS_TO]->+(to:Role {id: $to})
        UNWIND nodes(path) AS role
        RETURN role
        """
        columnName: "role"
      )
  }
`;

const { NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD));
const server = new ApolloServer({ schema: await new Neo4jGraphQL({ typeDefs, driver }).getSchema() });
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: "127.0.0.1" } });
console.log(url);
