import type { GlossaryText } from "../de/glossary.ts";

export const glossary: GlossaryText = {
  explanation:
    "The words of these pages, explained once. Where a word is underlined with dots, a click opens its explanation.",
  search: "Search for a term",
  found: (count, shown) =>
    count === 0 ? "No term fits this word." : count === 1 ? "1 term" : `${shown} terms`,
  add: "Add a term",
  edit: "Edit",
  editOf: (name) => `Edit “${name}”`,
  plain: "In plain German",
  inOther: "In German",
  all: "All terms",
  unknown: "This word has not been explained yet.",
  form: {
    titleNew: "Add a term",
    titleEdit: (name) => `Edit “${name}”`,
    nameDe: "Term in German",
    definitionDe: "Definition in German",
    plainLanguage: "In plain German",
    plainHint: "Short sentences, familiar words.",
    nameEn: "Term",
    definitionEn: "Definition",
    open: "What is written here is public.",
    done: (name) => `“${name}” has been saved.`,
    problems: {
      nameDe: "Please enter the term in German.",
      definitionDe: "Please enter a definition in German.",
      plainLanguage: "Please explain the term in plain German.",
      nameEn: "Please enter the term.",
      definitionEn: "Please enter a definition.",
      taken: "This term exists already. Please edit it.",
    },
  },
};
