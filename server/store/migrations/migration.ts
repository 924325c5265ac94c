/** One step of the schema. Steps are never edited once released; a change is a new step. */
export interface Migration {
  number: number;
  /** What it brings, for the log and the name of the backup. */
  name: string;
  statements: (ddl: Ddl) => string[];
}

/** Words of the data definition that differ between the two databases. */
export interface Ddl {
  engine: "sqlite" | "postgres";
  /** Text compared byte by byte. */
  text: string;
  /** JSON that reads back letter by letter, keys in their order. */
  json: string;
  /** JSON that is searched. */
  searchedJson: string;
  integer: string;
  real: string;
  bytes: string;
  /** Primary key that counts up by itself. */
  counter: string;
  /** End of a create table. */
  end: string;
}

export const sqliteDdl: Ddl = {
  engine: "sqlite",
  text: "text",
  json: "text",
  searchedJson: "text",
  integer: "integer",
  real: "real",
  bytes: "blob",
  counter: "integer primary key",
  end: "strict",
};

export const postgresDdl: Ddl = {
  engine: "postgres",
  text: 'text collate "C"',
  json: "json",
  searchedJson: "jsonb",
  integer: "bigint",
  real: "double precision",
  bytes: "bytea",
  counter: "bigint generated always as identity primary key",
  end: "",
};
