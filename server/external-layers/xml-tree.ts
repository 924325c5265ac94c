import { SaxesParser } from "saxes";

/** An element by its local name; prefixes and namespaces are left out, as no two of these vocabularies share a name. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  text: string;
}

const limits = { elements: 300_000, depth: 60 };

/** What cannot be read as the XML of a service. */
export class XmlRefusal extends Error {}

/**
 * Reads a document whole. Own entities are refused before they could be expanded (RELIABILITY I-09), and so are
 * documents deeper or longer than any description of a service. Bytes are read in the encoding the document names.
 * Throws XmlRefusal.
 */
export function readXml(bytes: Buffer): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  let elements = 0;
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw new XmlRefusal(error.message);
  });
  parser.on("doctype", (doctype) => {
    if (doctype.includes("[")) throw new XmlRefusal("own entities");
  });
  parser.on("opentag", ({ name, attributes }) => {
    elements += 1;
    if (elements > limits.elements || open.length > limits.depth) throw new XmlRefusal("too large");
    const element = { name: localName(name), attributes: localNames(attributes), children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(decoded(bytes)).close();
  const [first] = root.children;
  if (!first) throw new XmlRefusal("empty");
  return first;
}

/** The first child with this name, or the first one along a path of names. */
export function childOf(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (within, name) => within?.children.find((child) => child.name === name),
    element,
  );
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** Text of the element at this path, without white space around it; "" where there is none. */
export function textOf(element: XmlElement | undefined, ...path: readonly string[]): string {
  return childOf(element, ...path)?.text.trim() ?? "";
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

function localNames(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]));
}

function decoded(bytes: Buffer): string {
  const named = /^\s*<\?xml[^>]*?encoding=["']([\w.:-]+)["']/.exec(bytes.subarray(0, 200).toString("latin1"));
  try {
    return new TextDecoder(named?.[1] ?? "utf-8").decode(bytes);
  } catch {
    throw new XmlRefusal("unknown encoding");
  }
}
