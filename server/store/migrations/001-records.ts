import type { Ddl, Migration } from "./migration.ts";

/** Records with revisions, the audit chain, idempotency keys, and dataset releases with their rows. */
export const records: Migration = {
  number: 1,
  name: "records",
  statements: (ddl) => [...tables(ddl), ...indexes, ...(ddl.engine === "sqlite" ? onSqlite : onPostgres)],
};

function tables({ text, json, searchedJson, integer, real, counter, end }: Ddl): string[] {
  return [
    `create table setting (key ${text} primary key, value ${json} not null) ${end}`,
    `create table record (
      number ${counter},
      type ${text} not null, id ${text} not null, revision ${integer} not null,
      state ${text} not null, visibility ${text} not null, owner ${text} not null, department ${text},
      districts ${searchedJson} not null, participants ${searchedJson} not null,
      title ${text} not null, title_lower ${text} not null, title_key ${text} not null,
      created_at ${text} not null, updated_at ${text} not null,
      west ${real}, south ${real}, east ${real}, north ${real},
      derived ${searchedJson} not null, document ${json} not null,
      unique (type, id)) ${end}`,
    `create table record_revision (
      type ${text} not null, id ${text} not null, revision ${integer} not null,
      action ${text} not null, actor ${text} not null, at ${text} not null, reason ${text},
      document ${json} not null,
      primary key (type, id, revision)) ${end}`,
    `create table import_key (
      type ${text} not null, source ${text} not null, key ${text} not null,
      id ${text} not null, content_hash ${text} not null, visibility ${text} not null,
      primary key (type, source, key)) ${end}`,
    `create table audit (
      sequence ${integer} primary key,
      at ${text} not null, actor ${text} not null, action ${text} not null,
      type ${text} not null, id ${text} not null, revision ${integer}, reason ${text},
      content_hash ${text} not null, previous_hash ${text} not null, hash ${text} not null) ${end}`,
    `create table idempotency (
      actor ${text} not null, key ${text} not null, body_hash ${text} not null,
      at ${text} not null, written ${json} not null,
      primary key (actor, key)) ${end}`,
    `create table dataset_release (
      number ${counter},
      id ${text} not null unique, dataset ${text} not null, kind ${text} not null, state ${text} not null,
      manifest ${json} not null, created_at ${text} not null, published_at ${text},
      row_count ${integer} not null, owner ${json} not null, lease_at ${text} not null, reason ${text}) ${end}`,
    `create table area (
      release_id ${text} not null references dataset_release (id), position ${integer} not null,
      number ${text} not null, name ${text}, level ${text} not null, parent_number ${text},
      boundary_version ${text} not null, residents ${integer}, area_ha ${real} not null,
      geometry ${json} not null, label_point ${json},
      primary key (release_id, position)) ${end}`,
    `create table observation (
      release_id ${text} not null references dataset_release (id), position ${integer} not null,
      indicator_code ${text} not null, level ${text} not null, area_number ${text} not null,
      period ${text} not null, value ${real}, state ${text} not null,
      numerator ${real}, denominator ${real}, flag ${text},
      primary key (release_id, position)) ${end}`,
    `create table feature (
      release_id ${text} not null references dataset_release (id), position ${integer} not null,
      key ${text} not null, properties ${json} not null, geometry ${json},
      primary key (release_id, position)) ${end}`,
    `create table staged_record (
      release_id ${text} not null references dataset_release (id), position ${integer} not null,
      type ${text} not null, import_key ${text} not null, document ${json} not null,
      primary key (release_id, position), unique (release_id, type, import_key)) ${end}`,
  ];
}

const indexes = [
  "create index record_title on record (type, title_key, id)",
  "create index record_updated on record (type, updated_at, id)",
  "create index idempotency_at on idempotency (at)",
  // One current release per dataset, whatever the code above does.
  "create unique index dataset_current on dataset_release (dataset) where state = 'PUBLISHED'",
];

const onSqlite = [
  // Everything a ReadScope and the search ask: counting what somebody may read leaves the documents alone.
  `create index record_scope on record
    (type, visibility, owner, department, districts, participants, title_lower)`,
  "create virtual table record_box using rtree (number, west, east, south, north)",
  `create trigger record_box_insert after insert on record when new.west is not null begin
    insert into record_box values (new.number, new.west, new.east, new.south, new.north);
  end`,
  `create trigger record_box_update after update of west, south, east, north on record begin
    delete from record_box where number = old.number;
    insert into record_box select new.number, new.west, new.east, new.south, new.north
      where new.west is not null;
  end`,
  `create trigger record_box_delete after delete on record begin
    delete from record_box where number = old.number;
  end`,
  ...["audit", "record_revision"].flatMap((table) =>
    ["update", "delete"].map(
      (verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table} begin
        select raise(abort, '${table} is append only');
      end`,
    ),
  ),
  // "insert or replace" deletes without firing the delete trigger.
  `create trigger audit_no_replace before insert on audit
    when new.sequence <= (select max(sequence) from audit) begin
    select raise(abort, 'audit is append only');
  end`,
  `create trigger record_revision_no_replace before insert on record_revision
    when exists (select 1 from record_revision
      where type = new.type and id = new.id and revision = new.revision) begin
    select raise(abort, 'record_revision is append only');
  end`,
];

const onPostgres = [
  "create extension if not exists postgis",
  // jsonb forgets the order of keys, so it stands beside the document rather than for it.
  `alter table record add column properties jsonb
    generated always as ((document -> 'properties')::jsonb) stored`,
  `alter table record add column geometry geometry(Geometry, 4326) generated always as (
    case when json_typeof(document -> 'geometry') = 'object'
      then st_force2d(st_geomfromgeojson(document -> 'geometry')) end) stored`,
  "create index record_geometry on record using gist (geometry)",
  `create function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception '% is append only', tg_table_name; end $$`,
  ...["audit", "record_revision"].flatMap((table) => [
    `create trigger ${table}_no_change before update or delete on ${table}
      for each row execute function refuse_change()`,
    `create trigger ${table}_no_truncate before truncate on ${table} execute function refuse_change()`,
  ]),
];
