import type { Migration } from "./migration.ts";

/** Accounts, their sessions and personal tokens, and sign-ins through the city that are under way. */
export const accounts: Migration = {
  number: 3,
  name: "accounts",
  statements: ({ text, json, end }) => [
    `create table account (
      id ${text} primary key, login ${text} not null, login_key ${text} not null unique,
      office ${text} not null, role ${text} not null, department ${text}, districts ${json} not null,
      sign_in ${text} not null, subject ${text} unique, password_hash ${text},
      locked_at ${text}, created_at ${text} not null, last_sign_in_at ${text}) ${end}`,
    // What a deleted account is called from then on; nothing of it is kept beside.
    `create table former_account (id ${text} primary key, pseudonym ${text} not null) ${end}`,
    `create table session (
      hash ${text} primary key, account_id ${text} not null references account (id),
      created_at ${text} not null, used_at ${text} not null) ${end}`,
    `create table personal_token (
      id ${text} primary key, account_id ${text} not null references account (id),
      hash ${text} not null unique, name ${text} not null,
      created_at ${text} not null, expires_at ${text} not null, last_used_at ${text}) ${end}`,
    `create table sign_in_attempt (
      state_hash ${text} primary key, nonce ${text} not null, verifier ${text} not null,
      return_path ${text} not null, created_at ${text} not null) ${end}`,
    "create index session_account on session (account_id)",
    "create index personal_token_account on personal_token (account_id)",
  ],
};
