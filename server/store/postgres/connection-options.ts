import pg from "pg";

/** Milliseconds until connecting, or waiting for a connection of the pool, counts as unreachable. */
const connectMilliseconds = 3000;

/** Settings every connection shares: JSON stays text and counts are numbers, as the other engine has it. */
export function connectionOptions(databaseUrl: string): pg.ClientConfig {
  return {
    connectionString: databaseUrl,
    connectionTimeoutMillis: connectMilliseconds,
    keepAlive: true,
    application_name: "sozialraumkarte",
    types: { getTypeParser: typeParser },
  };
}

const typeParser: pg.CustomTypesConfig["getTypeParser"] = (oid: number) => {
  const { builtins } = pg.types;
  if (oid === builtins.JSON || oid === builtins.JSONB) return (value: string) => value;
  if (oid === builtins.INT8) return Number;
  return pg.types.getTypeParser(oid);
};
